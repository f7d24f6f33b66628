import type { Measurements } from "../core/measurements.js";
import type { Warning } from "../core/warning.js";
import { autocovariance } from "./series/autocovariance.js";
import { checkSeries } from "./series/check-series.js";
import { noVariation } from "./weak-data.js";

/** Result of {@link optimalBlockLength}. */
export interface OptimalBlockLengthResult {
  readonly method: "optimal-block-length";
  /** Mean block length for the stationary bootstrap, 1 or more, not rounded; null if no two values differ. */
  readonly stationary: number | null;
  /** Block length for the moving-block bootstrap, 1 or more, rounded up; null if no two values differ. */
  readonly movingBlock: number | null;
  /** The largest lag that was used: twice the one from which on the autocorrelation is negligible. */
  readonly bandwidth: number;
  readonly n: number;
  readonly warnings: readonly Warning[];
}

/**
 * The block lengths for which block bootstraps estimate the variance of the mean best, from the series itself.
 *
 * Assumes a stationary series whose autocorrelation dies away. Spectral estimates are smoothed by a flat-top window
 * up to twice the first lag after which five autocorrelations in a row are below 2·√(log₁₀ n / n); without such a lag, up to
 * the largest that is above. That lag itself is counted, as in the program of the authors. At most ⌈min(3√n, n/3)⌉.
 * Politis & White (2004), Econometric Reviews 23, 53–70, doi:10.1081/ETC-120028836, as corrected by Patton, Politis & White
 * (2009), ibid. 28, 372–375, doi:10.1080/07474930802459016. Time O(n√n), memory O(n).
 *
 * @param values - four or more finite values in time order, or a sample, in any unit
 * @returns `stationary` and `movingBlock`, in values; null, with a warning, if no two values differ
 * @throws {InputError} there are too few values, or one is not finite
 * @example
 * optimalBlockLength([1, 2, 2, 3, 3, 2, 2, 1, 1, 2, 3, 3]).movingBlock // 2
 */
export function optimalBlockLength(values: Measurements): OptimalBlockLengthResult {
  const checked = checkSeries("optimalBlockLength", values, 4);
  const n = checked.values.length;
  const covariance = autocovariance(checked.values);
  const shared = { method: "optimal-block-length", n } as const;
  const variance = covariance(0);
  if (!(variance > 0)) {
    return {
      ...shared,
      stationary: null,
      movingBlock: null,
      bandwidth: 0,
      warnings: [...checked.warnings, noVariation],
    };
  }
  const largest = Math.min(n - 1, Math.ceil(Math.sqrt(n)) + neighbours);
  const covariances = Array.from({ length: largest + 1 }, (_, lag) => covariance(lag));
  const bandwidth = Math.min(largest, 2 * negligibleFrom(covariances, n));
  let spectrum = variance;
  let slope = 0;
  for (let lag = 1; lag <= bandwidth; lag++) {
    const weighted = 2 * flatTop(lag / bandwidth) * covariances[lag]!;
    spectrum += weighted;
    slope += lag * weighted;
  }
  const longest = Math.ceil(Math.min(3 * Math.sqrt(n), n / 3));
  const within = (length: number) => Math.min(longest, Math.max(1, length));
  const ratio = slope === 0 ? 0 : (slope / spectrum) ** 2 * n;
  return {
    ...shared,
    stationary: within(Math.cbrt(ratio)),
    movingBlock: within(Math.ceil(Math.cbrt(1.5 * ratio))),
    bandwidth,
    warnings: checked.warnings,
  };
}

/** So many autocorrelations in a row have to be small. */
const neighbours = 5;

/** The first lag at which the autocorrelation is negligible, as are those that follow it; 1 or more. */
function negligibleFrom(covariances: readonly number[], n: number): number {
  const limit = 2 * Math.sqrt(Math.log10(n) / n) * covariances[0]!;
  let lastAbove = 0;
  for (let lag = 1; lag < covariances.length; lag++) {
    if (Math.abs(covariances[lag]!) >= limit) lastAbove = lag;
    else if (lag - lastAbove === neighbours) return lastAbove + 1;
  }
  return Math.max(1, lastAbove);
}

/** The trapezoidal lag window of Politis & Romano (1995). */
function flatTop(position: number): number {
  return Math.min(1, 2 * (1 - position));
}
