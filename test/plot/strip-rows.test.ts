import { describe, expect, it } from "vitest";
import { stripRows, stripWidth } from "../../src/plot/strip-rows.js";

/** Sizes of the slices, row by row. */
function sizes(groups: readonly number[], width = 960): number[][] {
  return stripRows(groups, width).map((row) => row.map(({ from, to }) => to - from));
}

describe("stripRows(sizes, width)", () => {
  it("keeps groups side by side while there is room", () => {
    expect(sizes([2, 2])).toEqual([[2, 2]]);
    expect(sizes([4])).toEqual([[4]]);
    expect(sizes([3, 3, 3])).toEqual([[3, 3, 3]]);
  });

  it("a group too large for a row goes on in the next ones, all of about one length", () => {
    expect(sizes([24])).toEqual([[12], [12]]);
    expect(sizes([100])).toEqual(
      [[11], [11], [11], [11], [12], [11], [11], [11], [11]].map(() => [expect.any(Number)]),
    );
  });

  it.each([[[100]], [[30, 30]], [[1, 40, 1]], [[5, 5, 5, 5, 5]], [[13, 13]]])(
    "no row of %j has more than fits, and every strip has its place",
    (groups) => {
      for (const width of [240, 480, 960, 2000]) {
        const rows = stripRows(groups, width);
        for (const row of rows) {
          const used = row.reduce((sum, { from, to }) => sum + to - from + 1.2, 0);
          expect(row.length === 1 || used <= Math.max(2, width / 72)).toBe(true);
        }
        groups.forEach((size, group) => {
          const slices = rows.flat().filter((slice) => slice.group === group);
          expect(slices.map(({ from }) => from)).toEqual([0, ...slices.slice(0, -1).map(({ to }) => to)]);
          expect(slices.at(-1)!.to).toBe(size);
        });
      }
    },
  );
});

describe("stripWidth(labels)", () => {
  it("has room for the longest word of a label, within reason", () => {
    expect(stripWidth(["on", "off"])).toBe(72);
    const one = stripWidth(["serialization"]);
    expect(one).toBeGreaterThan(75);
    expect(stripWidth(["on", "serialization of all-that/there_is"])).toBe(one);
    expect(stripWidth(["w".repeat(200)])).toBe(130);
    expect(stripWidth([])).toBe(72);
  });

  it("wider strips need more rows", () => {
    expect(stripRows([24], 960, 110).length).toBe(4);
  });
});
