import { checkChoice } from "../core/check-options.js";
import { InputError } from "../core/input-error.js";
import { mean, sumOfSquares } from "../core/moments.js";
import { quantilePosition, sortedQuantile } from "../core/sorted-quantile.js";
import type { Rng } from "../random/rng.js";

/**
 * What is bootstrapped: a statistic by name, any quantile (type 7) or a function of the values. A function gets a scratch
 * array that is overwritten afterwards, and must not depend on the order of the values.
 */
export type BootstrapStatistic =
  | "mean"
  | "median"
  | "sd"
  | "cv"
  | { readonly quantile: number }
  | ((values: Float64Array) => number);

/** How the results name the statistic: functions have no JSON, so they appear as "custom". */
export type BootstrapStatisticName =
  | "mean"
  | "median"
  | "sd"
  | "cv"
  | { readonly quantile: number }
  | "custom";

/** A statistic as the bootstrap works on it; each function takes ascending values. */
export interface ResampledStatistic {
  readonly name: BootstrapStatisticName;
  /** Fewest values for which it and its jackknife exist. */
  readonly minimum: number;
  /** The unit of the statistic of values in `unit`. */
  readonly unitOf: (unit: string | null) => string | null;
  readonly evaluate: (sorted: Readonly<Float64Array>) => number;
  /** The statistic of `replicates.length` resamples; the indices of each are one `fillBelow(indices, n)`. */
  readonly resample: (sorted: Readonly<Float64Array>, rng: Rng, replicates: Float64Array) => void;
  /** The statistic without each value in turn. */
  readonly jackknife: (sorted: Readonly<Float64Array>) => Float64Array;
}

/** @throws {InputError} there is no such statistic */
export function resampledStatistic(functionName: string, statistic: BootstrapStatistic): ResampledStatistic {
  if (typeof statistic === "function") return customStatistic(functionName, statistic);
  if (typeof statistic === "object" && statistic !== null) {
    const p = statistic.quantile;
    if (!(p >= 0 && p <= 1)) {
      throw new InputError(
        functionName,
        "statistic.quantile",
        `needs a number from 0 to 1, got ${String(p)}`,
      );
    }
    return quantileStatistic({ quantile: p }, p);
  }
  checkChoice(functionName, "statistic", statistic, ["mean", "median", "sd", "cv"]);
  if (statistic === "mean") return meanStatistic;
  if (statistic === "median") return quantileStatistic("median", 0.5);
  return statistic === "sd" ? sdStatistic : cvStatistic;
}

const meanStatistic: ResampledStatistic = {
  name: "mean",
  minimum: 2,
  unitOf: (unit) => unit,
  evaluate: mean,
  resample: resampleMean,
  jackknife(sorted) {
    const center = mean(sorted);
    return sorted.map((value) => center - (value - center) / (sorted.length - 1));
  },
};

const sdStatistic: ResampledStatistic = {
  name: "sd",
  minimum: 3,
  unitOf: (unit) => unit,
  evaluate: standardDeviation,
  resample: (sorted, rng, replicates) => resampleValues(sorted, rng, replicates, standardDeviation),
  jackknife: jackknifeSd,
};

const cvStatistic: ResampledStatistic = {
  name: "cv",
  minimum: 3,
  unitOf: () => "1",
  evaluate: relativeDeviation,
  resample: (sorted, rng, replicates) => resampleValues(sorted, rng, replicates, relativeDeviation),
  jackknife(sorted) {
    const means = meanStatistic.jackknife(sorted);
    return jackknifeSd(sorted).map((sd, i) => sd / Math.abs(means[i]!));
  },
};

function quantileStatistic(name: BootstrapStatisticName, p: number): ResampledStatistic {
  return {
    name,
    minimum: 2,
    unitOf: (unit) => unit,
    evaluate: (sorted) => sortedQuantile(sorted, p),
    resample: (sorted, rng, replicates) => resampleQuantile(sorted, rng, replicates, p),
    jackknife: (sorted) => jackknifeQuantile(sorted, p),
  };
}

function customStatistic(
  functionName: string,
  statistic: (values: Float64Array) => number,
): ResampledStatistic {
  return {
    name: "custom",
    minimum: 2,
    unitOf: () => null,
    evaluate(sorted) {
      const value: unknown = statistic(Float64Array.from(sorted));
      if (typeof value === "number" && Number.isFinite(value)) return value;
      throw new InputError(
        functionName,
        "statistic",
        `needs to return a finite number, got ${String(value)}`,
      );
    },
    resample: (sorted, rng, replicates) => resampleValues(sorted, rng, replicates, statistic),
    jackknife(sorted) {
      const rest = new Float64Array(sorted.length - 1);
      return sorted.map((_, left) => {
        rest.set(sorted.subarray(0, left));
        rest.set(sorted.subarray(left + 1), left);
        return statistic(rest);
      });
    },
  };
}

function standardDeviation(values: Readonly<Float64Array>): number {
  return Math.sqrt(sumOfSquares(values, mean(values)) / (values.length - 1));
}

function relativeDeviation(values: Readonly<Float64Array>): number {
  const center = mean(values);
  return Math.sqrt(sumOfSquares(values, center) / (values.length - 1)) / Math.abs(center);
}

/** Deviations from the mean are summed, not values: no digits are lost when the spread is small beside the mean. */
function resampleMean(sorted: Readonly<Float64Array>, rng: Rng, replicates: Float64Array): void {
  const n = sorted.length;
  const center = mean(sorted);
  const deviations = sorted.map((value) => value - center);
  const indices = new Uint32Array(n);
  for (let r = 0; r < replicates.length; r++) {
    rng.fillBelow(indices, n);
    replicates[r] = center + sumAt(deviations, indices) / n;
  }
}

/** Four sums at once, since each addition waits for the one before. */
function sumAt(values: Readonly<Float64Array>, indices: Readonly<Uint32Array>): number {
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  let i = 0;
  for (; i + 3 < indices.length; i += 4) {
    first += values[indices[i]!]!;
    second += values[indices[i + 1]!]!;
    third += values[indices[i + 2]!]!;
    fourth += values[indices[i + 3]!]!;
  }
  for (; i < indices.length; i++) first += values[indices[i]!]!;
  return first + second + (third + fourth);
}

function resampleValues(
  sorted: Readonly<Float64Array>,
  rng: Rng,
  replicates: Float64Array,
  statistic: (values: Float64Array) => number,
): void {
  const n = sorted.length;
  const indices = new Uint32Array(n);
  const values = new Float64Array(n);
  for (let r = 0; r < replicates.length; r++) {
    rng.fillBelow(indices, n);
    for (let i = 0; i < n; i++) values[i] = sorted[indices[i]!]!;
    replicates[r] = statistic(values);
  }
}

/** Counts how often each rank was drawn and walks to the quantile's rank: O(n) a resample, without sorting it. */
function resampleQuantile(
  sorted: Readonly<Float64Array>,
  rng: Rng,
  replicates: Float64Array,
  p: number,
): void {
  const n = sorted.length;
  const { lower, weight } = quantilePosition(n, p, 7);
  const indices = new Uint32Array(n);
  const counts = new Uint32Array(n);
  for (let r = 0; r < replicates.length; r++) {
    rng.fillBelow(indices, n);
    counts.fill(0);
    for (let i = 0; i < n; i++) counts[indices[i]!]!++;
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

function jackknifeSd(sorted: Readonly<Float64Array>): Float64Array {
  const n = sorted.length;
  const center = mean(sorted);
  const squares = sumOfSquares(sorted, center);
  return sorted.map((value, left) => {
    const rest = squares - (n / (n - 1)) * (value - center) ** 2;
    // Where one value makes up nearly all of the spread, the difference has no digits left.
    if (rest < 1e-4 * squares) return standardDeviation(sorted.filter((_, i) => i !== left));
    return Math.sqrt(rest / (n - 2));
  });
}

/** Leaving out one of n ascending values moves only the values behind it, so few distinct results exist. */
function jackknifeQuantile(sorted: Readonly<Float64Array>, p: number): Float64Array {
  const { lower, weight } = quantilePosition(sorted.length - 1, p, 7);
  return sorted.map((_, left) => {
    const value = sorted[lower < left ? lower : lower + 1]!;
    if (weight === 0) return value;
    return value + weight * (sorted[lower + 1 < left ? lower + 1 : lower + 2]! - value);
  });
}
