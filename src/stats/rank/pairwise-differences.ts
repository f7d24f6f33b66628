/** Where a threshold falls among all differences candidate − baseline. */
interface Split {
  /** How many differences are at most the threshold. */
  readonly notAbove: number;
  /** The largest of them; −∞ if there are none. */
  readonly last: number;
  /** The smallest difference above the threshold; ∞ if there is none. */
  readonly next: number;
}

/**
 * The difference candidate − baseline of this rank among all n · m of them, without listing them.
 *
 * Ascending values make a matrix of differences whose rows and columns are ordered, so one walk along its staircase counts
 * those up to a threshold. The threshold is interpolated, and bisected every third time, between differences that exist, so
 * that both ends meet at the solution. Time O(n + m) a step; at most three steps for every bit that tells the range of the
 * differences from the gap around the solution, typically log₂(n · m) in all. Memory O(1).
 *
 * @param baseline - one or more ascending values
 * @param candidate - one or more ascending values
 * @param rank - from 1 to n · m
 */
export function pairwiseDifference(
  baseline: Readonly<Float64Array>,
  candidate: Readonly<Float64Array>,
  rank: number,
): number {
  let low = candidate[0]! - baseline[baseline.length - 1]!;
  let high = candidate[candidate.length - 1]! - baseline[0]!;
  let belowLow = 0;
  let upToHigh = baseline.length * candidate.length;
  for (let step = 0; low < high; step++) {
    const share = step % 3 === 2 ? 0.5 : (rank - belowLow - 0.5) / (upToHigh - belowLow);
    const { notAbove, last, next } = splitAt(baseline, candidate, between(low, high, share));
    if (notAbove >= rank) {
      high = last;
      upToHigh = notAbove;
    } else {
      low = next;
      belowLow = notAbove;
    }
  }
  return low;
}

/** The median of all differences candidate − baseline: the estimate of Hodges & Lehmann. Time and memory as above. */
export function medianDifference(
  baseline: Readonly<Float64Array>,
  candidate: Readonly<Float64Array>,
): number {
  const total = baseline.length * candidate.length;
  const rank = Math.ceil(total / 2);
  const lower = pairwiseDifference(baseline, candidate, rank);
  if (total % 2 === 1) return lower;
  const { notAbove, next } = splitAt(baseline, candidate, lower);
  return notAbove > rank ? lower : lower + (next - lower) / 2;
}

function splitAt(
  baseline: Readonly<Float64Array>,
  candidate: Readonly<Float64Array>,
  threshold: number,
): Split {
  const m = candidate.length;
  let notAbove = 0;
  let last = Number.NEGATIVE_INFINITY;
  let next = Number.POSITIVE_INFINITY;
  let column = 0;
  for (let row = 0; row < baseline.length; row++) {
    const value = baseline[row]!;
    while (column < m && candidate[column]! - value <= threshold) column++;
    notAbove += column;
    if (column > 0) last = Math.max(last, candidate[column - 1]! - value);
    if (column < m) next = Math.min(next, candidate[column]! - value);
  }
  return { notAbove, last, next };
}

/** From `low` to just below `high`, so that every step moves one of them. */
function between(low: number, high: number, share: number): number {
  const threshold = (1 - share) * low + share * high;
  return threshold > low && threshold < high ? threshold : low;
}
