import { costOfPartition, type Partition, type PartitionCriterion } from "./partition.js";

/**
 * Splits the segment that gains most by it, again and again, until no split gains more than the penalty; or, where `changes` is
 * given, until there are as many or no segment can be split. Time O(n · depth of the splits), and O(changes²) for a given number.
 */
export function binaryPartition(
  n: number,
  { cost, penalty, minSegment }: PartitionCriterion,
  changes: number | null = null,
): Partition {
  const least = changes === null ? penalty : Number.NEGATIVE_INFINITY;
  const open = [bestSplit(0, n, cost, minSegment)];
  const indices: number[] = [];
  while (open.length > 0 && indices.length < (changes ?? n)) {
    // In which order does not matter, unless it ends early.
    const next = changes === null ? open.length - 1 : mostGain(open);
    const [{ start, end, index, gain }] = open.splice(next, 1) as [Split];
    if (!(gain > least)) continue;
    indices.push(index);
    open.push(bestSplit(start, index, cost, minSegment), bestSplit(index, end, cost, minSegment));
  }
  indices.sort((first, second) => first - second);
  return { indices, total: costOfPartition(n, indices, cost) + penalty * indices.length };
}

interface Split {
  readonly start: number;
  readonly end: number;
  readonly index: number;
  /** By how much the two parts cost less than the whole; −Infinity if it is too short to be split. */
  readonly gain: number;
}

function bestSplit(start: number, end: number, cost: PartitionCriterion["cost"], minSegment: number): Split {
  const whole = cost(start, end);
  let index = start;
  let gain = Number.NEGATIVE_INFINITY;
  for (let split = start + minSegment; split <= end - minSegment; split++) {
    const saved = whole - cost(start, split) - cost(split, end);
    if (saved > gain) {
      gain = saved;
      index = split;
    }
  }
  return { start, end, index, gain };
}

function mostGain(splits: readonly Split[]): number {
  return splits.reduce((best, split, i) => (split.gain > splits[best]!.gain ? i : best), 0);
}
