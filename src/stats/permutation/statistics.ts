import { differenceOfMeans, mean, moments } from "../../core/moments.js";
import { sortedQuantile } from "../../core/sorted-quantile.js";
import { squaredError } from "../welch-moments.js";

/** A function of both sides, each in ascending order; it must not keep the arrays, which are reused. */
export type TwoSampleStatistic = (baseline: Float64Array, candidate: Float64Array) => number;

/** The statistic of the arrangement in which the smaller side has the pooled values at these places. */
export type ArrangedStatistic = (places: Readonly<Uint32Array>) => number;

/**
 * The difference of means, from the sum of the smaller side alone: deviations from the mean of all sum to zero, so that the
 * other side's sum is its opposite. Time O(size of the smaller side) an arrangement, which allocates nothing.
 *
 * @param pooled - both sides
 * @param n - sizes of baseline and candidate
 */
export function meanDifference(
  pooled: Readonly<Float64Array>,
  n: readonly [number, number],
): ArrangedStatistic {
  const center = mean(pooled);
  const deviations = pooled.map((value) => value - center);
  const scale = (n[1] <= n[0] ? 1 : -1) * (1 / n[0] + 1 / n[1]);
  return (places) => {
    let sum = 0;
    for (let i = 0; i < places.length; i++) sum += deviations[places[i]!]!;
    return scale * sum;
  };
}

/** Any function, called with both sides written out. Time O(n + m) an arrangement besides the function's own. */
export function arranged(
  sortedPool: Readonly<Float64Array>,
  n: readonly [number, number],
  statistic: TwoSampleStatistic,
): ArrangedStatistic {
  const isDrawn = new Uint8Array(sortedPool.length);
  const sides = [new Float64Array(n[0]), new Float64Array(n[1])] as const;
  const [other, drawn] = n[1] <= n[0] ? sides : ([sides[1], sides[0]] as const);
  return (places) => {
    isDrawn.fill(0);
    for (let i = 0; i < places.length; i++) isDrawn[places[i]!] = 1;
    let toOther = 0;
    let toDrawn = 0;
    for (let i = 0; i < sortedPool.length; i++) {
      if (isDrawn[i] === 1) drawn[toDrawn++] = sortedPool[i]!;
      else other[toOther++] = sortedPool[i]!;
    }
    return statistic(sides[0], sides[1]);
  };
}

/** median(candidate) − median(baseline), of ascending values. */
export function medianDifference(
  baseline: Readonly<Float64Array>,
  candidate: Readonly<Float64Array>,
): number {
  return sortedQuantile(candidate, 0.5) - sortedQuantile(baseline, 0.5);
}

/** Welch's t: infinite where only the sides differ, and 0 where nothing does. */
export function welchT(baseline: Readonly<Float64Array>, candidate: Readonly<Float64Array>): number {
  const a = moments(baseline);
  const b = moments(candidate);
  const difference = differenceOfMeans(a, b);
  return difference === 0 ? 0 : difference / Math.sqrt(squaredError(a) + squaredError(b));
}
