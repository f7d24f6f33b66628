import { mean } from "../../core/moments.js";
import { prefixSums, sumBetween } from "./prefix-sums.js";
import type { CostOfSegment, SegmentCost } from "./segment-cost.js";

/**
 * The cost of a segment of counts with a rate of its own: its deviance, −2 × the largest log-likelihood but for a constant.
 *
 * Assumes independent Poisson counts, such as errors a run or events an interval, whose variance is their mean; counts that
 * vary more give spurious changes. Values must be whole numbers from 0 up. Prepared in O(n), then O(1) a segment.
 *
 * @returns the cost, for the option `cost` of {@link pelt} and the other searches
 * @example
 * poisson().prepare(Float64Array.of(2, 2, 0, 4))(2, 4) // ≈ 5.545177 (2·4·ln 2)
 */
export function poisson(): SegmentCost {
  return {
    name: "poisson",
    minSegment: 1,
    parameters: 1,
    domain: {
      holds: (value) => Number.isSafeInteger(value) && value >= 0,
      needed: "a count, that is a whole number from 0 up, for poisson()",
    },
    prepare,
  };
}

/** Against one common rate first, which what the segment's own rate saves is then taken from: all terms stay small. */
function prepare(values: Readonly<Float64Array>): CostOfSegment {
  const common = mean(values);
  if (common === 0) return () => 0;
  const excess = prefixSums(values.map((value) => value - common));
  const deviances = prefixSums(values.map((value) => 2 * common * divergence(value / common - 1)));
  return (start, end) => {
    if (end - start === 1) return 0;
    const expected = (end - start) * common;
    const saved = 2 * expected * divergence(sumBetween(excess, start, end) / expected);
    return Math.max(0, sumBetween(deviances, start, end) - saved);
  };
}

/** (1 + x)·ln(1 + x) − x, from x = −1 on. */
function divergence(x: number): number {
  return x > -1 ? (1 + x) * Math.log1p(x) - x : 1;
}
