import { bootstrapInterval } from "../stats/bootstrap-interval.js";
import { coefficientOfVariation } from "../stats/coefficient-of-variation.js";
import { describe } from "../stats/describe.js";

/** How the numbers of a strip are computed. */
export interface StripStatisticsOptions {
  readonly confidence: number;
  readonly ddof: 0 | 1;
  readonly resamples: number;
  readonly seed: number;
}

/** The numbers of a strip, in the unit of its values. */
export interface StripStatistics {
  readonly n: number;
  readonly mean: number;
  readonly interval: readonly [low: number, high: number] | null;
  readonly median: number;
  readonly coefficientOfVariation: number | null;
  readonly range: readonly [low: number, high: number];
}

/** Mean with a BCa bootstrap interval, median and coefficient of variation of one finite value or more. Time O(resamples × n). */
export function stripStatistics(values: Float64Array, options: StripStatisticsOptions): StripStatistics {
  const { confidence, ddof, resamples, seed } = options;
  const { n, mean, median, min, max, cv } = describe(values);
  return {
    n,
    mean,
    // Without variation there is nothing to resample.
    interval:
      max > min ? bootstrapInterval(values, { method: "bca", confidence, resamples, seed }).interval : null,
    median,
    // Relative to a mean near zero a spread says nothing.
    coefficientOfVariation:
      cv === null || (min < 0 && max > 0) ? null : coefficientOfVariation(values, { ddof }).estimate,
    range: [min, max],
  };
}
