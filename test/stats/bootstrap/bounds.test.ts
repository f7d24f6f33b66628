import { describe, expect, it } from "vitest";
import { bootstrapBounds, type Replicates } from "../../../src/stats/bootstrap/bounds.js";
import { assertClose } from "../../support/assert-close.js";

/** 1 to 999: the p-quantile is 1 + 998p. */
const steps = () => replicates(Float64Array.from({ length: 999 }, (_, i) => 999 - i));
const symmetric = () => [Float64Array.of(-2, -1, 0, 1, 2)];

describe("bootstrapBounds", () => {
  it("bootstrapBounds('percentile', …) reads quantiles off the replicates", () => {
    const { interval, standardError, warnings } = bootstrapBounds("percentile", 0.9, 0, steps(), symmetric);
    assertClose([interval, standardError, warnings], [[50.9, 949.1], Math.sqrt((999 * 1000) / 12), []]);
  });

  it("bootstrapBounds('bca', …) is 'percentile' without bias and skewness", () => {
    const bca = bootstrapBounds("bca", 0.9, 500, steps(), symmetric).interval;
    assertClose(bca, bootstrapBounds("percentile", 0.9, 500, steps(), symmetric).interval, { rel: 1e-10 });
  });

  it("bootstrapBounds('bca', …) moves with the estimate, twice as far in z", () => {
    // Φ(−1) of the replicates are below: both levels move by z₀ − (−z₀) = 2 to the left.
    const bias = 0.15865525393145707;
    const estimate = 1 + 998 * bias;
    const { interval } = bootstrapBounds("bca", 0.9544997361036416, estimate, steps(), symmetric);
    const levels = interval!.map((bound) => (bound - 1) / 998);
    // Φ(−2 − 2) and Φ(2 − 2); the estimate lies between two of 999 replicates.
    assertClose(levels, [3.167e-5, 0.5], { abs: 2e-3 });
  });

  it("bootstrapBounds('bca', …) moves to the side of the skew", () => {
    const right = () => [Float64Array.of(-1, -1, -1, -1, 4)];
    const left = () => [Float64Array.of(1, 1, 1, 1, -4)];
    const [low, high] = bootstrapBounds("bca", 0.9, 500, steps(), symmetric).interval!;
    // Leaving out a large value lowers the statistic: influences are the mirror image of the jackknife.
    const leftBounds = bootstrapBounds("bca", 0.9, 500, steps(), left).interval!;
    const rightBounds = bootstrapBounds("bca", 0.9, 500, steps(), right).interval!;
    expect(leftBounds[0] > low && leftBounds[1] > high).toBe(true);
    expect(rightBounds[0] < low && rightBounds[1] < high).toBe(true);
  });

  it("bootstrapBounds(…) counts replicates that differ from the estimate by rounding as equal", () => {
    const tied = replicates([1, 2, 3 - 4e-16, 3 + 4e-16, 3, 3, 4, 5]);
    const exact = replicates([1, 2, 3, 3, 3, 3, 4, 5]);
    const bounds = bootstrapBounds("bca", 0.5, 3, tied, symmetric).interval;
    assertClose(bounds, bootstrapBounds("bca", 0.5, 3, exact, symmetric).interval);
  });

  it("bootstrapBounds(…) gives no interval where there is none", () => {
    const code = (values: number[], estimate: number, jackknife = [1, 2, 4]) =>
      bootstrapBounds("bca", 0.3, estimate, replicates(values), () => [Float64Array.from(jackknife)])
        .warnings[0]?.code;
    expect(code([1, Number.NaN, 2], 1)).toBe("undefined-statistic");
    expect(code([1, 2, Number.POSITIVE_INFINITY], 1)).toBe("undefined-statistic");
    expect(code([1, 2, 3], 2, [1, Number.NaN, 3])).toBe("undefined-statistic");
    expect(code([2, 2, 2], 2)).toBe("no-variation");
    expect(code([1, 2, 3], 9)).toBe("uncorrectable-bias");
    expect(code([1, 2, 3], 2)).toBeUndefined();
    expect(code([1], 1)).toBe("too-few-resamples");
  });

  it("bootstrapBounds('basic', …) mirrors the percentiles about the estimate", () => {
    const { interval } = bootstrapBounds("basic", 0.9, 400, steps(), symmetric);
    assertClose(interval, [800 - 949.1, 800 - 50.9]);
  });

  it("bootstrapBounds('studentized', …) divides by the error of each replicate", () => {
    // Errors of 2 halve the distances from 500, and the estimate's own of 4 makes them twice as wide.
    const errors = { scale: "linear", ofEstimate: 4, ofValues: new Float64Array(999).fill(2) } as const;
    const { interval } = bootstrapBounds("studentized", 0.9, 500, { ...steps(), errors }, symmetric);
    assertClose(interval, [500 - 2 * 449.1, 500 + 2 * 449.1]);
    // On the scale of logarithms: factors of 0.5 and 4, turned round, and squared by the estimate's own error of 2.
    const ofValues = Float64Array.of(1, 1, 1);
    const ratios = {
      values: Float64Array.of(1, 2, 8),
      errors: { scale: "log", ofEstimate: 2, ofValues } as const,
    };
    const bounds = bootstrapBounds("studentized", 1 / 3, 2, ratios, symmetric).interval;
    assertClose(bounds, [2 * 4 ** (-2 / 3), 2 * 2 ** (2 / 3)]);
  });

  it("bootstrapBounds('studentized', …) has no bound where replicates without spread lie", () => {
    const bounds = (ofValues: number[]) =>
      bootstrapBounds(
        "studentized",
        0.3,
        2,
        {
          values: Float64Array.of(1, 2, 3),
          errors: { scale: "linear", ofEstimate: 1, ofValues: Float64Array.from(ofValues) },
        },
        symmetric,
      );
    expect(bounds([0, 0, 1]).warnings).toMatchObject([{ code: "no-spread-within-resamples" }]);
    expect(bounds([1, Number.NaN, 1]).warnings).toMatchObject([{ code: "undefined-statistic" }]);
    // A replicate without spread that agrees with the estimate counts for neither side.
    assertClose(bounds([1, 0, 1]).interval, [1.7, 2.3]);
  });
});

function replicates(values: ArrayLike<number>): Replicates {
  return { values: Float64Array.from(values), errors: null };
}
