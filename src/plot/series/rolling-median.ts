import { countBelow } from "../../core/count-below.js";
import type { Values } from "../../core/values.js";

/** Medians, and the indices of the values that they are around. */
export interface RollingMedians {
  readonly indices: readonly number[];
  readonly medians: readonly number[];
}

/**
 * The median of the `window` values around a value, of fewer at both ends, for every so many values and the last one. Time
 * O(n log n), memory O(n).
 *
 * @param values - finite numbers in time order; never modified
 * @param window - 1 or more; an even one has one value more before than after
 * @param every - 1 or more
 */
export function rollingMedian(values: Values, window: number, every = 1): RollingMedians {
  const n = values.length;
  const sorted = Float64Array.from(values).sort();
  // Equal values share a rank.
  const ranks = Uint32Array.from(values, (value) => countBelow(sorted, value));
  const counts = createCounts(n);
  const [before, after] = [Math.floor(window / 2), Math.ceil(window / 2) - 1];
  const indices: number[] = [];
  const medians: number[] = [];
  let [from, to] = [0, 0];
  for (let i = 0; i < n; i++) {
    while (to < Math.min(n, i + after + 1)) counts.add(ranks[to++]!, 1);
    while (from < i - before) counts.add(ranks[from++]!, -1);
    if (i % every !== 0 && i !== n - 1) continue;
    const size = to - from;
    const upper = sorted[counts.find(size >> 1)]!;
    indices.push(i);
    medians.push(size % 2 === 1 ? upper : (sorted[counts.find((size >> 1) - 1)]! + upper) / 2);
  }
  return { indices, medians };
}

interface Counts {
  /** Puts in (1) or takes out (−1) a value of a rank. */
  readonly add: (rank: number, change: number) => void;
  /** The rank of the value with so many before it. */
  readonly find: (before: number) => number;
}

/** A Fenwick tree over ranks. */
function createCounts(n: number): Counts {
  const tree = new Int32Array(n + 1);
  const top = 2 ** Math.floor(Math.log2(n));
  return {
    add: (rank, change) => {
      for (let node = rank + 1; node <= n; node += node & -node) tree[node] = tree[node]! + change;
    },
    find: (before) => {
      let [node, left] = [0, before];
      for (let step = top; step > 0; step >>= 1) {
        if (node + step > n || tree[node + step]! > left) continue;
        node += step;
        left -= tree[node]!;
      }
      return node;
    },
  };
}
