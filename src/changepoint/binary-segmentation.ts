import type { Measurements } from "../core/measurements.js";
import { unbroken } from "./cheapest-partition.js";
import { type CountedPartitionOptions, checkChangePoints } from "./optimal-partitioning.js";
import { binaryPartition } from "./partition/binary-partition.js";
import { type PartitionResult, priceSearch, reportPartition } from "./partition-result.js";
import { prepareSearch } from "./partition-search.js";

/** Result of {@link binarySegmentation}. */
export interface BinarySegmentationResult extends PartitionResult {
  readonly method: "binary-segmentation";
  /** How many changes were asked for; null if the penalty decided. */
  readonly requested: number | null;
}

/**
 * Change points of a series, one after the other: the split that gains most, then the best split of one of the parts, as long
 * as one gains more than the penalty. Fast and known to all, but not exact: a stretch that differs only in the middle of a
 * segment may hide, and early splits are never taken back; {@link pelt} knows neither weakness.
 *
 * Scott & Knott (1974), Biometrics 30, 507–512; Vostrikova (1981), Soviet Mathematics Doklady 24, 55–59. Time O(n · depth of the
 * splits), at worst O(n · changes); memory O(changes) beside the cost.
 *
 * @param values - finite values in time order, one or more
 * @param options - those of {@link pelt}; `changePoints`, 1 or more, for as many changes, or as many as there is room for
 * @returns as {@link pelt}; `totalCost` is never below that of {@link pelt}
 * @throws {InputError} a value or an option is out of range, or a value is none that the cost is defined for
 * @example
 * binarySegmentation([1, 2, 1, 5, 6, 5, 9, 8, 9], { penalty: 4 }).indices // [3, 6]
 */
export function binarySegmentation(
  values: Measurements,
  options: CountedPartitionOptions = {},
): BinarySegmentationResult {
  const changes = checkChangePoints("binarySegmentation", options);
  const search = prepareSearch("binarySegmentation", values, options, changes ?? 1);
  const priced = priceSearch(search, options);
  const partition = search.searchable
    ? binaryPartition(search.series.values.length, priced.criterion, changes)
    : unbroken(search);
  return { method: "binary-segmentation", ...reportPartition(search, priced, partition), requested: changes };
}
