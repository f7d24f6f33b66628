import { mean, moments, variance } from "../../core/moments.js";
import type { Rng } from "../../random/rng.js";
import { jackknifeMean } from "./mean-statistic.js";
import type { ResampledStatistic } from "./resampled-statistic.js";

/** The sample standard deviation (divisor n − 1). Time O(n) a resample and for the whole jackknife. */
export const sdStatistic: ResampledStatistic = {
  name: "sd",
  unitOf: (unit) => unit,
  ...spreadStatistic((_center, variance) => Math.sqrt(variance)),
  standardError: () => (sorted) => standardErrorOfSpread(sorted, sdInfluence),
};

/** The coefficient of variation `sd / |mean|`. Time O(n) a resample and for the whole jackknife. */
export const cvStatistic: ResampledStatistic = {
  name: "cv",
  unitOf: () => "1",
  ...spreadStatistic((center, variance) => Math.sqrt(variance) / Math.abs(center)),
  standardError: () => (sorted) => standardErrorOfSpread(sorted, cvInfluence),
};

type Spread = (center: number, variance: number) => number;

function spreadStatistic(
  spread: Spread,
): Pick<ResampledStatistic, "minimum" | "advised" | "evaluate" | "resample" | "jackknife"> {
  return {
    minimum: 3,
    advised: 10,
    evaluate: (sorted) => spread(mean(sorted), variance(sorted)),
    resample: (sorted, rng, replicates) => resampleSpread(sorted, rng, replicates, spread),
    jackknife(sorted) {
      const variances = jackknifeVariance(sorted);
      return jackknifeMean(sorted).map((center, i) => spread(center, variances[i]!));
    },
  };
}

/** Sums are of differences to the first value drawn: they are exactly 0 for a resample of equal values. */
function resampleSpread(
  sorted: Readonly<Float64Array>,
  rng: Rng,
  replicates: Float64Array,
  spread: Spread,
): void {
  const n = sorted.length;
  const ranks = new Uint32Array(n);
  for (let r = 0; r < replicates.length; r++) {
    rng.fillBelow(ranks, n);
    const origin = sorted[ranks[0]!]!;
    let sum = 0;
    let squares = 0;
    for (let i = 1; i < n; i++) {
      const difference = sorted[ranks[i]!]! - origin;
      sum += difference;
      squares += difference * difference;
    }
    const shift = sum / n;
    replicates[r] = spread(origin + shift, Math.max(0, squares - shift * sum) / (n - 1));
  }
}

function jackknifeVariance(values: Readonly<Float64Array>): Float64Array {
  const n = values.length;
  const { mean: center, squares } = moments(values);
  return values.map((value, left) => {
    const rest = squares - (n / (n - 1)) * (value - center) ** 2;
    // The one value that may make up nearly all of the spread leaves a difference without digits.
    if (rest < 1e-4 * squares) return variance(values.filter((_, i) => i !== left));
    return rest / (n - 2);
  });
}

/** How much a value at this deviation from the mean pulls at the statistic; `sd` is the population's (divisor n). */
type Influence = (deviation: number, sd: number, center: number) => number;

function sdInfluence(deviation: number, sd: number): number {
  return (deviation * deviation - sd * sd) / (2 * sd);
}

function cvInfluence(deviation: number, sd: number, center: number): number {
  return (sdInfluence(deviation, sd) - (sd / center) * deviation) / Math.abs(center);
}

/** The delta method: the influences of the values, squared and added. Efron & Tibshirani (1993), section 21.3. */
function standardErrorOfSpread(values: Readonly<Float64Array>, influence: Influence): number {
  const { n, mean: center, squares } = moments(values);
  if (squares === 0) return 0;
  const sd = Math.sqrt(squares / n);
  let sum = 0;
  for (let i = 0; i < n; i++) sum += influence(values[i]! - center, sd, center) ** 2;
  return Math.sqrt(sum) / n;
}
