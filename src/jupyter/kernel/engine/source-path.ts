import { existsSync } from "node:fs";

/** The file from which the JavaScript of a local module was made. */
export function sourcePath(path: string): string {
  return [".ts", ".tsx"].map((type) => path.replace(/\.js$/, type)).find((one) => existsSync(one)) ?? path;
}
