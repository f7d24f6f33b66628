import { describe, expect, it } from "vitest";
import { pseudomedian, pseudomedianBounds } from "../../../src/stats/rank/pseudomedian.js";
import { assertClose } from "../../support/assert-close.js";

describe("pseudomedian", () => {
  it("pseudomedian(sorted) and its bounds are means of pairs", () => {
    const sorted = Float64Array.of(1, 2, 4, 8, 16, 32);
    // 21 means; the middle one, and the extremes at 1 / 64 on each side.
    expect(pseudomedian(sorted)).toBe(8.5);
    expect(pseudomedianBounds(sorted, 1 / 64)).toEqual([1, 32]);
    expect(pseudomedianBounds(sorted, 1 / 65)).toBeNull();
    expect(pseudomedianBounds(sorted, 2 / 64)).toEqual([1.5, 24]);
  });

  it("pseudomedianBounds(more than 100 values, …) goes on where counting ends", () => {
    const sorted = (n: number) => Float64Array.from({ length: n }, (_, i) => i / n);
    const width = (n: number) => {
      const [low, high] = pseudomedianBounds(sorted(n), 0.025)!;
      return (high - low) * Math.sqrt(n);
    };
    assertClose(width(101), width(100), { rel: 0.02 });
  });
});
