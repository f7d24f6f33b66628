import { mean } from "../../core/moments.js";
import type { Values } from "../../core/values.js";
import { autocorrelation } from "../../stats/autocorrelation.js";

/**
 * Autocorrelation of runs that go on for themselves: of each about its own mean, weighed by how much it varies. At lag 0, 1, …
 * `lags`; runs that are too short for that say nothing. Time O(n · lags).
 *
 * @returns null if no run is long enough, or none varies
 */
export function pooledAutocorrelation(runs: readonly Values[], lags: number): readonly number[] | null {
  const sums = new Float64Array(lags + 1);
  let weight = 0;
  for (const run of runs) {
    if (run.length < Math.max(3, lags + 1)) continue;
    const { estimate } = autocorrelation(run, { lags });
    if (estimate === null) continue;
    const squares = sumOfSquares(run);
    weight += squares;
    for (let lag = 0; lag <= lags; lag++) sums[lag] = sums[lag]! + squares * estimate[lag]!;
  }
  return weight > 0 ? Array.from(sums, (sum) => sum / weight) : null;
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
