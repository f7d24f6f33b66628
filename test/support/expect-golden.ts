import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";

/**
 * Asserts that a text is the one kept in `test/golden`. On a difference the new text is written beside it as `.got`;
 * `UPDATE_GOLDEN=1` accepts it.
 */
export function expectGolden(name: string, actual: string): void {
  const path = fileURLToPath(new URL(`../golden/${name}`, import.meta.url));
  const got = `${path}.got`;
  if (process.env.UPDATE_GOLDEN === "1") {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, actual);
  }
  const expected = existsSync(path) ? readFileSync(path, "utf8") : "";
  if (actual === expected) rmSync(got, { force: true });
  else writeFileSync(got, actual);
  expect(actual, `differs from ${path}; see ${got}, and set UPDATE_GOLDEN=1 to accept it`).toBe(expected);
}
