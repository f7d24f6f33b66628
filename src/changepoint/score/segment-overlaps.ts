/** How much one segment of the one segmentation and one of the other have in common. */
export interface Overlap {
  /** Number of values of the true segment. */
  readonly truth: number;
  readonly found: number;
  /** Number of values in both, 1 or more. */
  readonly common: number;
  /** Which true segment. */
  readonly segment: number;
}

/** All pairs of segments that have values in common, from left to right: at most as many as there are changes, plus one. */
export function segmentOverlaps(found: readonly number[], truth: readonly number[], n: number): Overlap[] {
  const [ours, theirs] = [
    [0, ...found, n],
    [0, ...truth, n],
  ];
  const overlaps: Overlap[] = [];
  for (let i = 1, j = 1, start = 0; start < n; ) {
    const end = Math.min(ours[i]!, theirs[j]!);
    overlaps.push({
      truth: theirs[j]! - theirs[j - 1]!,
      found: ours[i]! - ours[i - 1]!,
      common: end - start,
      segment: j - 1,
    });
    if (ours[i] === end) i++;
    if (theirs[j] === end) j++;
    start = end;
  }
  return overlaps;
}

/**
 * The share of all pairs of values that both segmentations put together, or both apart (Rand 1971, JASA 66, 846–850), and the
 * same corrected for chance (Hubert & Arabie 1985, Journal of Classification 2, 193–218). Both are 1 for equal segmentations.
 */
export function randIndices(
  overlaps: readonly Overlap[],
  found: readonly number[],
  truth: readonly number[],
  n: number,
): { readonly rand: number; readonly adjustedRand: number } {
  const all = pairs(n);
  const inBoth = overlaps.reduce((sum, { common }) => sum + pairs(common), 0);
  const [inFound, inTruth] = [pairsWithin(found, n), pairsWithin(truth, n)];
  const expected = all === 0 ? 0 : (inFound / all) * inTruth;
  const most = (inFound + inTruth) / 2;
  return {
    rand: all === 0 ? 1 : (all + 2 * inBoth - inFound - inTruth) / all,
    // Without room for chance both are one segment, or both as many as there are values.
    adjustedRand: most === expected ? 1 : (inBoth - expected) / (most - expected),
  };
}

/**
 * How well the true segments are covered by found ones: the mean over all values of the largest intersection over union of
 * their true segment with any found one (van den Burg & Williams 2020).
 */
export function covering(overlaps: readonly Overlap[], n: number): number {
  const best = new Map<number, { size: number; share: number }>();
  for (const { truth, found, common, segment } of overlaps) {
    const share = common / (truth + found - common);
    best.set(segment, { size: truth, share: Math.max(share, best.get(segment)?.share ?? 0) });
  }
  return [...best.values()].reduce((sum, { size, share }) => sum + size * share, 0) / n;
}

function pairsWithin(changes: readonly number[], n: number): number {
  const bounds = [0, ...changes, n];
  return bounds.slice(1).reduce((sum, end, i) => sum + pairs(end - bounds[i]!), 0);
}

function pairs(n: number): number {
  return (n * (n - 1)) / 2;
}
