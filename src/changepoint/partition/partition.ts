/** What a partition of a series is searched by. */
export interface PartitionCriterion {
  /** Of the values from `start` up to, and without, `end`. */
  readonly cost: (start: number, end: number) => number;
  /** What each change adds. */
  readonly penalty: number;
  /** The fewest values of a segment. */
  readonly minSegment: number;
}

/** A series cut into segments. */
export interface Partition {
  /** Where a new segment starts, ascending. */
  readonly indices: readonly number[];
  /** Cost of all segments, and the penalty times the number of changes. */
  readonly total: number;
}

/** The partition that follows the last change before each end back to the start. */
export function partitionUpTo(
  n: number,
  previous: Readonly<Int32Array>,
  { cost, penalty }: PartitionCriterion,
): Partition {
  const indices: number[] = [];
  for (let change = previous[n]!; change > 0; change = previous[change]!) indices.push(change);
  indices.reverse();
  return { indices, total: costOfPartition(n, indices, cost) + penalty * indices.length };
}

/** The cost of all segments, without a penalty. */
export function costOfPartition(
  n: number,
  indices: readonly number[],
  cost: PartitionCriterion["cost"],
): number {
  let start = 0;
  let sum = 0;
  for (const end of [...indices, n]) {
    sum += cost(start, end);
    start = end;
  }
  return sum;
}
