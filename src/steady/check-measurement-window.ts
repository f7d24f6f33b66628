import { checkSeries, positionOf, type SeriesOptions } from "../changepoint/series.js";
import { checkOptions } from "../core/check-options.js";
import { InputError } from "../core/input-error.js";
import type { Measurements } from "../core/measurements.js";
import { mean } from "../core/moments.js";
import { isSample } from "../core/sample.js";
import { show } from "../core/show.js";
import type { Warning } from "../core/warning.js";
import { areDurations } from "./seconds-per-unit.js";
import { resolveSteadyOptions, type SteadyOptions } from "./steady-options.js";
import { describeSteadyRun, type SteadyStateResult } from "./steady-run.js";
import { biasOfWindow } from "./window/bias-of-window.js";
import { findWindow, firstFrom } from "./window/find-window.js";
import { windowWarnings } from "./window/window-warnings.js";

/** Options of {@link checkMeasurementWindow}. */
export interface MeasurementWindowOptions extends SteadyOptions, SeriesOptions {
  /** The first iteration of the window, or its first time if there are `times`. Default: from the beginning. */
  readonly from?: number;
  /** The iteration, or time, after its last one. Default: until the end. */
  readonly to?: number;
  /** The steady state of a longer run of the same benchmark, to hold this one against. Default: that of this run. */
  readonly steady?: SteadyStateResult;
}

/** Result of {@link checkMeasurementWindow}. */
export interface MeasurementWindowResult {
  readonly method: "measurement-window";
  /** The window in iterations: the first, and the one after the last. */
  readonly window: readonly [start: number, end: number];
  /** Whether the window begins in the steady state, with the confidence asked for; null if none is known. */
  readonly steady: boolean | null;
  /** How many iterations of the window are before the steady state begins; null if none is known. */
  readonly inWarmup: number | null;
  /** How many iterations the warm-up takes; null if no steady state is known. */
  readonly warmup: number | null;
  /** How many it takes at most, with the confidence asked for: how long it should be. */
  readonly longestWarmup: number | null;
  /** The same in time; null where {@link SteadyStateResult} has none. */
  readonly warmupTime: number | null;
  readonly longestWarmupTime: number | null;
  readonly windowMean: number;
  readonly steadyMean: number | null;
  /** `windowMean − steadyMean`, in the input unit. */
  readonly bias: number | null;
  readonly biasInterval: readonly [low: number, high: number] | null;
  /** A fraction of the steady mean; null unless that is above zero. */
  readonly relativeBias: number | null;
  readonly confidence: number;
  /** Values in the window. */
  readonly n: number;
  readonly unit: string | null;
  readonly warnings: readonly Warning[];
}

/**
 * Whether a measurement window lies in the steady state; if not, how biased its mean is, and how long the warm-up should have
 * been.
 *
 * The steady state is that of {@link steadyState} of the same values, from the beginning of the run, or that of a longer run
 * given as `steady`: a recording that was cut off in the warm-up cannot know where it would have ended. By iteration, or by
 * time if there are `times`, which then both runs need. The interval of the bias takes the noise in the warm-up for that of the
 * steady state, and does not know that its start was searched for. Time O(n²) at worst, memory O(n).
 *
 * @param values - finite values of one run from its very beginning, in time order, in any unit, or a sample of one run
 * @param options - `from` and `to`, the window [from, to) in iterations, or in time if there are `times`; `steady`, of a longer run; `margin`,
 *   `horizon`, `better`, `gaps`, `times`, `confidence` as for {@link steadyState}
 * @returns how many iterations are in the warm-up, the `bias` of the window's mean with an interval, and the `longestWarmup`; null
 *   where no steady state is known, with a warning
 * @throws {InputError} there are several runs, no value in the window, or one that is not finite, or an option is out of range
 * @example
 * const run = Array.from({ length: 100 }, (_, i) => (i < 30 ? 12 : 10) + (i % 3) / 10)
 * const { inWarmup, longestWarmup, bias } = checkMeasurementWindow(run, { from: 20, to: 40 })
 * inWarmup // 10
 * longestWarmup // 30
 * bias // ≈ 1
 */
export function checkMeasurementWindow(
  values: Measurements,
  options: MeasurementWindowOptions = {},
): MeasurementWindowResult {
  const name = "checkMeasurementWindow";
  const { from, to, steady: given } = checkOptions(name, options);
  if (isSample(values) && values.runs.length > 1) {
    throw new InputError(name, "values", `needs one run, got a sample of ${values.runs.length}`);
  }
  if (given !== undefined) checkSteady(name, given);
  const resolved = resolveSteadyOptions(name, values, options);
  const series = checkSeries(name, values, options);
  const window = findWindow(name, series, from, to);
  const own =
    given === undefined ? describeSteadyRun(series, "changepoint", resolved, areDurations(values)) : null;
  const steady = given ?? own!.result;
  const { start, startInterval, time, timeInterval } = steady;
  const windowMean = mean(series.values.subarray(window.start, window.end));
  const bias = biasOfWindow(windowMean, window, steady, own?.from ?? null);
  const first = positionOf(series, window.start);
  const n = window.end - window.start;
  const shared = {
    method: "measurement-window",
    window: [first, positionOf(series, window.end - 1) + 1],
    windowMean,
    n,
    confidence: steady.confidence,
    unit: series.unit,
  } as const;
  if (start === null) {
    return {
      ...shared,
      ...unknown,
      warnings: [...(own === null ? series.warnings : []), ...steady.warnings],
    };
  }

  const longestWarmup = startInterval?.[1] ?? start;
  const longestWarmupTime = timeInterval?.[1] ?? time;
  const { times } = series;
  const indexOf = (iteration: number, after: number | null) =>
    firstFrom(series, times !== null && after !== null ? times[0]! + after : iteration);
  const inWarmup = Math.max(0, Math.min(window.end, indexOf(start, time)) - window.start);
  const isSteady = window.start >= indexOf(longestWarmup, longestWarmupTime);
  const relativeBias = bias?.relative ?? null;
  return {
    ...shared,
    steady: isSteady,
    inWarmup,
    warmup: start,
    longestWarmup,
    warmupTime: time,
    longestWarmupTime,
    steadyMean: steady.mean,
    bias: bias?.estimate ?? null,
    biasInterval: bias?.interval ?? null,
    relativeBias,
    warnings: [
      ...(own === null ? series.warnings : steady.warnings),
      ...(isSteady
        ? []
        : windowWarnings({
            n,
            first,
            inWarmup,
            warmup: start,
            longestWarmup,
            longestTime: longestWarmupTime,
            timeUnit: steady.timeUnit,
            relativeBias,
          })),
    ],
  };
}

const unknown = {
  steady: null,
  inWarmup: null,
  warmup: null,
  longestWarmup: null,
  warmupTime: null,
  longestWarmupTime: null,
  steadyMean: null,
  bias: null,
  biasInterval: null,
  relativeBias: null,
} as const;

function checkSteady(functionName: string, steady: SteadyStateResult): void {
  if (typeof steady === "object" && steady !== null && "reached" in steady && "meanInterval" in steady)
    return;
  throw new InputError(functionName, "steady", `needs the result of steadyState(), got ${show(steady)}`);
}
