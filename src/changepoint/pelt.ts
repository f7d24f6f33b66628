import type { Measurements } from "../core/measurements.js";
import { cheapestPartition } from "./cheapest-partition.js";
import {
  type PartitionOptions,
  type PartitionResult,
  priceSearch,
  reportPartition,
} from "./partition-result.js";
import { prepareSearch } from "./partition-search.js";

/** Result of {@link pelt}. */
export interface PeltResult extends PartitionResult {
  readonly method: "pelt";
}

/**
 * Change points of a series: those that minimise the cost of all segments plus `penalty` × number of changes, found exactly.
 *
 * Assumes that values within a segment are independent; correlation and drift yield spurious changes, and so do far values
 * under {@link meanShift}. Every index is a candidate. Later values may move earlier answers. What penalty would give what is
 * shown by {@link crops}; {@link detectChangePoints} keeps an error rate.
 *
 * Killick, Fearnhead & Eckley (2012), JASA 107, 1590–1598, doi:10.1080/01621459.2012.737745. Starts that lose are given up
 * `minSegment` values later, as exactness needs it, so the result is always that of {@link optimalPartitioning}. Expected time
 * O(n) if changes grow with n, at worst O(n²); memory O(n).
 *
 * @param values - finite values in time order, one or more; fewer than 2 × `minSegment` give no change, with a warning
 * @param options - `cost`, default `meanShift()`; `penalty` above 0 in units of the cost, or "bic" or "mbic", default "bic",
 *   which for `meanShift` is 2·σ̂²·ln n with σ̂ = 1.4826·MAD(Δvalues)/√2; `minSegment`, default 2; `gaps`, `times`, `confidence`
 *   as all change-point methods have them
 * @returns `indices` of the first value of each new segment; `segments` and `changePoints` with means and intervals, which do
 *   not know that the changes were searched for
 * @throws {InputError} a value or an option is out of range, or a value is none that the cost is defined for
 * @example
 * pelt([10, 11, 10, 20, 21, 20, 10, 11, 10], { penalty: 5 }).indices // [3, 6]
 * pelt([10, 11, 10, 20, 21, 20, 10, 11, 10], { penalty: 5 }).totalCost // ≈ 12 (2 of squares, two changes)
 */
export function pelt(values: Measurements, options: PartitionOptions = {}): PeltResult {
  const search = prepareSearch("pelt", values, options);
  const priced = priceSearch(search, options);
  const partition = cheapestPartition(search, priced.criterion);
  return { method: "pelt", ...reportPartition(search, priced, partition) };
}
