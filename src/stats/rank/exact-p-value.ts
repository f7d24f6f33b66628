import type { Alternative } from "../interval.js";
import type { RankSumDistribution } from "./rank-sum-distribution.js";

/**
 * The share of all arrangements whose rank sum is at least as far out as `sum`; for "two-sided", at least as far from
 * `center` in either direction. Ties and unequal sizes make the distribution lopsided, where twice the smaller tail
 * would be another p. Never 0 for a sum that can occur. Time O(number of possible sums).
 *
 * @param sum - of the drawn ranks
 * @param center - the mean of the distribution
 */
export function exactPValue(
  { counts, lowest, step }: RankSumDistribution,
  sum: number,
  center: number,
  alternative: Alternative,
): number {
  const distance = Math.abs(sum - center);
  let hits = 0;
  let total = 0;
  for (let i = 0; i < counts.length; i++) {
    const other = lowest + i * step;
    total += counts[i]!;
    if (isAsExtreme(other)) hits += counts[i]!;
  }
  return hits / total;

  function isAsExtreme(other: number): boolean {
    if (alternative === "less") return other <= sum;
    if (alternative === "greater") return other >= sum;
    return Math.abs(other - center) >= distance;
  }
}

/** The smallest p that any arrangement could have. */
export function smallestExactPValue(
  distribution: RankSumDistribution,
  center: number,
  alternative: Alternative,
): number {
  const { counts, lowest, step } = distribution;
  const first = lowest + step * counts.findIndex((count) => count > 0);
  const last = lowest + step * counts.findLastIndex((count) => count > 0);
  const low = exactPValue(distribution, first, center, alternative);
  return Math.min(low, exactPValue(distribution, last, center, alternative));
}
