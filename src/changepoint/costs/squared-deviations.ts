import { mean } from "../../core/moments.js";
import { prefixSums, sumBetween } from "./prefix-sums.js";
import type { CostOfSegment } from "./segment-cost.js";

/**
 * The sum of squared deviations of any segment from its own mean, in O(1) after O(n). Values are centred first, so that a
 * mean far from zero takes no digits from their differences, and on one of them, so that whole numbers stay whole.
 */
export function squaredDeviations(values: Readonly<Float64Array>): CostOfSegment {
  const center = nearest(values, mean(values));
  const deviations = values.map((value) => value - center);
  const sums = prefixSums(deviations);
  const squares = prefixSums(deviations.map((deviation) => deviation * deviation));
  return (start, end) => {
    if (end - start === 1) return 0;
    const sum = sumBetween(sums, start, end);
    return Math.max(0, sumBetween(squares, start, end) - (sum * sum) / (end - start));
  };
}

function nearest(values: Readonly<Float64Array>, target: number): number {
  return values.reduce((best, value) => (Math.abs(value - target) < Math.abs(best - target) ? value : best));
}
