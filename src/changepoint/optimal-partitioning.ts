import { checkInteger } from "../core/check-options.js";
import type { Measurements } from "../core/measurements.js";
import { unbroken } from "./cheapest-partition.js";
import { fixedPartition, fullPartition } from "./partition/full-partition.js";
import {
  type PartitionOptions,
  type PartitionResult,
  priceSearch,
  reportPartition,
} from "./partition-result.js";
import { prepareSearch } from "./partition-search.js";

/** Options of {@link optimalPartitioning} and {@link binarySegmentation}. */
export interface CountedPartitionOptions extends PartitionOptions {
  /** How many changes there are, 1 or more, where that is known: the penalty then only counts in `totalCost`. */
  readonly changePoints?: number;
}

/** Result of {@link optimalPartitioning}. */
export interface OptimalPartitioningResult extends PartitionResult {
  readonly method: "optimal-partitioning";
  /** How many changes were asked for; null if the penalty decided. */
  readonly requested: number | null;
}

/**
 * Change points of a series, as {@link pelt} finds them, by trying every start of every last segment; or the best places for a
 * number of changes that is known.
 *
 * Jackson et al. (2005), IEEE Signal Processing Letters 12, 105–108, doi:10.1109/LSP.2001.838216; for a known number the
 * segment neighbourhood search of Auger & Lawrence (1989). Time O(n²), and O(n) memory; both times `changePoints`, if given.
 *
 * @param values - finite values in time order, one or more
 * @param options - those of {@link pelt}; `changePoints`, 1 or more, for as many changes and no other number
 * @returns as {@link pelt}; no change, with a warning, where there is no room for as many
 * @throws {InputError} a value or an option is out of range, or a value is none that the cost is defined for
 * @example
 * optimalPartitioning([1, 2, 1, 5, 6, 5, 9, 8, 9], { changePoints: 2 }).indices // [3, 6]
 */
export function optimalPartitioning(
  values: Measurements,
  options: CountedPartitionOptions = {},
): OptimalPartitioningResult {
  const changes = checkChangePoints("optimalPartitioning", options);
  const search = prepareSearch("optimalPartitioning", values, options, changes ?? 1);
  const priced = priceSearch(search, options);
  const n = search.series.values.length;
  const partition = !search.searchable
    ? unbroken(search)
    : changes === null
      ? fullPartition(n, priced.criterion)
      : fixedPartition(n, priced.criterion, changes);
  return {
    method: "optimal-partitioning",
    ...reportPartition(search, priced, partition),
    requested: changes,
  };
}

/** @throws {InputError} `changePoints` is given, and is no whole number from 1 up */
export function checkChangePoints(
  functionName: string,
  { changePoints }: CountedPartitionOptions,
): number | null {
  if (changePoints === undefined) return null;
  checkInteger(functionName, "changePoints", changePoints, 1);
  return changePoints;
}
