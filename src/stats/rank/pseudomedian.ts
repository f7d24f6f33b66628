import { normalQuantile } from "../distributions.js";
import { kthPairSum } from "./kth-pair-sum.js";
import { signedRankDistribution } from "./signed-rank-distribution.js";

/** The median of the means of all pairs of values, each with itself included. Time O(n), some hundred passes. */
export function pseudomedian(sorted: Readonly<Float64Array>): number {
  const means = (sorted.length * (sorted.length + 1)) / 2;
  const lower = kthPairSum(sorted, Math.ceil(means / 2));
  return means % 2 === 1 ? lower / 2 : (lower + kthPairSum(sorted, means / 2 + 1)) / 4;
}

/**
 * The means of pairs that the signed-rank test holds possible as centre of symmetry: exact up to 100 values.
 *
 * @param tail - what each bound may miss
 * @returns null if the values are too few
 */
export function pseudomedianBounds(
  sorted: Readonly<Float64Array>,
  tail: number,
): readonly [low: number, high: number] | null {
  const n = sorted.length;
  const margin = n > 100 ? normalMargin(n, tail) : exactMargin(n, tail);
  if (margin === 0) return null;
  return [kthPairSum(sorted, margin) / 2, kthPairSum(sorted, (n * (n + 1)) / 2 + 1 - margin) / 2];
}

/** The largest k with P(W⁺ < k) ≤ `tail` for n untied differences; 0 if even one is too many. */
function exactMargin(n: number, tail: number): number {
  const { counts } = signedRankDistribution(Float64Array.from({ length: n }, (_, i) => i + 1));
  // A tail of exactly 1/32 must not be refused for its rounding.
  const allowed = tail * 2 ** n * (1 + 1e-12);
  let below = 0;
  let margin = 0;
  while (below + counts[margin]! <= allowed) below += counts[margin++]!;
  return Math.min(margin, Math.floor(counts.length / 2));
}

function normalMargin(n: number, tail: number): number {
  const sd = Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24);
  return Math.max(0, Math.floor((n * (n + 1)) / 4 + 0.5 + normalQuantile(tail) * sd));
}
