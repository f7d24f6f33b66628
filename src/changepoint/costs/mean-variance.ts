import { checkOptions } from "../../core/check-options.js";
import { InputError } from "../../core/input-error.js";
import { variance } from "../../core/moments.js";
import { show } from "../../core/show.js";
import type { CostOfSegment, SegmentCost } from "./segment-cost.js";
import { squaredDeviations } from "./squared-deviations.js";

/** Options of {@link meanVariance}. */
export interface MeanVarianceOptions {
  /**
   * The smallest standard deviation that a segment may have, above 0, in the input unit. Default: what rounding alone does to
   * values as coarse as these, the smallest difference of two different values over √12. What is below 1e-7 of the standard
   * deviation of all values counts as that, since rounding would hide it.
   */
  readonly minSd?: number;
}

/**
 * The cost of a segment with a normal distribution of its own, of any mean and variance: −2 × its largest log-likelihood.
 *
 * Assumes independent normal values. Few values may lie together by chance: segments of two or three are often spurious, so
 * `minSegment` of 5 or more is safer. The log-likelihood of equal values has no bound, so no segment is given a smaller
 * standard deviation than `minSd`. Prepared in O(n log n), then O(1) a segment.
 *
 * @param options - `minSd` above 0, default the smallest difference of two different values over √12
 * @returns the cost, for the option `cost` of {@link pelt} and the other searches
 * @throws {InputError} `minSd` is not above 0
 * @example
 * meanVariance().prepare(Float64Array.of(1, 3, 5, 5))(0, 2) // ≈ 5.675754 (2·(ln 2π + 1))
 */
export function meanVariance(options: MeanVarianceOptions = {}): SegmentCost {
  const { minSd } = checkOptions("meanVariance", options);
  if (minSd !== undefined && !(Number.isFinite(minSd) && minSd > 0)) {
    throw new InputError("meanVariance", "minSd", `needs a number above 0, got ${show(minSd)}`);
  }
  return {
    name: "mean-variance",
    minSegment: 2,
    parameters: 2,
    prepare: (values) =>
      prepare(
        values,
        Math.max(minSd ?? grain(values) / Math.sqrt(12), smallestSd * Math.sqrt(variance(values, 0))),
      ),
  };
}

/** Of that of all values: sums of squares, which hold 16 digits, tell no smaller one from zero. */
const smallestSd = 1e-7;

/**
 * The least over all means, and all variances from the floor up: also where the floor holds, two segments never cost more than
 * the one that they make.
 */
function prepare(values: Readonly<Float64Array>, minSd: number): CostOfSegment {
  const squares = squaredDeviations(values);
  const floor = minSd * minSd;
  const constant = Math.log(2 * Math.PI);
  return (start, end) => {
    const n = end - start;
    const spread = squares(start, end) / n;
    return spread > floor
      ? n * (constant + Math.log(spread) + 1)
      : n * (constant + Math.log(floor) + spread / floor);
  };
}

/** The smallest difference of two different values; of equal ones any, since nothing depends on it then. */
function grain(values: Readonly<Float64Array>): number {
  const sorted = values.slice().sort();
  let smallest = Number.POSITIVE_INFINITY;
  for (let i = 1; i < sorted.length; i++) {
    const difference = sorted[i]! - sorted[i - 1]!;
    if (difference > 0 && difference < smallest) smallest = difference;
  }
  return Number.isFinite(smallest) ? smallest : 1;
}
