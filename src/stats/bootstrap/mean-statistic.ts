import { mean, variance } from "../../core/moments.js";
import type { Rng } from "../../random/rng.js";
import type { ResampledStatistic } from "./resampled-statistic.js";

/** The mean. Time O(n) a resample and for the whole jackknife. */
export const meanStatistic: ResampledStatistic = {
  name: "mean",
  minimum: 2,
  advised: 10,
  unitOf: (unit) => unit,
  evaluate: mean,
  resample: resampleMean,
  jackknife: jackknifeMean,
  standardError: (n) => (sorted) => Math.sqrt(variance(sorted) / n),
};

/** The mean without each value in turn. */
export function jackknifeMean(values: Readonly<Float64Array>): Float64Array {
  const center = mean(values);
  return values.map((value) => center - (value - center) / (values.length - 1));
}

/** Deviations from the mean are summed, not values: no digits are lost when the spread is small beside the mean. */
function resampleMean(sorted: Readonly<Float64Array>, rng: Rng, replicates: Float64Array): void {
  const n = sorted.length;
  const center = mean(sorted);
  const deviations = sorted.map((value) => value - center);
  const ranks = new Uint32Array(n);
  for (let r = 0; r < replicates.length; r++) {
    rng.fillBelow(ranks, n);
    replicates[r] = center + sumAt(deviations, ranks) / n;
  }
}

/** Four sums at once, since each addition waits for the one before. */
function sumAt(values: Readonly<Float64Array>, ranks: Readonly<Uint32Array>): number {
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  let i = 0;
  for (; i + 3 < ranks.length; i += 4) {
    first += values[ranks[i]!]!;
    second += values[ranks[i + 1]!]!;
    third += values[ranks[i + 2]!]!;
    fourth += values[ranks[i + 3]!]!;
  }
  for (; i < ranks.length; i++) first += values[ranks[i]!]!;
  return first + second + (third + fourth);
}
