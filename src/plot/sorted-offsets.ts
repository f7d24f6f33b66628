import type { Values } from "../core/values.js";

/**
 * Offsets of a quantile strip: dots from the least value on the left to the largest on the right, so that a place across the
 * strip is a share of the values. Equal values keep their order. Time O(n log n), memory O(n).
 *
 * @param positions - finite places along the value axis, in any order
 * @returns an offset from −1 (left edge) to 1 (right edge) for each position
 */
export function sortedOffsets(positions: Values): Float64Array {
  const n = positions.length;
  const order = Float64Array.from(positions, (_, i) => i).sort(
    (i, j) => positions[i]! - positions[j]! || i - j,
  );
  const offsets = new Float64Array(n);
  for (let rank = 0; rank < n; rank++) offsets[order[rank]!] = (2 * rank + 1) / n - 1;
  return offsets;
}
