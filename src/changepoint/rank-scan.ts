import type { Warning } from "../core/warning.js";
import type { ChangePointResult } from "./change-points.js";
import { chanceOf } from "./rank-scan/chance.js";
import { dropSmallChanges } from "./rank-scan/drop-small-changes.js";
import { findChanges } from "./rank-scan/find-changes.js";
import { gradualDrift } from "./rank-scan/gradual-drift.js";
import { type IsolatedOutlier, isolatedOutliers } from "./rank-scan/isolated-outliers.js";
import { locationInterval } from "./rank-scan/location-interval.js";
import { quantiles } from "./rank-scan/normal-scores.js";
import { scan } from "./rank-scan/scan.js";
import { fewestValues } from "./rank-scan/stretch-test.js";
import { type FoundChange, reportChanges } from "./report-changes.js";
import { type GapPolicy, positionOf, type Series } from "./series.js";

/** What {@link rankScan} is asked for, resolved. */
export interface RankScanSettings {
  readonly alpha: number;
  readonly minSegment: number;
  readonly minMagnitude: number;
  readonly independent: boolean;
  readonly confidence: number;
  readonly seed: number;
}

/** A single value, or two in a row, far from the level around: reported beside the changes, and no part of them. */
export interface SeriesOutlier extends IsolatedOutlier {
  /** The time of `index`; null if the series came without `times`. */
  readonly time: number | null;
}

/** Result of {@link detectChangePoints} by its own method. */
export interface RankScanResult extends ChangePointResult {
  readonly method: "rank-scan";
  /** How often noise without any change is allowed to show one. */
  readonly alpha: number;
  readonly minSegment: number;
  readonly minMagnitude: number;
  /** Whether the values were taken to be independent. */
  readonly independent: boolean;
  readonly seed: number;
  readonly gaps: GapPolicy;
  /** How often noise alone gives as clear a sign of any change in a series of this length; null if that cannot be told. */
  readonly p: number | null;
  /** In order. */
  readonly outliers: readonly SeriesOutlier[];
  /**
   * Estimated correlation of neighbours at the same level, which p and intervals account for where it is above 0 and
   * `independent` is false; null if the series could not be tested.
   */
  readonly serialCorrelation: number | null;
}

/** Searches a checked series; see {@link detectChangePoints}. */
export function rankScan(series: Series, settings: RankScanSettings): RankScanResult {
  const { values, n, times } = series;
  const { alpha, minSegment, minMagnitude, independent, confidence, seed } = settings;
  const search = { alpha, minSegment, independent, seed, n: values.length };
  const { changes: significant, dependence, p } = findChanges(values, search);
  const changes = dropSmallChanges(values, significant, minMagnitude);
  const rho = independent ? 0 : Math.max(0, dependence.estimate);
  const bounds = changes.map(({ index }) => index);
  const edges = [0, ...bounds, values.length];
  const found = changes.map((change, k): FoundChange => {
    const start = edges[k]!;
    const part = values.subarray(start, edges[k + 2]);
    const [first, last] = locationInterval(part, change.index - start, rho, confidence);
    return { ...change, indexInterval: [start + first, start + last] };
  });
  const reported = reportChanges(series, found, confidence, (1 + rho) / (1 - rho));
  const levels = reported.segments.map(({ median }) => median);
  const drift = gradualDrift(values, bounds, levels, rho);
  return {
    method: "rank-scan",
    ...reported,
    outliers: isolatedOutliers(values, bounds).map((outlier): SeriesOutlier => {
      const index = positionOf(series, outlier.index);
      return { ...outlier, index, time: times === null ? null : times[index]! };
    }),
    p,
    serialCorrelation: p === null ? null : dependence.estimate,
    alpha,
    minSegment,
    minMagnitude,
    independent,
    confidence,
    seed,
    gaps: series.gaps,
    n,
    unit: series.unit,
    warnings: [
      ...series.warnings,
      ...weaknesses(values, settings),
      ...(drift === null ? [] : [driftWarning(drift)]),
      ...(p === null ? [] : dependenceWarnings(dependence.estimate, values.length, independent)),
    ],
  };
}

/** False alarms are simulated up to here. */
const strongest = 0.5;

function weaknesses(values: Readonly<Float64Array>, { alpha, minSegment }: RankScanSettings): Warning[] {
  const needed = fewestToFind(alpha, minSegment);
  if (values.length < needed) {
    return [
      {
        code: "too-few-values",
        message:
          `${values.length} ${values.length === 1 ? "value" : "values"} cannot show a change at alpha ${alpha}: ` +
          `${needed} would do if the change is large and in the middle; a series of 50 or more sees smaller ones.`,
      },
    ];
  }
  if (values.some((value) => value !== values[0])) return [];
  return [
    {
      code: "no-variation",
      message:
        "All values are equal: nothing changes, and nothing can be said about noise; measure with a finer clock.",
    },
  ];
}

/** The shortest series that shows a change where all values after its middle are above all before. */
function fewestToFind(alpha: number, minSegment: number): number {
  let n = Math.max(fewestValues, 2 * minSegment);
  while (n < 1000 && chanceOf(scan(quantiles(n), 0, minSegment).statistic, n) > alpha) n++;
  return n;
}

function driftWarning(direction: "up" | "down"): Warning {
  return {
    code: "drift",
    message:
      `The level moves ${direction} gradually, also between the changes, so these are steps that stand for a slope; ` +
      "look for what grows or wears over time, and do not read the places as those of single causes.",
  };
}

function dependenceWarnings(estimate: number, n: number, independent: boolean): Warning[] {
  const error = 1.1 / Math.sqrt(n);
  if (independent) {
    if (!(estimate > 3 * error)) return [];
    return [
      {
        code: "serial-correlation",
        message:
          `Neighbours are correlated by ${estimate.toFixed(2)}, so these values are not independent, and changes may be false ` +
          "alarms; leave out the option independent.",
      },
    ];
  }
  if (!(estimate - error > strongest)) return [];
  return [
    {
      code: "serial-correlation",
      message:
        `Neighbours are correlated by ${estimate.toFixed(2)} beyond what the changes explain; the rate of false alarms is ` +
        `simulated up to ${strongest}. Values from one process or minute repeat each other: average them, or measure farther apart.`,
    },
  ];
}
