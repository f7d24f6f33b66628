import { existsSync, realpathSync } from "node:fs";
import { resolve } from "node:path";

/** Where a file really is, whatever links lead to it; one that is not there yet, where it would be. */
export function realPath(file: string): string {
  return existsSync(file) ? realpathSync(file) : resolve(file);
}
