import { quantilePosition, sortedQuantile } from "../../core/sorted-quantile.js";
import type { Rng } from "../../random/rng.js";
import { betaCdf } from "../distributions.js";
import type { BootstrapStatisticName, ResampledStatistic } from "./resampled-statistic.js";

/** A quantile of type 7. Time O(n) a resample, without sorting it, and for the whole jackknife. */
export function quantileStatistic(name: BootstrapStatisticName, p: number): ResampledStatistic {
  return {
    name,
    minimum: 2,
    // Five values on its shorter side; 1 − 0.9 is a little less than 0.1.
    advised: Math.ceil(5 / Math.min(p, 1 - p) - 1e-9),
    unitOf: (unit) => unit,
    evaluate: (sorted) => sortedQuantile(sorted, p),
    resample: (sorted, rng, replicates) => resampleQuantile(sorted, rng, replicates, p),
    jackknife: (sorted) => jackknifeQuantile(sorted, p),
    standardError: (n) => standardErrorOfQuantile(n, p),
  };
}

/** Counts how often each rank is drawn, and walks the counts up to the ranks that the quantile lies between. */
function resampleQuantile(
  sorted: Readonly<Float64Array>,
  rng: Rng,
  replicates: Float64Array,
  p: number,
): void {
  const n = sorted.length;
  const { lower, weight } = quantilePosition(n, p, 7);
  const ranks = new Uint32Array(n);
  const counts = new Uint32Array(n);
  for (let r = 0; r < replicates.length; r++) {
    rng.fillBelow(ranks, n);
    counts.fill(0);
    for (let i = 0; i < n; i++) counts[ranks[i]!]!++;
    let rank = 0;
    let seen = counts[0]!;
    while (seen <= lower) seen += counts[++rank]!;
    const value = sorted[rank]!;
    if (weight > 0) {
      while (seen <= lower + 1) seen += counts[++rank]!;
    }
    replicates[r] = value + weight * (sorted[rank]! - value);
  }
}

/** Leaving out a value moves only those above it down by one rank. */
function jackknifeQuantile(sorted: Readonly<Float64Array>, p: number): Float64Array {
  const { lower, weight } = quantilePosition(sorted.length - 1, p, 7);
  return sorted.map((_, left) => {
    const value = sorted[lower < left ? lower : lower + 1]!;
    if (weight === 0) return value;
    return value + weight * (sorted[lower + 1 < left ? lower + 1 : lower + 2]! - value);
  });
}

/**
 * The standard deviation over all resamples of the order statistic at rank 1 + (n − 1)p, which is exact where that is whole.
 * Maritz & Jarrett (1978), JASA 73, 194–196, doi:10.1080/01621459.1978.10480027. Time O(n) once the weights are known.
 */
function standardErrorOfQuantile(n: number, p: number): (sorted: Readonly<Float64Array>) => number {
  const rank = 1 + (n - 1) * p;
  const levels = Array.from({ length: n + 1 }, (_, i) => betaCdf(i / n, rank, n + 1 - rank));
  return (sorted) => {
    const origin = sorted[Math.round(rank) - 1]!;
    let mean = 0;
    let square = 0;
    for (let i = 0; i < n; i++) {
      const weight = levels[i + 1]! - levels[i]!;
      const difference = sorted[i]! - origin;
      mean += weight * difference;
      square += weight * difference * difference;
    }
    return Math.sqrt(Math.max(0, square - mean * mean));
  };
}
