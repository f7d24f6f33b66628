import { InputError } from "../../core/input-error.js";
import { checkMeasurements, type Measurements } from "../../core/measurements.js";
import { mean, variance } from "../../core/moments.js";
import { isSample } from "../../core/sample.js";
import { sortedQuantile } from "../../core/sorted-quantile.js";
import { binomialCdf, normalQuantile } from "../distributions.js";

/** The logarithm of where one side of a benchmark lies. */
export interface LogLocation {
  readonly location: number;
  /** Of `location`; null for a single value or run. */
  readonly squaredError: number | null;
  /** Of `squaredError`. */
  readonly df: number;
  readonly unit: string | null;
}

/** What sums up the values of a benchmark. */
export type RatioStatistic = "mean" | "median";

/**
 * The logarithm of a mean or median with its error: from run to run where there are several runs (each summed up by the
 * statistic, and their mean taken), from value to value otherwise. Errors go to the logarithm by the delta method, but
 * that of a median of values is that of the median of their logarithms.
 *
 * @param benchmark - for the error
 * @throws {InputError} there are no values, or one is not above zero
 */
export function logLocation(
  functionName: string,
  argument: string,
  benchmark: string,
  side: Measurements,
  statistic: RatioStatistic,
): LogLocation {
  const { values, unit } = checkMeasurements(functionName, argument, side, 1);
  const wrong = values.find((value) => value <= 0);
  if (wrong !== undefined) {
    throw new InputError(
      functionName,
      argument,
      `needs values above 0 of benchmark "${benchmark}", got ${wrong}; leave the benchmark out, and say so`,
    );
  }
  const runs = isSample(side) && side.runs.length > 1 ? side.runs : null;
  if (runs !== null)
    return { ...ofMean(Float64Array.from(runs, statistic === "mean" ? mean : median)), unit };
  return { ...(statistic === "mean" ? ofMean(values) : ofMedian(values)), unit };
}

function ofMean(results: Readonly<Float64Array>): Omit<LogLocation, "unit"> {
  const n = results.length;
  const center = mean(results);
  const squaredError = n > 1 ? variance(results) / n / center ** 2 : null;
  return { location: Math.log(center), squaredError, df: n - 1 };
}

function ofMedian(values: Readonly<Float64Array>): Omit<LogLocation, "unit"> {
  const logs = values.map(Math.log).sort();
  const squaredError = logs.length > 1 ? medianError(logs) ** 2 : null;
  return { location: Math.log(median(values)), squaredError, df: logs.length - 1 };
}

/**
 * Standard error of a median: the distance of two order statistics over that of their normal quantiles.
 * Price & Bonett (2001), Journal of Statistical Computation and Simulation 68, 295–305, doi:10.1080/00949650108812071.
 */
function medianError(sorted: Readonly<Float64Array>): number {
  const n = sorted.length;
  const rank = Math.max(1, Math.round((n + 1) / 2 - Math.sqrt(n)));
  const tail = binomialCdf(rank - 1, n, 0.5);
  return (sorted[n - rank]! - sorted[rank - 1]!) / (-2 * normalQuantile(tail));
}

function median(values: Readonly<Float64Array>): number {
  return sortedQuantile(values.slice().sort(), 0.5);
}
