import { costOfPartition, type Partition, type PartitionCriterion, partitionUpTo } from "./partition.js";

/**
 * The partition of n values of the least total, from the best ones of all shorter series. Of equal totals the earliest last
 * change wins. Jackson et al. (2005). Time O(n²), memory O(n).
 */
export function fullPartition(n: number, criterion: PartitionCriterion): Partition {
  const { cost, penalty, minSegment } = criterion;
  const best = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
  const previous = new Int32Array(n + 1);
  best[0] = -penalty;
  for (let end = minSegment; end <= n; end++) {
    let lowest = Number.POSITIVE_INFINITY;
    for (let start = 0; start <= end - minSegment; start++) {
      if (best[start] === Number.POSITIVE_INFINITY) continue;
      const total = best[start]! + cost(start, end);
      if (total < lowest) {
        lowest = total;
        previous[end] = start;
      }
    }
    // Added last, as the pruned search does: totals that are equal then are so for both.
    best[end] = lowest + penalty;
  }
  return partitionUpTo(n, previous, criterion);
}

/**
 * The partition of n values into `changes` + 1 segments that costs least. Auger & Lawrence (1989), Bulletin of Mathematical
 * Biology 51, 39–54. Time O(changes · n²), memory O(changes · n).
 */
export function fixedPartition(n: number, criterion: PartitionCriterion, changes: number): Partition {
  const { cost, penalty, minSegment } = criterion;
  let shorter = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
  for (let end = minSegment; end <= n; end++) shorter[end] = cost(0, end);
  const previous: Int32Array[] = [];
  for (let change = 1; change <= changes; change++) {
    const best = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
    const from = new Int32Array(n + 1);
    for (let end = (change + 1) * minSegment; end <= n; end++) {
      for (let start = change * minSegment; start <= end - minSegment; start++) {
        const total = shorter[start]! + cost(start, end);
        if (total < best[end]!) {
          best[end] = total;
          from[end] = start;
        }
      }
    }
    shorter = best;
    previous.push(from);
  }
  const indices: number[] = [];
  for (let change = changes - 1, end = n; change >= 0; change--) {
    end = previous[change]![end]!;
    indices.push(end);
  }
  indices.reverse();
  return { indices, total: costOfPartition(n, indices, cost) + changes * penalty };
}
