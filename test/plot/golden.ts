import * as support from "../support/expect-golden.js";

/** Asserts that a text is the one kept in `test/golden/plot`. */
export function expectGolden(name: string, actual: string): void {
  support.expectGolden(`plot/${name}`, actual);
}

/** An SVG for comparing by eye and by machine: one element a line, numbers to one decimal. */
export function comparableSvg(svg: string): string {
  return svg
    .replace(/></g, ">\n<")
    .replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number) * 10) / 10))
    .replace(/h0\b/g, "");
}
