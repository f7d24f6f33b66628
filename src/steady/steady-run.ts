import { type GapPolicy, positionOf, type Series } from "../changepoint/series.js";
import type { Warning } from "../core/warning.js";
import type { EquivalenceMargin } from "../stats/equivalence-margin.js";
import { judgeShape } from "./judged-run.js";
import { fewestForMser, mser5 } from "./mser.js";
import type { RunClass } from "./run-class.js";
import { steadyMean } from "./steady-mean.js";
import type { ResolvedSteadyOptions } from "./steady-options.js";
import { cutTooLate, tooFew } from "./steady-warnings.js";

/** How the start of the steady state is found. */
export type SteadyMethod = "changepoint" | "mser-5";

/** Where one run is steady. */
export interface SteadyStateResult {
  readonly method: SteadyMethod;
  /** Whether a steady state was shown; if not, a warning says why. */
  readonly reached: boolean;
  /** How the run develops; null for "mser-5", and if there are too few values. */
  readonly classification: RunClass | null;
  /** The first steady iteration, from 0; null if none was reached. */
  readonly start: number | null;
  /** The iterations at which the steady state may begin; null for "mser-5", and if none was reached. */
  readonly startInterval: readonly [first: number, last: number] | null;
  /**
   * From the beginning to `start`: by `times`, or else the sum of all values before, of a sample of the metric "time"; null if it
   * is neither.
   */
  readonly time: number | null;
  readonly timeInterval: readonly [low: number, high: number] | null;
  /** Of these two; null if they come from `times`. */
  readonly timeUnit: string | null;
  /** Of all values from `start` on, spikes included; null if none was reached. */
  readonly mean: number | null;
  /** Knows the autocorrelation, and not that `start` was searched for; null also if the values do not vary. */
  readonly meanInterval: readonly [low: number, high: number] | null;
  /** Of the mean. */
  readonly standardError: number | null;
  /** How many independent values the steady ones are worth. */
  readonly effectiveSize: number | null;
  /** A first tenth of the run that is off by less than this would not be noticed, in the input unit; null for "mser-5". */
  readonly detectableShift: number | null;
  readonly margin: EquivalenceMargin;
  readonly horizon: number;
  readonly better: "lower" | "higher";
  readonly gaps: GapPolicy;
  /** Of the intervals. */
  readonly confidence: number;
  readonly n: number;
  readonly unit: string | null;
  readonly warnings: readonly Warning[];
}

/** A run with its steady values. */
export interface SteadyRun {
  readonly result: SteadyStateResult;
  /** Of the series' values, the first steady one; null if none was reached. */
  readonly from: number | null;
}

/**
 * Finds where a checked run is steady, and describes it from there.
 *
 * @param durations - whether the values add up to the time that has passed
 */
export function describeSteadyRun(
  series: Series,
  method: SteadyMethod,
  { margin, horizon, better, confidence, criteria }: ResolvedSteadyOptions,
  durations: boolean,
): SteadyRun {
  const { values, gaps, n, unit, times } = series;
  const found = method === "mser-5" ? byMser(values) : judgeShape(values, criteria);
  const { start, startInterval } = found;
  const steady = start === null ? null : steadyMean(values.subarray(start), confidence);
  const place = (index: number) => (index === 0 ? 0 : positionOf(series, index));
  const bounds = startInterval?.map((index) => timeUntil(series, index, durations));
  const result: SteadyStateResult = {
    method,
    reached: start !== null,
    classification: found.classification,
    start: start === null ? null : place(start),
    startInterval: startInterval === null ? null : [place(startInterval[0]), place(startInterval[1])],
    time: start === null ? null : timeUntil(series, start, durations),
    timeInterval: typeof bounds?.[0] === "number" ? [bounds[0], bounds[1]!] : null,
    timeUnit: times === null && durations ? unit : null,
    mean: steady?.mean ?? null,
    meanInterval: steady?.interval ?? null,
    standardError: steady?.standardError ?? null,
    effectiveSize: steady?.effectiveSize ?? null,
    detectableShift: found.detectableShift,
    margin,
    horizon,
    better,
    gaps,
    confidence,
    n,
    unit,
    warnings: [...series.warnings, ...found.warnings, ...(steady?.warnings ?? [])],
  };
  return { result, from: start };
}

function byMser(values: Readonly<Float64Array>) {
  const enough = values.length >= fewestForMser;
  const start = enough ? mser5(values) : null;
  const warnings = enough ? (start === null ? [cutTooLate] : []) : [tooFew(values.length, fewestForMser)];
  return { classification: null, start, startInterval: null, detectableShift: null, warnings };
}

/** From the start of the run to that of the value. */
function timeUntil(series: Series, index: number, durations: boolean): number | null {
  const { values, times } = series;
  if (times !== null) return times[positionOf(series, index)]! - times[0]!;
  if (!durations) return null;
  let sum = 0;
  for (let i = 0; i < index; i++) sum += values[i]!;
  return sum;
}
