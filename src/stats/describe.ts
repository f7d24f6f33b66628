import { checkMeasurements, type Measurements } from "../core/measurements.js";
import { moments } from "../core/moments.js";
import { sortedQuantile } from "../core/sorted-quantile.js";
import type { Warning } from "../core/warning.js";
import { checkModes } from "./modality/multimodal-warnings.js";

/** Result of {@link describe}. */
export interface DescribeResult {
  readonly method: "describe";
  readonly n: number;
  readonly mean: number;
  readonly median: number;
  /** Sample standard deviation (divisor n − 1); null for a single value. */
  readonly sd: number | null;
  /** Sample variance (divisor n − 1), in the square of the unit; null for a single value. */
  readonly variance: number | null;
  /** Of the mean, `sd / √n`, for independent values; null for a single value. */
  readonly standardError: number | null;
  /** Coefficient of variation `sd / |mean|`, a fraction; null for a single value or a zero mean. */
  readonly cv: number | null;
  readonly min: number;
  readonly max: number;
  /** First and third quartile (type 7). */
  readonly quartiles: readonly [number, number];
  /** Third quartile − first. */
  readonly interquartileRange: number;
  /** Median of the absolute deviations from the median, unscaled (× 1.4826 estimates a normal sd). */
  readonly mad: number;
  readonly unit: string | null;
  readonly warnings: readonly Warning[];
}

/**
 * The numbers one looks at first: size, centre, spread and quartiles of a set of measurements.
 *
 * Quantiles are of type 7. Time O(n log n), memory O(n).
 *
 * @param values - one or more finite values, or a sample, in any unit
 * @returns everything in the input unit but `n`, `cv` (a fraction) and `variance` (unit squared); what a single value or a
 *   zero mean cannot tell is null, with a warning; values of several modes (see {@link modality}) come with one too
 * @throws {InputError} there are no values, or one is not finite
 * @example
 * describe([12, 10, 11, 15]).mean // 12
 * describe([12, 10, 11, 15]).quartiles // [10.75, 12.75]
 */
export function describe(values: Measurements): DescribeResult {
  const checked = checkMeasurements("describe", "values", values, 1);
  const sorted = Float64Array.from(checked.values).sort();
  const { n, mean, squares } = moments(sorted);
  const median = sortedQuantile(sorted, 0.5);
  const lowerQuartile = sortedQuantile(sorted, 0.25);
  const upperQuartile = sortedQuantile(sorted, 0.75);
  const variance = n === 1 ? null : squares / (n - 1);
  const sd = variance === null ? null : Math.sqrt(variance);
  const ratio = sd === null ? null : sd / Math.abs(mean);
  const cv = Number.isFinite(ratio) ? ratio : null;
  return {
    method: "describe",
    n,
    mean,
    median,
    sd,
    variance,
    standardError: sd === null ? null : sd / Math.sqrt(n),
    cv,
    min: sorted[0]!,
    max: sorted[n - 1]!,
    quartiles: [lowerQuartile, upperQuartile],
    interquartileRange: upperQuartile - lowerQuartile,
    mad: sortedQuantile(sorted.map((value) => Math.abs(value - median)).sort(), 0.5),
    unit: checked.unit,
    warnings: [
      ...checked.warnings,
      ...weaknesses(n, cv),
      ...checkModes(sorted, multimodalAlpha, checked.unit),
    ],
  };
}

/** Stricter than {@link modality} itself, since nobody has asked here. */
const multimodalAlpha = 0.01;

function weaknesses(n: number, cv: number | null): Warning[] {
  if (n === 1) {
    return [{ code: "too-few-values", message: "One value has no spread; measure at least twice." }];
  }
  if (cv === null) {
    return [
      {
        code: "zero-mean",
        message: "The mean is zero, so there is no coefficient of variation; use the sd.",
      },
    ];
  }
  return [];
}
