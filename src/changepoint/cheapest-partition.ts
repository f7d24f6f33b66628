import type { Partition, PartitionCriterion } from "./partition/partition.js";
import { prunedPartition } from "./partition/pruned-partition.js";
import type { PartitionSearch } from "./partition-search.js";

/** The partition of the least total, found exactly; one segment where there can be no change. */
export function cheapestPartition(search: PartitionSearch, criterion: PartitionCriterion): Partition {
  if (!search.searchable) return unbroken(search);
  const n = search.series.values.length;
  return prunedPartition(n, criterion, {
    delay: criterion.minSegment,
    // Costs that are equal in theory may differ by rounding: what loses by no more is kept.
    slack: 1e-12 * (Math.abs(search.cost(0, n)) + criterion.penalty),
  });
}

/** The partition into one segment. */
export function unbroken({ series, cost }: PartitionSearch): Partition {
  return { indices: [], total: cost(0, series.values.length) };
}
