/**
 * The highest whole level, 1 or more, up to which all counts can be kept when no more than `most` are kept in all: the sum of
 * min(count, level). Counts below the level are kept whole. Time O(k log k) for k counts.
 */
export function fillLevel(counts: readonly number[], most: number): number {
  const ascending = counts.toSorted((a, b) => a - b);
  let left = most;
  for (const [i, count] of ascending.entries()) {
    const share = Math.floor(left / (ascending.length - i));
    if (count > share) return Math.max(1, share);
    left -= count;
  }
  return Math.max(1, ascending.at(-1) ?? 1);
}
