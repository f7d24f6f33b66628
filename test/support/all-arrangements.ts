/** Every way to deal the pooled values to two sides of these sizes, by brute force: the twin of all exact tests. */
export function allArrangements(
  baseline: readonly number[],
  candidate: readonly number[],
): (readonly [number[], number[]])[] {
  const pooled = [...baseline, ...candidate];
  const found: (readonly [number[], number[]])[] = [];
  for (let mask = 0; mask < 2 ** pooled.length; mask++) {
    const second = pooled.filter((_, i) => (mask >> i) & 1);
    if (second.length !== candidate.length) continue;
    found.push([pooled.filter((_, i) => !((mask >> i) & 1)), second]);
  }
  return found;
}

/** The share of all arrangements for which the condition holds. */
export function shareOfArrangements(
  baseline: readonly number[],
  candidate: readonly number[],
  holds: (baseline: number[], candidate: number[]) => boolean,
): number {
  const all = allArrangements(baseline, candidate);
  return all.filter(([first, second]) => holds(first, second)).length / all.length;
}
