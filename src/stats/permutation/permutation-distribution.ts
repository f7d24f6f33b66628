import { stream } from "../../random/stream.js";
import type { Alternative } from "../interval.js";
import { countArrangements, forEachArrangement, forEachShuffle } from "./arrangements.js";

/** A statistic under rearrangements of the pooled values into groups of the observed sizes. */
export interface PermutationDistribution {
  readonly replicates: Float64Array;
  /** Whether these are all arrangements, once each, the observed one among them. */
  readonly exact: boolean;
}

/**
 * The statistic for every arrangement, if there are at most `permutations` of them, else for so many random ones.
 *
 * @param n - sizes of baseline and candidate
 * @param statistic - of the arrangement in which the smaller side has the pooled values at these places; the candidate is
 *   the smaller if the sizes are equal
 */
export function permutationDistribution(
  n: readonly [number, number],
  permutations: number,
  seed: number,
  statistic: (places: Readonly<Uint32Array>) => number,
): PermutationDistribution {
  const total = n[0] + n[1];
  const drawn = Math.min(...n);
  const arrangements = countArrangements(total, drawn);
  const exact = arrangements <= permutations;
  const replicates = new Float64Array(exact ? arrangements : permutations);
  let next = 0;
  const keep = (places: Readonly<Uint32Array>): void => {
    replicates[next++] = statistic(places);
  };
  if (exact) forEachArrangement(total, drawn, keep);
  else forEachShuffle(total, drawn, permutations, stream(seed, "permutation"), keep);
  return { replicates, exact };
}

/**
 * hits / total over all arrangements, or (hits + 1) / (draws + 1) over random ones, which makes the test valid for any number
 * of draws: Phipson & Smyth (2010), Statistical Applications in Genetics and Molecular Biology 9, article 39,
 * doi:10.2202/1544-6115.1585. Two-sided, twice the smaller of both tails. Never 0.
 *
 * @param tolerance - replicates within it of the observed statistic count as equal to it
 */
export function permutationPValue(
  { replicates, exact }: PermutationDistribution,
  observed: number,
  tolerance: number,
  alternative: Alternative,
): number {
  let notAbove = exact ? 0 : 1;
  let notBelow = notAbove;
  for (const replicate of replicates) {
    if (replicate <= observed + tolerance) notAbove++;
    if (replicate >= observed - tolerance) notBelow++;
  }
  const total = replicates.length + (exact ? 0 : 1);
  if (alternative === "less") return notAbove / total;
  if (alternative === "greater") return notBelow / total;
  return Math.min(1, (2 * Math.min(notAbove, notBelow)) / total);
}

/** The smallest p that such a distribution can give where no two arrangements tie. */
export function smallestPermutationP(
  { replicates, exact }: PermutationDistribution,
  alternative: Alternative,
): number {
  return Math.min(1, (alternative === "two-sided" ? 2 : 1) / (replicates.length + (exact ? 0 : 1)));
}
