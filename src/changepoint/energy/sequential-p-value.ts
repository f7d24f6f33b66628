/** A p-value by chance rearrangements, and how many it took. */
export interface SequentialPValue {
  readonly p: number;
  readonly draws: number;
}

/**
 * The p-value of a Monte Carlo test that stops once it can no longer be significant: at that many hits p is hits / draws, which
 * is exact for any distribution, and if all draws are made, (hits + 1) / (draws + 1). Besag & Clifford (1991), Biometrika 78,
 * 301–304, doi:10.1093/biomet/78.2.301. A test at `significance` decides as it would after all draws.
 *
 * @param draw - makes one draw, and says whether it is at least as far out as what was observed
 */
export function sequentialPValue(
  draw: () => boolean,
  permutations: number,
  significance: number,
): SequentialPValue {
  const tooMany = Math.max(1, Math.floor(significance * (permutations + 1) * (1 + 1e-12)));
  let hits = 0;
  for (let draws = 1; draws <= permutations; draws++) {
    if (draw()) hits++;
    if (hits === tooMany) return { p: hits / draws, draws };
  }
  return { p: (hits + 1) / (permutations + 1), draws: permutations };
}
