import type { Measurements } from "../core/measurements.js";
import type { Warning } from "../core/warning.js";
import { autocovariance } from "./series/autocovariance.js";
import { checkSeries } from "./series/check-series.js";
import { noVariation } from "./weak-data.js";

/** Result of {@link effectiveSampleSize}. */
export interface EffectiveSampleSizeResult {
  readonly method: "effective-sample-size";
  /** From 1 to n; null if no two values differ. */
  readonly estimate: number | null;
  /** How many values carry as much as one independent value: n / estimate, 1 or more. */
  readonly autocorrelationTime: number | null;
  /** Of the mean, with the autocorrelation in it, in the input unit. */
  readonly standardError: number | null;
  /** The largest lag that was summed. */
  readonly lags: number;
  readonly n: number;
  /** Of the standard error. */
  readonly unit: string | null;
  readonly warnings: readonly Warning[];
}

/**
 * How many independent values would give a mean as certain as that of this autocorrelated series.
 *
 * Assumes a stationary series; a trend or a jump counts as autocorrelation and leaves few effective values. The autocovariances
 * of neighbouring lags are added in pairs, as long as these are positive and after that never rise (Geyer's initial monotone
 * sequence, which holds for every reversible chain and cuts off the noise of large lags). The estimate is never above n: values
 * that alternate would determine the mean even better, but a finite series cannot tell that from chance. It is never below 1.
 * The mean ± 1.96 standard errors covers, simulated, 68, 84, 91 % for n = 10, 30, 100 where neighbours are correlated by 0.6:
 * short series hide their autocorrelation. For independent normal values it covers 92, 96, 96 %, for log-normal ones of
 * skewness 6 83, 88, 93 %. Geyer (1992), Statistical Science 7, 473–483, doi:10.1214/ss/1177011137. Time O(n · lags), memory
 * O(n).
 *
 * @param values - four or more finite values in time order, or a sample, in any unit
 * @returns `estimate`, a number of values; null, with a warning, if no two values differ
 * @throws {InputError} there are too few values, or one is not finite
 * @example
 * effectiveSampleSize([1, 2, 2, 3, 3, 2, 2, 1, 1, 2, 3, 3]).estimate // ≈ 6.517
 */
export function effectiveSampleSize(values: Measurements): EffectiveSampleSizeResult {
  const checked = checkSeries("effectiveSampleSize", values, 4);
  const n = checked.values.length;
  const covariance = autocovariance(checked.values);
  const variance = covariance(0);
  const shared = { method: "effective-sample-size", n, unit: checked.unit } as const;
  if (!(variance > 0)) {
    const warnings = [...checked.warnings, noVariation];
    return {
      ...shared,
      estimate: null,
      autocorrelationTime: null,
      standardError: null,
      lags: 0,
      warnings,
    };
  }
  const { sum, lags } = initialMonotoneSum(covariance, n);
  const autocorrelationTime = Math.min(n, Math.max(1, (2 * sum - variance) / variance));
  const estimate = n / autocorrelationTime;
  return {
    ...shared,
    estimate,
    autocorrelationTime,
    standardError: Math.sqrt((variance / (n - 1)) * autocorrelationTime),
    lags,
    warnings: [...checked.warnings, ...fewIndependent(estimate)],
  };
}

function initialMonotoneSum(
  covariance: (lag: number) => number,
  n: number,
): { readonly sum: number; readonly lags: number } {
  let sum = 0;
  let smallest = Number.POSITIVE_INFINITY;
  let lag = 0;
  for (; lag + 1 < n; lag += 2) {
    const pair = covariance(lag) + covariance(lag + 1);
    if (!(pair > 0)) break;
    smallest = Math.min(smallest, pair);
    sum += smallest;
  }
  return { sum, lags: Math.max(0, lag - 1) };
}

function fewIndependent(estimate: number): Warning[] {
  if (estimate >= 10) return [];
  return [
    {
      code: "few-independent-values",
      message:
        "The series carries fewer than ten independent values, too few to know its autocorrelation well; measure longer, " +
        "or in more runs.",
    },
  ];
}
