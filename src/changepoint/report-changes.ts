import { moments } from "../core/moments.js";
import { sortedQuantile } from "../core/sorted-quantile.js";
import { studentTQuantile } from "../stats/distributions.js";
import { fiellerBounds, satterthwaite, squaredError } from "../stats/welch-moments.js";
import type { ChangePoint, Segment } from "./change-points.js";
import { positionOf, type Series } from "./series.js";

/** A change as a method found it. */
export interface FoundChange {
  /** Index into the series' values. */
  readonly index: number;
  readonly p?: number | null;
  /** The indices among which it lies. */
  readonly indexInterval?: readonly [first: number, last: number] | null;
}

/** What all methods report of the changes they found. */
export interface ReportedChanges {
  readonly indices: readonly number[];
  readonly changePoints: readonly ChangePoint[];
  readonly segments: readonly Segment[];
}

/**
 * Describes the segments between changes, and each change by what lies before and after it. Indices count as the caller's
 * series does, gaps included. Time O(n log n), memory O(n).
 *
 * @param found - ascending, each from 1 to the number of values − 1
 * @param inflation - how many times as large as that of independent values the variance of a mean is
 */
export function reportChanges(
  series: Series,
  found: readonly FoundChange[],
  confidence: number,
  inflation = 1,
): ReportedChanges {
  const { values, n, times } = series;
  const bounds = [0, ...found.map(({ index }) => index), values.length];
  const place = (index: number): number =>
    index === 0 ? 0 : index >= values.length ? n : positionOf(series, index);
  const described = bounds.slice(1).map((end, k) => {
    const part = values.subarray(bounds[k], end);
    const summary = moments(part);
    const segment: Segment = {
      start: place(bounds[k]!),
      end: place(end),
      n: part.length,
      mean: summary.mean,
      median: sortedQuantile(part.slice().sort(), 0.5),
      sd: part.length > 1 ? Math.sqrt(summary.squares / (part.length - 1)) : null,
    };
    return { segment, summary };
  });
  const changePoints = found.map(({ index, p = null, indexInterval = null }, k): ChangePoint => {
    const [before, after] = [described[k]!, described[k + 1]!];
    const position = place(index);
    const change = before.summary.mean > 0 ? after.summary.mean / before.summary.mean - 1 : null;
    return {
      index: position,
      indexInterval: indexInterval === null ? null : [place(indexInterval[0]), place(indexInterval[1])],
      time: times === null ? null : times[position]!,
      p,
      before: before.segment,
      after: after.segment,
      relativeChange: Number.isFinite(change) ? change : null,
      relativeInterval: relativeInterval(before.summary, after.summary, confidence, inflation),
    };
  });
  return {
    indices: changePoints.map(({ index }) => index),
    changePoints,
    segments: described.map(({ segment }) => segment),
  };
}

type Summary = ReturnType<typeof moments>;

/** Fieller's, with Welch's degrees of freedom, as {@link welchTTest} has it. */
function relativeInterval(
  before: Summary,
  after: Summary,
  confidence: number,
  inflation: number,
): readonly [number, number] | null {
  if (Math.min(before.n, after.n) <= Math.max(1, inflation)) return null;
  const [fewer, others] = [thinned(before, inflation), thinned(after, inflation)];
  if (!(squaredError(fewer) + squaredError(others) > 0)) return null;
  const critical = -studentTQuantile((1 - confidence) / 2, satterthwaite(fewer, others));
  return fiellerBounds(fewer, others, critical);
}

/** The same mean and variance from as many independent values as tell as much about the mean. */
function thinned(summary: Summary, inflation: number): Summary {
  if (inflation === 1) return summary;
  const n = summary.n / inflation;
  return { ...summary, n, squares: (summary.squares * (n - 1)) / (summary.n - 1) };
}
