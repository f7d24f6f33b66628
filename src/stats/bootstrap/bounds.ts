import { largestNumber } from "../../core/measurements.js";
import { variance } from "../../core/moments.js";
import { sortedQuantile } from "../../core/sorted-quantile.js";
import type { Warning } from "../../core/warning.js";
import { accelerationOf, correctedLevels } from "./bias-correction.js";

/** How bounds are read off the resampled statistics. */
export type BootstrapMethod = (typeof bootstrapMethods)[number];

/** All of them. */
export const bootstrapMethods = ["percentile", "basic", "bca", "studentized"] as const;

/** The statistic of every resample, in the order drawn. */
export interface Replicates {
  readonly values: Float64Array;
  /** Null unless the method asks for them. */
  readonly errors: ReplicateErrors | null;
}

/** Standard errors of the estimate and of each replicate, or of their logarithms. */
export interface ReplicateErrors {
  readonly scale: "linear" | "log";
  readonly ofEstimate: number;
  readonly ofValues: Float64Array;
}

/** An interval, or the reason why there is none. */
export interface BootstrapBounds {
  readonly interval: readonly [low: number, high: number] | null;
  /** Standard deviation of the replicates; null where there is no interval. */
  readonly standardError: number | null;
  readonly warnings: readonly Warning[];
}

/**
 * Bounds from replicates of a statistic, which are sorted in place.
 * BCa: Efron (1987), JASA 82, 171–185, doi:10.1080/01621459.1987.10478410; several samples: Efron & Tibshirani (1993), An
 * Introduction to the Bootstrap, chapters 13 and 14; basic and studentized: Davison & Hinkley (1997), Bootstrap Methods and
 * their Application, chapter 5. Time O(R log R).
 *
 * @param jackknives - the statistic without each value in turn, one array a sample; only called for BCa
 */
export function bootstrapBounds(
  method: BootstrapMethod,
  confidence: number,
  estimate: number,
  { values, errors }: Replicates,
  jackknives: () => readonly Float64Array[],
): BootstrapBounds {
  const tail = (1 - confidence) / 2;
  if (!isReached(values.length, tail)) return none(tooFewResamples(tail));
  const pivots = errors === null ? null : pivotsOf(values, estimate, errors);
  // Typed arrays sort NaN and infinity to the ends.
  values.sort();
  const lowest = values[0]!;
  const highest = values[values.length - 1]!;
  if (!(lowest >= -largestNumber && highest <= largestNumber)) return none(undefinedStatistic);
  if (lowest === highest) return none(noVariation);
  const standardError = Math.sqrt(variance(values));
  if (pivots !== null && errors !== null) {
    return studentized(estimate, errors, pivots.sort(), tail, standardError);
  }
  if (method === "bca") return biasCorrected(confidence, estimate, values, jackknives(), standardError);
  const low = sortedQuantile(values, tail);
  const high = sortedQuantile(values, 1 - tail);
  const interval = method === "basic" ? mirrored(estimate, low, high) : ([low, high] as const);
  return { interval, standardError, warnings: [] };
}

function mirrored(estimate: number, low: number, high: number): readonly [number, number] {
  return [estimate + (estimate - high), estimate + (estimate - low)];
}

/** A resample without spread lies infinitely many standard errors off, unless it agrees with the estimate. */
function pivotsOf(
  values: Float64Array,
  estimate: number,
  { scale, ofValues }: ReplicateErrors,
): Float64Array {
  return values.map((value, r) => {
    const difference = scale === "log" ? Math.log(value / estimate) : value - estimate;
    const error = ofValues[r]!;
    return difference === 0 && error === 0 ? 0 : difference / error;
  });
}

function studentized(
  estimate: number,
  { scale, ofEstimate: error }: ReplicateErrors,
  pivots: Readonly<Float64Array>,
  tail: number,
  standardError: number,
): BootstrapBounds {
  if (pivots.some(Number.isNaN)) return none(undefinedStatistic);
  const low = sortedQuantile(pivots, tail);
  const high = sortedQuantile(pivots, 1 - tail);
  if (!(error > 0 && Number.isFinite(error * low) && Number.isFinite(error * high))) return none(noSpread);
  const away = (by: number) => (scale === "log" ? estimate * Math.exp(-by) : estimate - by);
  const [first, second] = [away(error * high), away(error * low)];
  return { interval: [Math.min(first, second), Math.max(first, second)], standardError, warnings: [] };
}

function biasCorrected(
  confidence: number,
  estimate: number,
  sorted: Readonly<Float64Array>,
  jackknives: readonly Float64Array[],
  standardError: number,
): BootstrapBounds {
  const acceleration = accelerationOf(jackknives);
  if (!Number.isFinite(acceleration)) return none(undefinedStatistic);
  const levels = correctedLevels(confidence, estimate, sorted, acceleration);
  if (levels === null) return none(uncorrectable);
  const tail = Math.min(levels[0], 1 - levels[1]);
  return {
    interval: [sortedQuantile(sorted, levels[0]), sortedQuantile(sorted, levels[1])],
    standardError,
    warnings: isReached(sorted.length, tail) ? [] : [extremeResample(tail)],
  };
}

/** 1 − 0.95 is a little more than 0.05. */
const rounding = 1e-9;

/** Whether so many resamples have one beyond a bound that leaves out `tail`. */
function isReached(resamples: number, tail: number): boolean {
  return (resamples + 1) * tail >= 1 - rounding;
}

function none(warning: Warning): BootstrapBounds {
  return { interval: null, standardError: null, warnings: [warning] };
}

function tooFewResamples(tail: number): Warning {
  const needed = Math.ceil((1 - rounding) / tail) - 1;
  return {
    code: "too-few-resamples",
    message:
      `So few resamples cannot tell a bound at this confidence; ${needed} are the least` +
      (needed < 9999 ? ", and the default of 9,999 is better." : ", or ask for a lower confidence."),
  };
}

function extremeResample(tail: number): Warning {
  const needed = Math.ceil(1 / tail) - 1;
  return {
    code: "extreme-resample",
    message:
      "The correction for bias and skewness asks for a bound beyond the most extreme resample, which stands in for it; " +
      (needed <= 1e6
        ? `${needed} resamples would do, and more values would be better.`
        : 'take more values, or ask for method "studentized".'),
  };
}

const noSpread: Warning = {
  code: "no-spread-within-resamples",
  message:
    "Too many resamples have no spread of their own, by which a studentized interval divides; take more values, or ask for " +
    'method "bca".',
};

const undefinedStatistic: Warning = {
  code: "undefined-statistic",
  message:
    "The statistic is no finite number for some resamples, so it has no interval; take more values, or a statistic that " +
    "exists for every resample.",
};

const noVariation: Warning = {
  code: "no-variation",
  message:
    "The statistic is the same for all resamples, so nothing can be said about chance; " +
    "take more values, or measure with a finer clock.",
};

const uncorrectable: Warning = {
  code: "uncorrectable-bias",
  message:
    "The resamples lie too far to one side of the estimate for a BCa interval; take more values or resamples, or ask for " +
    'method "percentile".',
};
