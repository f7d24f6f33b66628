export type { Values } from "./core/values.js";
