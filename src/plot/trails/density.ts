import { sortedQuantile } from "../../core/sorted-quantile.js";
import type { ValueRange } from "../value-range.js";
import { botevBandwidth } from "./botev-bandwidth.js";

/** A density over evenly spaced places. */
export interface Density {
  /** At each place, highest 1. */
  readonly heights: Readonly<Float64Array>;
  /** Of the kernel, in the unit of the values. */
  readonly bandwidth: number;
  /** For each value, the height at its place without itself. */
  readonly without: (value: number) => number;
}

/** Places of the grid; a power of two. */
export const densityPlaces = 512;

/**
 * A Gaussian kernel density of ascending values on a grid from `low` to `high`. Time O(n + grid²).
 *
 * @param wanted - the bandwidth; what is less than a screen can show becomes that
 */
export function density(sorted: Readonly<Float64Array>, wanted: number, [low, high]: ValueRange): Density {
  const step = (high - low) / (densityPlaces - 1);
  const placeOf = (value: number): number =>
    Math.min(densityPlaces - 1, Math.max(0, Math.round((value - low) / step)));
  const counts = countsOf(sorted, low, step);
  const bandwidth = Math.max(0.8, wanted / step);
  const kernel = Float64Array.from({ length: Math.ceil(4 * bandwidth) + 1 }, (_, i) =>
    Math.exp(-0.5 * (i / bandwidth) ** 2),
  );
  const raw = new Float64Array(densityPlaces);
  for (let i = 0; i < densityPlaces; i++) {
    const count = counts[i]!;
    if (count === 0) continue;
    for (let k = Math.max(0, i - kernel.length + 1); k < Math.min(densityPlaces, i + kernel.length); k++)
      raw[k]! += count * kernel[Math.abs(i - k)]!;
  }
  const highest = raw.reduce((a, b) => Math.max(a, b), 0);
  return {
    heights: raw.map((height) => height / highest),
    bandwidth: bandwidth * step,
    without: (value) => (raw[placeOf(value)]! - 1) / highest,
  };
}

function countsOf(sorted: Readonly<Float64Array>, low: number, step: number): Float64Array {
  const counts = new Float64Array(densityPlaces);
  for (const value of sorted) {
    const place = Math.min(densityPlaces - 1, Math.max(0, Math.round((value - low) / step)));
    counts[place] = counts[place]! + 1;
  }
  return counts;
}

/**
 * A bandwidth that adapts to several humps. Few values tell nothing of these, and the rule for one smooths several of many into one: the
 * finer of the two.
 */
export function bandwidthOf(sorted: Readonly<Float64Array>): number {
  const [low, high] = [sorted[0]!, sorted.at(-1)!];
  // A grid of its own, with room at both ends, where densities are taken to be flat.
  const step = (1.4 * (high - low)) / (densityPlaces - 1) || 1;
  const found = botevBandwidth(countsOf(sorted, low - 0.2 * (high - low), step), sorted.length);
  const plain = silverman(sorted);
  return found === null ? plain : plain === 0 ? found * step : Math.min(plain, found * step);
}

/** Silverman (1986), Density Estimation, equation 3.31: for one hump. */
function silverman(sorted: Readonly<Float64Array>): number {
  const n = sorted.length;
  const quartiles = sortedQuantile(sorted, 0.75) - sortedQuantile(sorted, 0.25);
  return (0.9 * quartiles) / 1.34 / n ** 0.2;
}
