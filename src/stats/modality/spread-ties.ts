import { sortedQuantile } from "../../core/sorted-quantile.js";

/** Values that a clock or a rounding has made equal, set apart again. */
export interface SpreadValues {
  /** Ascending. */
  readonly positions: Float64Array;
  /** How many different values there were. */
  readonly distinct: number;
}

/**
 * Spreads equal values evenly over the width of a clock tick around them, since a coarse clock alone would make every tick
 * a mode. The tick is the distance to the nearest other value, or three times a usual distance if that is smaller, so
 * that separate groups stay apart. Differences that only rounding has made count as none. Time O(n log n), memory O(n).
 */
export function spreadTies(sorted: Readonly<Float64Array>): SpreadValues {
  const starts = groupStarts(sorted);
  const levels = Float64Array.from(starts, (start) => sorted[start]!);
  const gaps = levels.subarray(1).map((level, i) => level - levels[i]!);
  const usual = gaps.slice().sort()[Math.floor((gaps.length - 1) / 2)] ?? 0;
  const positions = Float64Array.from(sorted);
  starts.forEach((start, group) => {
    const end = starts[group + 1] ?? sorted.length;
    const width = Math.min(gaps[group - 1] ?? Infinity, gaps[group] ?? Infinity, 3 * usual);
    for (let i = start; i < end; i++) {
      positions[i] = levels[group]! + width * ((i - start + 0.5) / (end - start) - 0.5);
    }
  });
  return { positions, distinct: starts.length };
}

/** Where each group of equal values begins; differences of clock readings are equal but for the last digits. */
function groupStarts(sorted: Readonly<Float64Array>): number[] {
  const bulk = sortedQuantile(sorted, 0.9) - sortedQuantile(sorted, 0.1);
  const largest = Math.max(Math.abs(sorted[0]!), Math.abs(sorted.at(-1)!));
  const rounding = Math.max(1e-6 * bulk, 1e-9 * Math.abs(sortedQuantile(sorted, 0.5)), 1e-11 * largest);
  const starts = [0];
  for (let i = 1; i < sorted.length; i++) {
    if (sorted[i]! - sorted[starts.at(-1)!]! > rounding) starts.push(i);
  }
  return starts;
}
