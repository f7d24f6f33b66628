import type { CostOfSegment } from "../../changepoint/costs/segment-cost.js";
import { squaredDeviations } from "../../changepoint/costs/squared-deviations.js";
import { prunedPartition } from "../../changepoint/partition/pruned-partition.js";
import { moments } from "../../core/moments.js";

/** A stretch of a run between two changes, as warmup_stats sees it. */
export interface BarrettSegment {
  readonly start: number;
  readonly end: number;
  readonly mean: number;
  /** Divisor n. */
  readonly variance: number;
}

/**
 * What `cpt.meanvar(method = "PELT", penalty = "Manual", pen.value = 15 * log(n))` of R's package changepoint finds: the
 * segments of two values or more that minimise −2 × the normal log-likelihood plus the penalty. A segment of equal values has
 * a variance of 1e-11 there, so results depend on the unit: it is to be seconds.
 */
export function segmentRun(values: Readonly<Float64Array>): BarrettSegment[] {
  const n = values.length;
  const criterion = { cost: normalCost(values), penalty: 15 * Math.log(n), minSegment: 2 };
  const { indices } = prunedPartition(n, criterion, { delay: 2, slack: 0 });
  const bounds = [0, ...indices, n];
  return bounds.slice(1).map((end, i) => {
    const start = bounds[i]!;
    const { mean, squares } = moments(values.subarray(start, end));
    return { start, end, mean, variance: squares / (end - start) };
  });
}

function normalCost(values: Readonly<Float64Array>): CostOfSegment {
  const squares = squaredDeviations(values);
  const constant = Math.log(2 * Math.PI) + 1;
  // What rounding leaves of equal values is none.
  const nothing = 1e-14 * (squares(0, values.length) / values.length);
  return (start, end) => {
    const variance = squares(start, end) / (end - start);
    return (end - start) * (constant + Math.log(variance > nothing ? variance : 1e-11));
  };
}
