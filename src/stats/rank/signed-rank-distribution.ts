import type { RankSumDistribution } from "./rank-sum-distribution.js";

/**
 * The exact distribution of the sum of those ranks whose sign is positive, each sign a fair coin.
 *
 * Of n ranks with the sum S, time O(n·S), memory O(S); n up to 1,000, beyond which 2ⁿ leaves the range of a double.
 *
 * @param ranks - whole numbers above zero
 */
export function signedRankDistribution(ranks: Readonly<Float64Array>): RankSumDistribution {
  const counts = new Float64Array(ranks.reduce((sum, rank) => sum + rank, 0) + 1);
  counts[0] = 1;
  let highest = 0;
  for (const rank of ranks) {
    for (let s = highest; s >= 0; s--) counts[s + rank]! += counts[s]!;
    highest += rank;
  }
  return { counts, lowest: 0, step: 1 };
}
