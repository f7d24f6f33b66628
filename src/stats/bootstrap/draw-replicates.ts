import { variance } from "../../core/moments.js";
import { stream } from "../../random/stream.js";
import { ascendingValues } from "./ascending-values.js";
import type { BootstrapMethod, Replicates } from "./bounds.js";
import type { ResampledStatistic } from "./resampled-statistic.js";

/**
 * Draws resamples of ascending values. With standard errors each resample is written out, which takes a few times as long.
 *
 * @param names - of the stream of random numbers, such as `"bootstrap", "baseline"`
 */
export function drawReplicates(
  statistic: ResampledStatistic,
  sorted: Readonly<Float64Array>,
  method: BootstrapMethod,
  resamples: number,
  seed: number,
  ...names: readonly string[]
): Replicates {
  const rng = stream(seed, ...names);
  const values = new Float64Array(resamples);
  if (method !== "studentized") {
    statistic.resample(sorted, rng, values);
    return { values, errors: null };
  }
  const n = sorted.length;
  const standardError = statistic.standardError(n, stream(seed, ...names, "error"));
  const ofValues = new Float64Array(resamples);
  const ranks = new Uint32Array(n);
  const drawn = new Float64Array(n);
  const writeAscending = ascendingValues(sorted);
  for (let r = 0; r < resamples; r++) {
    rng.fillBelow(ranks, n);
    writeAscending(ranks, drawn);
    ofValues[r] = standardError(drawn);
    values[r] = statistic.evaluate(drawn);
  }
  // A function's own error comes from few inner resamples; all the outer ones together know it better.
  const ofEstimate = statistic.name === "custom" ? Math.sqrt(variance(values)) : standardError(sorted);
  return { values, errors: { scale: "linear", ofEstimate, ofValues } };
}
