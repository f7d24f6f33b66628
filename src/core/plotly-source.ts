import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** The text of plotly.js, for embedding it into a page. */
export function plotlySource(): string {
  return readFileSync(createRequire(import.meta.url).resolve("plotly.js-dist-min/plotly.min.js"), "utf8");
}
