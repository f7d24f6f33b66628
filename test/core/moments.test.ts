import { describe, expect, it } from "vitest";
import { differenceOfMeans, mean, moments, variance } from "../../src/core/moments.js";
import { stream } from "../../src/random/stream.js";
import { assertClose } from "../support/assert-close.js";

describe("moments", () => {
  it("moments(values) are size, mean and sum of squares", () => {
    expect(moments(Float64Array.of(2, 4, 9))).toEqual({ n: 3, mean: 5, remainder: 0, squares: 26 });
    expect(moments(Float64Array.of(7))).toEqual({ n: 1, mean: 7, remainder: 0, squares: 0 });
  });

  it("moments(equal values) do not vary, whatever their rounding", () => {
    const rng = stream(1, "equal");
    for (let n = 1; n < 200; n++) {
      const value = (rng.uniform() - 0.5) * 10 ** (rng.below(30) - 15);
      expect(moments(new Float64Array(n).fill(value))).toEqual({ n, mean: value, remainder: 0, squares: 0 });
    }
  });

  it("moments(values far from zero) keep the digits of the spread", () => {
    const values = Float64Array.from({ length: 1000 }, (_, i) => 2 ** 40 + (i % 10));
    const result = moments(values);
    expect(result.mean).toBe(2 ** 40 + 4.5);
    expect(result.squares).toBe(8250);
  });

  it("moments(values).mean survives cancellation and lies within the values", () => {
    expect(mean(Float64Array.of(1, 1e16, -1e16, 3))).toBe(1);
    expect(mean(Float64Array.of(1e308, -1e308, 4, 4))).toBe(2);
    const rng = stream(2, "range");
    for (let round = 0; round < 500; round++) {
      const values = Float64Array.from({ length: 1 + rng.below(5) }, () => 1 + rng.below(3) * Number.EPSILON);
      expect(mean(values)).toBeGreaterThanOrEqual(Math.min(...values));
      expect(mean(values)).toBeLessThanOrEqual(Math.max(...values));
    }
  });

  it("variance(values, ddof) divides by n − ddof", () => {
    assertClose(variance(Float64Array.of(2, 4, 9)), 13);
    assertClose(variance(Float64Array.of(2, 4, 9), 0), 26 / 3);
  });

  it("differenceOfMeans(baseline, candidate) keeps what each mean rounds away", () => {
    // The means are 2⁵² + 1/3 and 2⁵² + 2/3, both rounded to the same whole number or its neighbour.
    const baseline = moments(Float64Array.of(2 ** 52, 2 ** 52, 2 ** 52 + 1));
    const candidate = moments(Float64Array.of(2 ** 52, 2 ** 52 + 1, 2 ** 52 + 1));
    assertClose(differenceOfMeans(baseline, candidate), 1 / 3);
  });
});
