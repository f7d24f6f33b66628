import type { Partition, PartitionCriterion } from "./partition.js";

/**
 * Splits the segment that gains most by it, again and again, until no split gains more than the penalty; or, where `changes` is
 * given, until there are as many or no segment can be split. Time O(n · changes), memory O(changes).
 */
export function binaryPartition(
  n: number,
  { cost, penalty, minSegment }: PartitionCriterion,
  changes: number | null = null,
): Partition {
  const open = [bestSplit(0, n, cost, minSegment)];
  const indices: number[] = [];
  let total = cost(0, n);
  while (changes === null || indices.length < changes) {
    const widest = open.reduce((best, split, i) => (split.gain > open[best]!.gain ? i : best), 0);
    const { start, end, index, gain } = open[widest]!;
    if (!(gain > (changes === null ? penalty : Number.NEGATIVE_INFINITY))) break;
    indices.push(index);
    total += penalty - gain;
    open.splice(
      widest,
      1,
      bestSplit(start, index, cost, minSegment),
      bestSplit(index, end, cost, minSegment),
    );
  }
  return { indices: indices.sort((first, second) => first - second), total };
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
