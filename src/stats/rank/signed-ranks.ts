/** The ranks of differences by size, as the signed-rank test uses them. */
export interface SignedRanks {
  /** Twice the midrank of each difference other than zero: whole numbers, ascending. */
  readonly doubledRanks: Float64Array;
  /** Sum of the doubled ranks of those above zero. */
  readonly positive: number;
  /** How many differences are zero. */
  readonly zeros: number;
}

/**
 * Ranks differences by size; those that `rounding` cannot tell apart share their mean rank. Time O(n log n), memory O(n).
 *
 * @param zeroMethod - "pratt" lets zeros take the lowest ranks, "wilcoxon" gives them none
 */
export function signedRanks(
  differences: Readonly<Float64Array>,
  rounding: number,
  zeroMethod: "wilcoxon" | "pratt",
): SignedRanks {
  const differing = differences.filter((difference) => Math.abs(difference) > rounding);
  const zeros = differences.length - differing.length;
  const offset = zeroMethod === "pratt" ? zeros : 0;
  differing.sort((a, b) => Math.abs(a) - Math.abs(b));
  const doubledRanks = new Float64Array(differing.length);
  let positive = 0;
  for (let start = 0; start < differing.length; ) {
    let end = start + 1;
    while (end < differing.length && isTie(differing[end - 1]!, differing[end]!, rounding)) end++;
    const rank = 2 * offset + start + end + 1;
    doubledRanks.fill(rank, start, end);
    for (let i = start; i < end; i++) if (differing[i]! > 0) positive += rank;
    start = end;
  }
  return { doubledRanks, positive, zeros };
}

function isTie(smaller: number, larger: number, rounding: number): boolean {
  return Math.abs(larger) - Math.abs(smaller) <= rounding;
}
