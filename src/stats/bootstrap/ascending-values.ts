/**
 * Writes the values of the drawn ranks in ascending order, by counting, without a sort. Time and memory O(n).
 *
 * @param sorted - ascending values
 * @returns a function that fills `target`, as long as `ranks`
 */
export function ascendingValues(
  sorted: Readonly<Float64Array>,
): (ranks: Readonly<Uint32Array>, target: Float64Array) => void {
  const counts = new Uint32Array(sorted.length);
  return (ranks, target) => {
    counts.fill(0);
    for (let i = 0; i < ranks.length; i++) counts[ranks[i]!]!++;
    let filled = 0;
    for (let rank = 0; rank < counts.length; rank++) {
      for (let copies = counts[rank]!; copies > 0; copies--) target[filled++] = sorted[rank]!;
    }
  };
}
