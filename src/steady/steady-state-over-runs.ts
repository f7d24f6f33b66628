import { checkChoice, checkInteger, checkOptions } from "../core/check-options.js";
import { InputError } from "../core/input-error.js";
import { mean } from "../core/moments.js";
import { createSample } from "../core/sample.js";
import { show } from "../core/show.js";
import { sortedQuantile } from "../core/sorted-quantile.js";
import type { Values } from "../core/values.js";
import type { Warning } from "../core/warning.js";
import { checkSeed } from "../random/stream.js";
import type { BootstrapOptions } from "../stats/bootstrap/options.js";
import { hierarchicalBootstrap } from "../stats/hierarchical-bootstrap.js";
import type { Interval } from "../stats/interval.js";
import { areDurations } from "./seconds-per-unit.js";
import { type RunsInput, splitRuns } from "./split-runs.js";
import { resolveSteadyOptions, type SteadyOptions } from "./steady-options.js";
import { describeSteadyRun, type SteadyMethod, type SteadyStateResult } from "./steady-run.js";

/** Options of {@link steadyStateOverRuns}. */
export interface SteadyStateOverRunsOptions extends SteadyOptions {
  /** As for {@link steadyState}. Default "changepoint". */
  readonly detector?: SteadyMethod;
  /** When each value was measured: one array a run. */
  readonly times?: readonly Values[];
  /** Of the interval of the mean. Default 9,999. */
  readonly resamples?: number;
  /** A whole number; the same seed gives the same interval everywhere. Default 1. */
  readonly seed?: number;
}

/** What lies in the middle of the runs, and where nine in ten of them lie. */
export interface OverRuns {
  /** Null if half of the runs or more never become steady. */
  readonly median: number | null;
  /** From the 5th to the 95th percentile; null on the side that runs without a steady state leave open. */
  readonly range: Interval;
}

/** Result of {@link steadyStateOverRuns}. */
export interface SteadyStateOverRunsResult {
  readonly method: "steady-state-over-runs";
  readonly detector: SteadyMethod;
  /** How many runs became steady. */
  readonly reached: number;
  /** The first steady iteration, over runs; a run that never becomes steady counts as later than all others. */
  readonly start: OverRuns;
  /** The time to it; null if there are neither times nor values that are. */
  readonly time: OverRuns | null;
  /** Of all steady values of the runs that became steady; null if none did. */
  readonly mean: number | null;
  /** Runs are what is drawn from; null if fewer than two became steady, or nothing varies. */
  readonly meanInterval: Interval | null;
  /** Each run by itself, in the order given. */
  readonly runs: readonly SteadyStateResult[];
  readonly confidence: number;
  readonly resamples: number;
  readonly seed: number;
  readonly unit: string | null;
  readonly warnings: readonly Warning[];
}

/**
 * When several runs of one benchmark are warm, each judged by itself as {@link steadyState} does: median and 5–95 % range of
 * the steady iteration and of the time to it, as Barrett et al. (2017) report them, and the steady mean with an interval.
 *
 * Assumes independent runs, which are the unit of replication: the interval is that of {@link hierarchicalBootstrap}, studentized,
 * of the steady values. Runs with more steady values count more. Time O(n²) a run at worst, and O(resamples · n).
 *
 * @param runs - a sample; or an array of one array of values, or sample, a run
 * @param options - `detector` "changepoint" (default) or "mser-5"; `margin`, `horizon`, `better`, `gaps` and `confidence` as for {@link
 *   steadyState}; `times`, one array a run; `resamples` and `seed` of the interval
 * @returns `start`, `time`, `mean` over runs, and each run's own result; a warning says how many runs never become steady
 * @throws {InputError} there is no run, one has no value or one that is not finite, or an option is out of range
 * @example
 * const run = (start) => Array.from({ length: 100 }, (_, i) => (i < start ? 12 : 10) + ((i + start) % 3) / 10)
 * steadyStateOverRuns([run(20), run(10), run(0)]).start.median // 10
 */
export function steadyStateOverRuns(
  runs: RunsInput,
  options: SteadyStateOverRunsOptions = {},
): SteadyStateOverRunsResult {
  const name = "steadyStateOverRuns";
  const {
    detector = "changepoint",
    gaps = "refuse",
    times,
    resamples = 9999,
    seed = 1,
  } = checkOptions(name, options);
  checkChoice(name, "detector", detector, ["changepoint", "mser-5"]);
  checkInteger(name, "resamples", resamples, 1);
  checkSeed(name, seed);
  const resolved = resolveSteadyOptions(name, runs, options);
  const split = splitRuns(name, "runs", runs, (run) =>
    times === undefined ? { gaps } : { gaps, times: timesOf(times, run) },
  );
  const described = split.runs.map((series) =>
    describeSteadyRun(series, detector, resolved, areDurations(runs)),
  );
  const results = described.map(({ result }) => result);
  const steady = described.flatMap(({ from }, run) =>
    from === null ? [] : [split.runs[run]!.values.subarray(from)],
  );
  const hasTimes = results.some(({ time }) => time !== null);
  const pooled = poolRuns(steady, { confidence: resolved.confidence, resamples, seed });
  return {
    method: "steady-state-over-runs",
    detector,
    reached: steady.length,
    start: overRuns(results.map(({ start }) => start)),
    time: hasTimes ? overRuns(results.map(({ time }) => time)) : null,
    mean: pooled?.estimate ?? null,
    meanInterval: pooled?.interval ?? null,
    runs: results,
    confidence: resolved.confidence,
    resamples,
    seed,
    unit: split.unit,
    warnings: [...neverSteady(results), ...(pooled?.warnings ?? [])],
  };
}

/** A run that never becomes steady is later than all others. */
function overRuns(values: readonly (number | null)[]): OverRuns {
  const sorted = Float64Array.from(values, (value) => value ?? Number.POSITIVE_INFINITY).sort();
  const quantile = (p: number) => {
    const value = sortedQuantile(sorted, p);
    return Number.isFinite(value) ? value : null;
  };
  return { median: quantile(0.5), range: [quantile(0.05), quantile(0.95)] };
}

type Resampling = Required<Pick<BootstrapOptions, "confidence" | "resamples" | "seed">>;

function poolRuns(runs: readonly Readonly<Float64Array>[], options: Resampling) {
  if (runs.length === 0) return null;
  if (runs.length === 1) return { estimate: mean(runs[0]!), interval: null, warnings: [oneRun] };
  return hierarchicalBootstrap(createSample({ benchmark: "steady", runs }), options);
}

const oneRun: Warning = {
  code: "few-runs",
  message:
    "A single run became steady, and how runs differ cannot be told from one; measure in ten runs or more.",
};

function neverSteady(runs: readonly SteadyStateResult[]): Warning[] {
  const without = runs.flatMap(({ reached }, run) => (reached ? [] : [run]));
  const [first] = without;
  if (first === undefined) return [];
  const reason = runs[first]!.warnings.map(({ message }) => message).join(" ");
  return [
    {
      code: "no-steady-state",
      message: `${without.length} of ${runs.length} runs show no steady state. Run ${first + 1}: ${reason}`,
    },
  ];
}

function timesOf(times: readonly Values[], run: number): Values {
  const own: unknown = Array.isArray(times) ? times[run] : undefined;
  if (Array.isArray(own) || own instanceof Float64Array) return own as Values;
  throw new InputError(
    "steadyStateOverRuns",
    "times",
    `needs one array of times a run, got ${Array.isArray(times) ? show(own) : show(times)}`,
  );
}
