/** Every way to cut n values into segments of `minSegment` or more, as the starts of all segments but the first. */
export function* allPartitions(n: number, minSegment: number, from = 0): Generator<number[]> {
  if (n - from >= minSegment) yield [];
  for (let index = from + minSegment; index <= n - minSegment; index++) {
    for (const rest of allPartitions(n, minSegment, index)) yield [index, ...rest];
  }
}

/** What a partition costs, without a penalty. */
export function costOf(
  indices: readonly number[],
  n: number,
  cost: (start: number, end: number) => number,
): number {
  const bounds = [0, ...indices, n];
  return indices.reduce((sum, index, i) => sum + cost(index, bounds[i + 2]!), cost(0, bounds[1]!));
}

/** A partition, and what it costs with its penalty. */
export interface PricedPartition {
  readonly indices: readonly number[];
  readonly total: number;
}

/** The cheapest partition by trying all, and by how much the next one is worse: the twin of all exact searches. */
export function bestPartition(
  n: number,
  minSegment: number,
  total: (indices: readonly number[]) => number,
): PricedPartition & { readonly lead: number } {
  let best: PricedPartition = { indices: [], total: Number.POSITIVE_INFINITY };
  let next = Number.POSITIVE_INFINITY;
  for (const indices of allPartitions(n, minSegment)) {
    const candidate = { indices, total: total(indices) };
    if (candidate.total < best.total) {
      next = best.total;
      best = candidate;
    } else {
      next = Math.min(next, candidate.total);
    }
  }
  return { ...best, lead: next - best.total };
}
