import { mean } from "../../core/moments.js";

/**
 * The autocovariance of a series at any lag below n, biased: sums are divided by n, so that the estimates at all lags
 * together can belong to a stationary process. Time O(n) a lag.
 */
export function autocovariance(values: Readonly<Float64Array>): (lag: number) => number {
  const n = values.length;
  const center = mean(values);
  const deviations = values.map((value) => value - center);
  return (lag) => {
    let sum = 0;
    for (let i = lag; i < n; i++) sum += deviations[i]! * deviations[i - lag]!;
    return sum / n;
  };
}
