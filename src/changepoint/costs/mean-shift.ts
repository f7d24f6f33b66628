import { differenceVariance } from "./difference-variance.js";
import type { SegmentCost } from "./segment-cost.js";
import { squaredDeviations } from "./squared-deviations.js";

/**
 * The cost of a segment with a mean of its own, and noise that is the same throughout: its sum of squared deviations, in the
 * input unit squared.
 *
 * Assumes independent noise, roughly normal; one far value counts a lot. Named penalties are multiplied by σ̂², the variance of
 * the noise: 1.4826·MAD/√2 of the differences of neighbours, squared, or half the mean of their squares where most are equal.
 * Prepared in O(n), then O(1) a segment.
 *
 * @returns the cost, for the option `cost` of {@link pelt} and the other searches
 * @example
 * meanShift().prepare(Float64Array.of(1, 2, 3, 9))(0, 3) // 2
 */
export function meanShift(): SegmentCost {
  return {
    name: "mean-shift",
    minSegment: 1,
    parameters: 1,
    scale: differenceVariance,
    prepare: squaredDeviations,
  };
}
