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

/** Follows the last change before each end back to the start. */
export function changesUpTo(end: number, previous: Readonly<Int32Array>): number[] {
  const indices: number[] = [];
  for (let change = previous[end]!; change > 0; change = previous[change]!) indices.push(change);
  return indices.reverse();
}
