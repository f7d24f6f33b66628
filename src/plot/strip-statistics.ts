import type { Warning } from "../core/warning.js";
import { bootstrapInterval } from "../stats/bootstrap-interval.js";
import { coefficientOfVariation } from "../stats/coefficient-of-variation.js";
import { describe } from "../stats/describe.js";
import { studentTQuantile } from "../stats/distributions.js";

/** How the numbers of a strip are computed. */
export interface StripStatisticsOptions {
  readonly confidence: number;
  readonly ddof: 0 | 1;
  readonly resamples: number;
  readonly seed: number;
  /** How the interval is computed: by resampling, or, for very many values, from their standard deviation. */
  readonly intervalMethod: "bca" | "student-t";
}

/** The numbers of a strip, in the unit of its values. */
export interface StripStatistics {
  readonly n: number;
  readonly mean: number;
  readonly interval: readonly [low: number, high: number] | null;
  /** Null if there is no interval. */
  readonly intervalMethod: "bca" | "student-t" | null;
  /** Why the values vary and have no interval all the same, if so. */
  readonly failure: Warning | null;
  readonly median: number;
  readonly coefficientOfVariation: number | null;
  readonly range: readonly [low: number, high: number];
}

/**
 * Mean with its interval, median and coefficient of variation of one finite value or more. Time O(resamples × n) for the
 * bootstrap, else O(n log n).
 */
export function stripStatistics(values: Float64Array, options: StripStatisticsOptions): StripStatistics {
  const { confidence, ddof, resamples, seed } = options;
  const { n, mean, median, min, max, cv, standardError } = describe(values);
  const varies = max > min;
  const isResampled = varies && options.intervalMethod === "bca";
  const resampled = isResampled ? bootstrapInterval(values, { confidence, resamples, seed }) : null;
  const isAnalytic = varies && !isResampled;
  const halfWidth = isAnalytic ? studentTQuantile((1 + confidence) / 2, n - 1) * standardError! : 0;
  const interval = isAnalytic
    ? ([mean - halfWidth, mean + halfWidth] as const)
    : (resampled?.interval ?? null);
  return {
    n,
    mean,
    interval,
    intervalMethod: interval === null ? null : options.intervalMethod,
    failure: interval === null ? (resampled?.warnings.at(-1) ?? null) : null,
    median,
    // Relative to a mean near zero a spread says nothing.
    coefficientOfVariation:
      cv === null || (min < 0 && max > 0) ? null : coefficientOfVariation(values, { ddof }).estimate,
    range: [min, max],
  };
}

/** Resampling more takes seconds. */
const mostResampled = 40_000;

/**
 * The size up to which strips are resampled: as many strips as hold 40,000 values in all, the small ones first, since there
 * the shape of the distribution matters. Those of one size are treated alike.
 */
export function largestResampled(sizes: readonly number[]): number {
  let total = 0;
  for (const size of sizes.toSorted((a, b) => a - b)) {
    total += size;
    if (total > mostResampled) return size - 1;
  }
  return Number.POSITIVE_INFINITY;
}
