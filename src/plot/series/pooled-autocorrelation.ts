import { mean } from "../../core/moments.js";
import type { Values } from "../../core/values.js";
import { autocorrelation } from "../../stats/autocorrelation.js";

/** Result of {@link pooledAutocorrelation}, at lag 0, 1, … each. */
export interface PooledAutocorrelation {
  readonly estimates: readonly number[];
  /** Standard deviation of the estimate if values are independent and normal. */
  readonly deviations: readonly number[];
}

/**
 * Autocorrelation of runs that go on for themselves: of each about its own mean, weighed by how much it varies. At lag 0, 1, …
 * `lags`; runs that are too short for that say nothing.
 *
 * A run's own mean makes its values look alternating: of m values in random order, whatever they are, r is on average
 * −(m − k) / (m (m − 1)) at lag k. Many short runs do not average that out, so it is taken off here. Dufour & Roy (1985), Journal
 * of Econometrics 29, 257–273, doi:10.1016/0304-4076(85)90156-6, where the variance comes from too. Time O(n · lags).
 *
 * @returns null if no run is long enough, or none varies
 */
export function pooledAutocorrelation(runs: readonly Values[], lags: number): PooledAutocorrelation | null {
  const sums = new Float64Array(lags + 1);
  const variances = new Float64Array(lags + 1);
  let weight = 0;
  for (const run of runs) {
    const m = run.length;
    if (m < Math.max(3, lags + 1)) continue;
    const { estimate } = autocorrelation(run, { lags });
    if (estimate === null) continue;
    const squares = sumOfSquares(run);
    weight += squares;
    sums[0] = sums[0]! + squares;
    for (let lag = 1; lag <= lags; lag++) {
      const unbiased = estimate[lag]! + (m - lag) / (m * (m - 1));
      sums[lag] = sums[lag]! + squares * unbiased;
      variances[lag] = variances[lag]! + squares ** 2 * varianceOf(m, lag);
    }
  }
  if (!(weight > 0)) return null;
  return {
    estimates: Array.from(sums, (sum) => sum / weight),
    deviations: Array.from(variances, (variance) => Math.sqrt(variance) / weight),
  };
}

/** Of the autocorrelation of m independent normal values at lag k, exactly. */
function varianceOf(m: number, k: number): number {
  const numerator = m ** 4 - (k + 3) * m ** 3 + 3 * k * m ** 2 + 2 * k * (k + 1) * m - 4 * k ** 2;
  return numerator / ((m + 1) * m ** 2 * (m - 1) ** 2);
}

/** "r = 0.63", with a true minus. */
export function correlationText(correlation: number | null): string {
  if (correlation === null) return "no r";
  return `r = ${correlation < -0.005 ? "−" : ""}${Math.abs(correlation).toFixed(2)}`;
}

function sumOfSquares(run: Values): number {
  const center = mean(Float64Array.from(run));
  let sum = 0;
  for (let i = 0; i < run.length; i++) sum += (run[i]! - center) ** 2;
  return sum;
}
