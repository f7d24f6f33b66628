import { type ReportedChanges, reportChanges } from "../changepoint/report-changes.js";
import { type GapPolicy, positionOf, type Series } from "../changepoint/series.js";
import { checkChoice, checkOptions } from "../core/check-options.js";
import type { Warning } from "../core/warning.js";
import type { EquivalenceMargin } from "../stats/equivalence-margin.js";
import { barrettMargin, judgeAsBarrett } from "./barrett/judge-as-barrett.js";
import { type JudgedRun, judgeShape } from "./judged-run.js";
import { classOfRuns, type RunClass, type RunsClass, runClasses } from "./run-class.js";
import { type RunsInput, splitRuns } from "./split-runs.js";
import { checkShareOrCount, resolveSteadyOptions, type SteadyOptions } from "./steady-options.js";

export type { RunClass, RunsClass, RunsInput };

/** By which rules runs are classified. */
export type WarmupMode = "robust" | "barrett";

/** Options of {@link classifyWarmup}. */
export interface ClassifyWarmupOptions extends SteadyOptions {
  /** "robust", or "barrett", which does what warmup_stats does. Default "robust". */
  readonly mode?: WarmupMode;
  /** For "barrett": the window that outliers are looked for in, as a share of the run or a number of values. Default 200. */
  readonly window?: number;
}

/** One run in the result of {@link classifyWarmup}. */
export interface WarmupRun extends ReportedChanges {
  /** Null, with a warning, if there are too few values. */
  readonly classification: RunClass | null;
  /** The first steady iteration, from 0; null if none was reached. */
  readonly start: number | null;
  /** The iterations at which the steady state may begin; null for "barrett". */
  readonly startInterval: readonly [first: number, last: number] | null;
  /** Values that were set aside when changes were looked for; means and medians of segments include them. */
  readonly outliers: readonly number[];
  readonly n: number;
  readonly warnings: readonly Warning[];
}

/** Result of {@link classifyWarmup}. */
export interface ClassifyWarmupResult {
  readonly method: "warmup-classes";
  readonly mode: WarmupMode;
  /** Of all runs together; null if one of them has none. */
  readonly classification: RunsClass | null;
  /** How many runs are of each class. */
  readonly counts: Readonly<Record<RunClass, number>>;
  readonly runs: readonly WarmupRun[];
  readonly margin: EquivalenceMargin;
  readonly horizon: number;
  /** Null for "robust". */
  readonly window: number | null;
  readonly better: "lower" | "higher";
  readonly gaps: GapPolicy;
  readonly confidence: number;
  readonly unit: string | null;
  readonly warnings: readonly Warning[];
}

/**
 * Whether runs are flat, warm up, slow down or never become steady, and whether they agree: "good inconsistent" if some are
 * flat and the others warm up, "bad inconsistent" for any other mixture.
 *
 * After Barrett, Bolz-Tereick, Killick, Mount & Tratt (2017), Virtual machine warmup blows hot and cold, OOPSLA,
 * doi:10.1145/3133876. "barrett" does what their program warmup_stats does, of values in seconds: outliers in a rolling window of
 * 200; changes of mean and variance at a price of 15·ln n; and a segment is equivalent to the last one if mean ± variance
 * overlaps its mean ± the larger of variance and 0.001 s (`margin`; a relative one is of the fastest segment). That adds squares
 * to seconds: the same run in milliseconds could be of another class.
 *
 * "robust" corrects this, as {@link steadyState} says in detail. A level differs from the last one if their means differ by
 * more than `margin` and by more than two standard errors, all in the unit of the values; the steady part has to be a share of
 * the run, so that short ones can be judged; noise may have any distribution, and neighbours may be correlated; a pause of
 * three values is no level; drift is no steady state. Simulated in docs/simulations-steady.md. Time O(n²) a run at worst, memory
 * O(n).
 *
 * @param runs - a sample; or values of one run; or an array of one array of values, or sample, a run; 20 or more values each
 * @param options - `mode`; `margin`, default `{ relative: 0.005 }`, 0.001 s for "barrett"; `horizon`, how long the steady part must be, default
 *   0.25 of the run, 500 values for "barrett"; `window`; `better`, `gaps`, `confidence`
 * @returns the class of all runs, and of each its class, start, segments and outliers
 * @throws {InputError} there is no run, one has no value or one that is not finite, or an option is out of range; "barrett"
 *   needs `margin` for values without a unit of time
 * @example
 * const warm = Array.from({ length: 100 }, (_, i) => (i < 20 ? 12 : 10) + (i % 3) / 10)
 * const flat = warm.slice(20)
 * classifyWarmup([warm, flat]).runs.map(({ classification }) => classification) // ["warmup", "flat"]
 * classifyWarmup([warm, flat]).classification // "good inconsistent"
 */
export function classifyWarmup(runs: RunsInput, options: ClassifyWarmupOptions = {}): ClassifyWarmupResult {
  const { mode = "robust", gaps = "refuse", window = 200 } = checkOptions("classifyWarmup", options);
  checkChoice("classifyWarmup", "mode", mode, ["robust", "barrett"]);
  checkShareOrCount("classifyWarmup", "window", window);
  const split = splitRuns("classifyWarmup", "runs", runs, () => ({ gaps }));
  const isBarrett = mode === "barrett";
  const resolved = isBarrett
    ? resolveSteadyOptions("classifyWarmup", runs, {
        ...options,
        horizon: options.horizon ?? 500,
        margin: options.margin ?? barrettMargin("classifyWarmup", split.unit),
      })
    : resolveSteadyOptions("classifyWarmup", runs, options);
  const { margin, horizon, better, confidence, criteria } = resolved;
  const classified = split.runs.map((series) => {
    const judged = isBarrett
      ? judgeAsBarrett(series.values, { margin, horizon, better, window, unit: split.unit })
      : judgeShape(series.values, criteria);
    return reportRun(series, judged, confidence);
  });
  const classes = classified.map(({ classification }) => classification);
  const known = classes.filter((classification) => classification !== null);
  const counts = runClasses.map((name) => [name, known.filter((one) => one === name).length] as const);
  return {
    method: "warmup-classes",
    mode,
    classification: known.length < classes.length ? null : classOfRuns(known),
    counts: Object.fromEntries(counts) as Record<RunClass, number>,
    runs: classified,
    margin,
    horizon,
    window: isBarrett ? window : null,
    better,
    gaps,
    confidence,
    unit: split.unit,
    warnings: doubtfulRuns(classified),
  };
}

/** The run as the caller counts its values. */
function reportRun(series: Series, judged: JudgedRun, confidence: number): WarmupRun {
  const place = (index: number) => (index === 0 ? 0 : positionOf(series, index));
  const { classification, start, startInterval, outliers } = judged;
  const found = judged.changes.map((index) => ({
    index,
    indexInterval: index === start && startInterval !== null && startInterval[0] > 0 ? startInterval : null,
  }));
  return {
    classification,
    start: start === null ? null : place(start),
    startInterval: startInterval === null ? null : [place(startInterval[0]), place(startInterval[1])],
    outliers: outliers.map(place),
    ...reportChanges(series, found, confidence),
    n: series.n,
    warnings: [...series.warnings, ...judged.warnings],
  };
}

/** What a reader of the classes alone should know: each doubt once, with the runs that have it. */
function doubtfulRuns(runs: readonly WarmupRun[]): Warning[] {
  const codes = [...new Set(runs.flatMap(({ warnings }) => warnings.map(({ code }) => code)))];
  return codes.map((code) => {
    const having = runs.flatMap(({ warnings }, run) =>
      warnings.filter((warning) => warning.code === code).map(({ message }) => ({ message, run })),
    );
    const [first] = having;
    const others = having.length > 1 ? ` (and ${having.length - 1} more of ${runs.length} runs)` : "";
    return {
      code,
      message: runs.length === 1 ? first!.message : `Run ${first!.run + 1}${others}: ${first!.message}`,
    };
  });
}
