import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import { quantile } from "../../src/stats/quantile.js";
import * as support from "../support/expect-golden.js";
import { decodePng } from "./decode-png.js";

/** Asserts that a text is the one kept in `test/golden/plot`. */
export function expectGolden(name: string, actual: string): void {
  support.expectGolden(`plot/${name}`, actual);
}

/** An SVG for comparing by eye and by machine: one element a line, numbers to one decimal, without its font. */
export function comparableSvg(svg: string): string {
  return svg
    .replace(/<style>.*?<\/style>/, "")
    .replace(/></g, ">\n<")
    .replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number) * 10) / 10))
    .replace(/h0\b/g, "");
}

/**
 * Asserts that a picture is the one kept in `test/golden/plot`, but for a few pixels and shades: another version of the
 * rasteriser may draw edges a little differently. On a difference the new picture is written beside it as `.got.png`.
 */
export function expectPicture(name: string, actual: Uint8Array): void {
  const path = fileURLToPath(new URL(`../golden/plot/${name}`, import.meta.url));
  if (process.env.UPDATE_GOLDEN === "1") writeFileSync(path, actual);
  const got = path.replace(/\.png$/, ".got.png");
  writeFileSync(got, actual);
  const errors = pictureErrors(readFileSync(path), actual);
  const [most, almostAll] = quantile(errors, [0.98, 0.999]).estimate;
  expect(
    most,
    `2 % of the pixels of ${name} differ; see ${got}, and set UPDATE_GOLDEN=1 to accept it`,
  ).toBeLessThanOrEqual(2);
  expect(almostAll, `some pixels of ${name} differ a lot; see ${got}`).toBeLessThanOrEqual(64);
  rmSync(got);
}

/** How far apart the colours of each pixel are: the largest difference of red, green and blue. */
export function pictureErrors(expected: Uint8Array, actual: Uint8Array): readonly number[] {
  const [left, right] = [decodePng(expected), decodePng(actual)];
  expect([right.width, right.height]).toEqual([left.width, left.height]);
  return left.colors.map((color, i) =>
    Math.max(
      ...[16, 8, 0].map((shift) => Math.abs(((color >> shift) & 255) - ((right.colors[i]! >> shift) & 255))),
    ),
  );
}
