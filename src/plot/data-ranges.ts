import type { ValueRange } from "./value-range.js";

/**
 * The stretches of an axis that hold values: it can be broken where at least a sixth of it is empty, at the two widest places
 * at most. Time O(n log n).
 *
 * @param parts - finite values, one or more in all
 * @returns from low to high, without overlap
 */
export function dataRanges(parts: readonly Readonly<Float64Array>[]): readonly ValueRange[] {
  const sorted = Float64Array.from(parts.flatMap((part) => Array.from(part))).sort();
  const widest = (sorted.at(-1)! - sorted[0]!) / 6;
  const breaks = Array.from(sorted.subarray(1), (value, i) => ({ at: i + 1, size: value - sorted[i]! }))
    .filter(({ size }) => size > 0 && size >= widest)
    .sort((a, b) => b.size - a.size)
    .slice(0, 2)
    .map(({ at }) => at)
    .sort((a, b) => a - b);
  const starts = [0, ...breaks];
  return starts.map((start, i) => [sorted[start]!, sorted[(starts[i + 1] ?? sorted.length) - 1]!]);
}
