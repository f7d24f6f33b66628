import { variance } from "../../core/moments.js";
import { resampleValues } from "./resample-values.js";
import type { ResampledStatistic } from "./resampled-statistic.js";

/** A caller's own function of the values; resamples and jackknife each call it once for every result. */
export function customStatistic(statistic: (values: Float64Array) => number): ResampledStatistic {
  return {
    name: "custom",
    minimum: 2,
    advised: 10,
    unitOf: () => null,
    evaluate: (sorted) => statistic(Float64Array.from(sorted)),
    resample: (sorted, rng, replicates) => resampleValues(sorted, rng, replicates, statistic),
    jackknife(sorted) {
      const rest = new Float64Array(sorted.length - 1);
      return sorted.map((_, left) => {
        rest.set(sorted.subarray(0, left));
        rest.set(sorted.subarray(left + 1), left);
        return statistic(rest);
      });
    },
    standardError(_n, rng) {
      const replicates = new Float64Array(innerResamples);
      return (sorted) => {
        resampleValues(sorted, rng, replicates, statistic);
        return Math.sqrt(variance(replicates));
      };
    },
  };
}

/** Efron & Tibshirani (1993), section 6.4: 50 are often enough for a standard error. */
const innerResamples = 50;
