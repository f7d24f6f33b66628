import { normalQuantile } from "../../stats/distributions.js";

/** What ranks tell about a stretch of values. */
export interface NormalScores {
  /** One a value, in time order; their sum is zero. */
  readonly scores: Float64Array;
  /** The share of the scores' variance that ties took away: 0 without ties, 1 if all values are equal. */
  readonly tied: number;
}

/**
 * Van der Waerden's scores: each value is replaced by the normal quantile of (rank − ½) / n, equal values by the mean of
 * theirs. Whatever the distribution of independent values, their scores are the same numbers in random order, so what is
 * computed from them has a known distribution; a spike counts no more than the largest of n normal values, and of normal
 * values hardly anything is lost. Time O(n log n), memory O(n).
 */
export function normalScores(values: Readonly<Float64Array>): NormalScores {
  const n = values.length;
  const order = sortedOrder(values);
  const scores = new Float64Array(n);
  const untied = quantiles(n);
  let whole = 0;
  let kept = 0;
  for (let start = 0; start < n; ) {
    let end = start;
    let sum = 0;
    const value = values[order[start]!]!;
    for (; end < n && values[order[end]!] === value; end++) {
      sum += untied[end]!;
      whole += untied[end]! ** 2;
    }
    const score = sum / (end - start);
    for (let k = start; k < end; k++) scores[order[k]!] = score;
    kept += score * sum;
    start = end;
  }
  return { scores, tied: whole > 0 ? Math.max(0, 1 - kept / whole) : 1 };
}

/** The scores of n values without ties, ascending and exactly symmetric about zero. */
export function quantiles(n: number): Float64Array {
  const scores = new Float64Array(n);
  for (let k = 0; k < n >> 1; k++) {
    const score = normalQuantile((k + 0.5) / n);
    scores[k] = score;
    scores[n - 1 - k] = -score;
  }
  return scores;
}

/** Indices from the smallest value to the largest. Sorting numbers beats sorting by a comparison of what they point to. */
function sortedOrder(values: Readonly<Float64Array>): Uint32Array {
  return Uint32Array.from(values.keys()).sort((i, j) => values[i]! - values[j]! || i - j);
}
