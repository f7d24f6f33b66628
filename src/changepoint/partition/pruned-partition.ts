import { type Partition, type PartitionCriterion, partitionUpTo } from "./partition.js";

/** When a start of the last segment is given up. */
export interface Pruning {
  /** Over how many values a start that lost is kept, 1 or more: `minSegment`, unless the loss is to count at once. */
  readonly delay: number;
  /** By how much a start must lose. */
  readonly slack: number;
}

/**
 * The partition of n values of the least total, by dynamic programming over the start of the last segment, where a start is
 * given up that can never again be the best (PELT).
 *
 * A start that loses against a change at `end` even without paying for that change loses for ever, but only from segments on
 * that may start at `end`, `minSegment` later. Of equal totals the earliest start wins. Killick, Fearnhead & Eckley (2012).
 */
export function prunedPartition(
  n: number,
  criterion: PartitionCriterion,
  { delay, slack }: Pruning,
): Partition {
  const { cost, penalty, minSegment } = criterion;
  const best = new Float64Array(n + 1);
  const previous = new Int32Array(n + 1);
  const starts = new Int32Array(n + 1);
  const totals = new Float64Array(n + 1);
  const givenUp = new Int32Array(n + 1).fill(n + 1);
  best[0] = -penalty;
  let count = 0;
  for (let end = minSegment; end <= n; end++) {
    const joining = end - minSegment;
    if (joining === 0 || joining >= minSegment) starts[count++] = joining;
    let lowest = Number.POSITIVE_INFINITY;
    for (let i = 0; i < count; i++) {
      const start = starts[i]!;
      const total = best[start]! + cost(start, end);
      totals[i] = total;
      if (total < lowest) {
        lowest = total;
        previous[end] = start;
      }
    }
    best[end] = lowest + penalty;
    const limit = best[end]! + slack;
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const start = starts[i]!;
      if (givenUp[start]! > end + delay && totals[i]! > limit) givenUp[start] = end + delay;
      if (givenUp[start]! > end + 1) starts[kept++] = start;
    }
    count = kept;
  }
  return partitionUpTo(n, previous, criterion);
}
