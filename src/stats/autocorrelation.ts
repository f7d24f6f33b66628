import { checkConfidence, checkInteger, checkOptions } from "../core/check-options.js";
import type { Measurements } from "../core/measurements.js";
import type { Warning } from "../core/warning.js";
import { chiSquaredTail, normalQuantile } from "./distributions.js";
import { autocovariance } from "./series/autocovariance.js";
import { checkSeries } from "./series/check-series.js";
import { noVariation } from "./weak-data.js";

/** Options of {@link autocorrelation}. */
export interface AutocorrelationOptions {
  /** The largest lag, of estimates and test, at most n − 1. Default 10 · log₁₀ n, as in R, but n / 5 or 10 for the test. */
  readonly lags?: number;
  /** Of the band, in (0, 1). Default 0.95. */
  readonly confidence?: number;
}

/** Result of {@link autocorrelation}. */
export interface AutocorrelationResult {
  readonly method: "autocorrelation";
  /** At lag 0 (always 1), 1, 2, … `lags`; null if no two values differ. */
  readonly estimate: readonly number[] | null;
  readonly lags: number;
  /** Where the estimate at any one lag above 0 lies with this confidence if the values are independent: ± z / √n. */
  readonly band: readonly [low: number, high: number];
  readonly confidence: number;
  /** Ljung & Box's Q over the lags from 1 to `df`; null if no two values differ. */
  readonly statistic: number | null;
  /** Degrees of freedom of the test: how many lags it takes, `lags` if that was given. */
  readonly df: number;
  /** Of independence at these lags together; null if no two values differ. */
  readonly p: number | null;
  readonly n: number;
  readonly warnings: readonly Warning[];
}

/**
 * The autocorrelation of a series: how much each value says about those after it, with a test of independence.
 *
 * Assumes a stationary series; a trend or a jump looks like autocorrelation at all lags. Estimates are biased (divisor n), as
 * R's acf() has them. The test takes a large sample and few lags: by default n / 5 of them, at most 10 (Hyndman &
 * Athanasopoulos, 2021, Forecasting, section 5.4). Simulated for independent values, n = 5 to 100, it then rejects 4 to 6 % at
 * 5 % if they are normal, 2 to 5 % if log-normal, up to 7 % with two humps. Box & Jenkins (1976), Time Series Analysis, chapter
 * 2; Ljung & Box (1978), Biometrika 65, 297–303, doi:10.1093/biomet/65.2.297. Time O(n · lags), memory O(n).
 *
 * @param values - three or more finite values in time order, or a sample, in any unit
 * @param options - `lags` from 1 to n − 1, default 10 · log₁₀ n (n / 5, at most 10, for the test); `confidence` in (0, 1) of
 *   the band, default 0.95
 * @returns `estimate` at lag 0, 1, …; null, as is `p`, with a warning, if no two values differ
 * @throws {InputError} there are too few values, one is not finite, or an option is out of range
 * @example
 * autocorrelation([1, 2, 3, 4, 5], { lags: 2 }).estimate // [1, 0.4, -0.1]
 */
export function autocorrelation(
  values: Measurements,
  options: AutocorrelationOptions = {},
): AutocorrelationResult {
  const checked = checkSeries("autocorrelation", values, 3);
  const n = checked.values.length;
  const { lags: asked, confidence = 0.95 } = checkOptions("autocorrelation", options);
  const lags = asked ?? Math.min(n - 1, Math.floor(10 * Math.log10(n)));
  const df = asked ?? Math.min(10, Math.max(1, Math.floor(n / 5)));
  checkInteger("autocorrelation", "lags", lags, 1, n - 1);
  checkConfidence("autocorrelation", confidence);

  const covariance = autocovariance(checked.values);
  const variance = covariance(0);
  const varies = variance > 0;
  const estimate = Array.from({ length: lags + 1 }, (_, lag) => covariance(lag) / variance);
  const statistic = ljungBox(estimate.slice(1, df + 1), n);
  const half = -normalQuantile((1 - confidence) / 2) / Math.sqrt(n);
  return {
    method: "autocorrelation",
    estimate: varies ? estimate : null,
    lags,
    band: [-half, half],
    confidence,
    statistic: varies ? statistic : null,
    df,
    // The smallest positive number stands for what a double cannot hold; 0 would be no bound.
    p: varies ? Math.max(chiSquaredTail(statistic, df), Number.MIN_VALUE) : null,
    n,
    warnings: varies ? checked.warnings : [...checked.warnings, noVariation],
  };
}

function ljungBox(estimates: readonly number[], n: number): number {
  const sum = estimates.reduce((total, estimate, i) => total + estimate ** 2 / (n - i - 1), 0);
  return n * (n + 2) * sum;
}
