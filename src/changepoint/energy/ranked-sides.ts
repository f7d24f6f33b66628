import type { SideSums } from "./scan-last-end.js";

/** What does not change when numbers are rearranged. */
export interface RankedNumbers {
  /** Of each number: how many are not above it, ties in the order given. */
  readonly ranks: Readonly<Uint32Array>;
  /** Of each number: the sum of its distances to all. */
  readonly distances: Readonly<Float64Array>;
}

/** Ranks of numbers and their sums of distances, from sorting them once. Time O(n log n), memory O(n). */
export function rankNumbers(values: Readonly<Float64Array>): RankedNumbers {
  const n = values.length;
  const ascending = Uint32Array.from(values.keys()).sort((a, b) => values[a]! - values[b]! || a - b);
  const ranks = new Uint32Array(n);
  const distances = new Float64Array(n);
  // To those below, one gap at a time; then to those above, from the other end.
  let sum = 0;
  for (let rank = 1; rank <= n; rank++) {
    const index = ascending[rank - 1]!;
    if (rank > 1) sum += (rank - 1) * (values[index]! - values[ascending[rank - 2]!]!);
    ranks[index] = rank;
    distances[index] = sum;
  }
  sum = 0;
  for (let rank = n - 1; rank >= 1; rank--) {
    sum += (n - rank) * (values[ascending[rank]!]! - values[ascending[rank - 1]!]!);
    distances[ascending[rank - 1]!]! += sum;
  }
  return { ranks, distances };
}

/**
 * The sums of |x − y| of each number to those before and after it, from how many of those before are not above it, and what
 * they sum to: Fenwick (1994), Software: Practice and Experience 24, 327–336, doi:10.1002/spe.4380240306.
 * Time O(n log n), memory O(n).
 *
 * @param order - the numbers as they are arranged, as indices
 * @param tree - room for 2 (n + 1) numbers
 */
export function sumRankedSides(
  values: Readonly<Float64Array>,
  { ranks, distances }: RankedNumbers,
  order: Readonly<Uint32Array>,
  tree: Float64Array,
  { before, after }: SideSums,
): void {
  const n = order.length;
  tree.fill(0, 0, 2 * (n + 1));
  let all = 0;
  for (let place = 0; place < n; place++) {
    const index = order[place]!;
    const value = values[index]!;
    const rank = ranks[index]!;
    let count = 0;
    let sum = 0;
    for (let node = rank; node > 0; node &= node - 1) {
      count += tree[2 * node]!;
      sum += tree[2 * node + 1]!;
    }
    for (let node = rank; node <= n; node += node & -node) {
      tree[2 * node]! += 1;
      tree[2 * node + 1]! += value;
    }
    const distance = value * (2 * count - place) + all - 2 * sum;
    before[place] = distance;
    after[place] = distances[index]! - distance;
    all += value;
  }
}
