import { describe, expect, it } from "vitest";
import { rollingMedian } from "../../../src/plot/series/rolling-median.js";
import { stream } from "../../../src/random/stream.js";
import { expectUnchanged } from "../../support/unchanged.js";

/** The definition: sort each window. */
function slowly(values: readonly number[], window: number): number[] {
  return values.map((_, i) => {
    const part = values
      .slice(Math.max(0, i - Math.floor(window / 2)), i + Math.ceil(window / 2))
      .toSorted((a, b) => a - b);
    return (part[(part.length - 1) >> 1]! + part[part.length >> 1]!) / 2;
  });
}

describe("rollingMedian(values, window, every)", () => {
  it("equals sorting each window, with ties and without", () => {
    const rng = stream(1, "rolling-median");
    for (let seed = 0; seed < 200; seed++) {
      const n = 1 + Math.floor(rng.uniform() * 40);
      const values = Array.from({ length: n }, () => Math.round(rng.uniform() * (seed % 2 === 0 ? 5 : 1e6)));
      const window = 1 + Math.floor(rng.uniform() * 50);
      const expected = slowly(values, window);
      expect(rollingMedian(values, window).medians).toEqual(expected);
      const { indices, medians } = rollingMedian(values, window, 3);
      expect(indices.at(-1)).toBe(n - 1);
      expect(medians).toEqual(indices.map((i) => expected[i]));
    }
  });

  it("a window of one is the series", () => {
    expect(rollingMedian([3, 2, 2, 1], 1).medians).toEqual([3, 2, 2, 1]);
  });

  it("leaves its input unchanged", () => {
    expectUnchanged([3, 1, 2], (values) => rollingMedian(values, 2));
  });
});
