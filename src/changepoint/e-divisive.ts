import type { Measurements } from "../core/measurements.js";
import type { Values } from "../core/values.js";
import type { ChangePoint, ChangePointResult } from "./change-points.js";
import { type EDivisivePointsResult, eDivisiveOfPoints } from "./e-divisive-of-points.js";
import { bisect, type EnergySplit } from "./energy/bisect.js";
import {
  type EDivisiveOptions,
  eDivisiveWarnings,
  type ResolvedEDivisiveOptions,
  resolveEDivisiveOptions,
} from "./energy/e-divisive-options.js";
import { preparePoints } from "./energy/points.js";
import { isPoints } from "./points-series.js";
import { reportChanges } from "./report-changes.js";
import { checkSeries, positionOf } from "./series.js";

/** A change that {@link eDivisive} found. */
export type EDivisiveChangePoint = ChangePoint & EnergySplit;

/** Result of {@link eDivisive}. */
export interface EDivisiveResult extends ChangePointResult, ResolvedEDivisiveOptions {
  readonly method: "e-divisive";
  readonly changePoints: readonly EDivisiveChangePoint[];
  /** The best split of what is left, which was not significant; null if none was tested. */
  readonly rejected: EnergySplit | null;
}

/**
 * Where does the distribution of a series change? E-divisive: the series is split where what lies before differs most from what
 * follows, by energy distance, and each part again, as long as a permutation test says that the split is no chance.
 *
 * Sees any change of distribution, spread and shape too (for `alpha` below 2). Assumes independent values: in correlated ones,
 * as benchmarks often are, it finds too many changes, and of a slow drift it makes steps. Each test keeps its level, and a
 * series without a change is reported to have one with probability `significance`. Long tails hide changes from
 * `kappa: "all"` more than from "end", and a larger `minSegment`, such as 5, brings many of them back; a change that comes
 * back after a while is what "all" is for.
 *
 * Matteson & James (2014), JASA 109, 334–345, doi:10.1080/01621459.2013.849605. Q is their U-statistic (distances within a
 * side over pairs of different values), as in R's ecp and in Otava; the V-statistic of MongoDB's energy tests counts each value
 * with itself, which lowers nothing but adds nearly the same to all places. One value on a side (`minSegment` 1) has a distance
 * within of 0. Permutations stay within the segments found so far, and their Q is the largest by the same search; p is (hits +
 * 1) / (draws + 1), or hits / draws once it can no longer be significant (Besag & Clifford 1991,
 * doi:10.1093/biomet/78.2.301). Of equal Q, the first place is taken. A search takes time O(n²) for all ends, in small steps,
 * and O(n log n) for the last end with `alpha` 1, else O(n²); memory O(n) always.
 *
 * @param values - one or more finite values, or a sample, in time order; or points, one array of coordinates for each time, all
 *   of one length, which are compared by their Euclidean distance: bring them to comparable scales first
 * @param options - `alpha` in (0, 2], default 1; `significance`, 0.05; `permutations`, 199, 0 for no test; `maxChangePoints`,
 *   default no limit, or 1 without a test; `minSegment` ≥ 1, 2; `kappa`, "all"; `seed`, 1; `gaps`, "refuse"; `times`;
 *   `confidence`, 0.95
 * @returns `indices` and `changePoints`, each with its `statistic` and `p`, and the first split that was not significant as
 *   `rejected`; no change, with a warning, if the series is too short or does not vary. Of points, means and medians are arrays.
 * @throws {InputError} there is no value, one is not finite (see `gaps`), points differ in length, or an option is out of range
 * @example
 * const steps = [10, 11, 10, 12, 11, 10, 20, 21, 19, 20, 22, 21, 15, 14, 16, 15, 15, 14];
 * eDivisive(steps).indices // [6, 12]
 * eDivisive(steps).changePoints[0].p // 0.005
 * eDivisive(steps.map((value, i) => [value, i % 2])).indices // [6, 12]
 */
export function eDivisive(values: Measurements, options?: EDivisiveOptions): EDivisiveResult;
/** Of points of several coordinates, one array for each time. */
export function eDivisive(points: readonly Values[], options?: EDivisiveOptions): EDivisivePointsResult;
/** Tells values from points. */
export function eDivisive(
  values: Measurements | readonly Values[],
  options: EDivisiveOptions = {},
): EDivisiveResult | EDivisivePointsResult {
  const resolved = resolveEDivisiveOptions(options);
  if (isPoints(values)) return eDivisiveOfPoints(values, options, resolved);
  const series = checkSeries("eDivisive", values, options);
  const points = preparePoints([series.values]);
  const bisection = bisect(points, resolved);
  const { found, rejected } = bisection;
  const reported = reportChanges(series, found, resolved.confidence);
  return {
    method: "e-divisive",
    ...reported,
    changePoints: reported.changePoints.map((change, k) => ({ ...found[k]!, ...change })),
    rejected: rejected === null ? null : { ...rejected, index: positionOf(series, rejected.index) },
    ...resolved,
    n: series.n,
    unit: series.unit,
    warnings: [...series.warnings, ...eDivisiveWarnings(points, resolved, bisection)],
  };
}
