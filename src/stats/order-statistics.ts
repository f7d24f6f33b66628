import type { Warning } from "../core/warning.js";
import { binomialCdf } from "./distributions.js";

/**
 * The ranks between which a quantile of the distribution lies, 1-based; 0 and n + 1 stand for a bound that n values
 * cannot give.
 */
export interface RankInterval {
  readonly low: number;
  readonly high: number;
}

/** The innermost ranks that leave at most (1 − confidence) / 2 on either side of the `p`-quantile. Time O(log n). */
export function equalTailedRanks(n: number, p: number, confidence: number): RankInterval {
  const tail = (1 - confidence) / 2;
  return { low: lowerRank(n, p, tail), high: n + 1 - lowerRank(n, 1 - p, tail) };
}

/**
 * The fewest neighbouring order statistics that hold the median with this confidence; of two choices, the lower.
 * Starting in the middle, ranks are added on both sides, and the last one above is dropped if it is not needed. Time O(log n).
 */
export function narrowestMedianRanks(n: number, confidence: number): RankInterval {
  const { low, high } = equalTailedRanks(n, 0.5, confidence);
  const coverage = coverageOfRanks(n, 0.5, { low, high: high - 1 });
  return low >= 1 && reaches(coverage, confidence) ? { low, high: high - 1 } : { low, high };
}

/** How often the order statistics of these ranks hold the `p`-quantile of a continuous distribution between them. */
export function coverageOfRanks(n: number, p: number, { low, high }: RankInterval): number {
  return 1 - lowerTail(n, p, low) - lowerTail(n, 1 - p, n + 1 - high);
}

/** How often the `rank`-th smallest value is above the `p`-quantile, so that fewer than `rank` values are below that. */
export function lowerTail(n: number, p: number, rank: number): number {
  return rank < 1 ? 0 : binomialCdf(rank - 1, n, p);
}

/** How many values it takes for the `p`-quantile to be bounded on both sides by order statistics. */
export function valuesNeeded(p: number, confidence: number): number {
  const exact = Math.log((1 - confidence) / 2) / Math.log(Math.max(p, 1 - p));
  return Math.max(1, Math.ceil(exact - 1e-9));
}

/** The largest rank that is above the quantile at most as often as `tail`; 0 if there is none. */
function lowerRank(n: number, p: number, tail: number): number {
  let low = 0;
  let high = n + 1;
  while (high - low > 1) {
    const rank = (low + high) >> 1;
    if (reaches(tail, lowerTail(n, p, rank))) low = rank;
    else high = rank;
  }
  return low;
}

/** Whether a sum of probabilities is as large as asked for, but for rounding. */
function reaches(probability: number, wanted: number): boolean {
  return probability >= wanted * (1 - 1e-12);
}

/** Both bounds are the same value, which was measured more than once. */
export const tiedBounds: Warning = {
  code: "tied-bounds",
  message:
    "Both bounds fall on one value that was measured many times; the interval is only as fine as the clock, so measure " +
    "with a finer one or over more work a value.",
};
