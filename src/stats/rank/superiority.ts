/** How probable it is that a candidate's value is above a baseline's, ties counted half. */
export interface Superiority {
  readonly estimate: number;
  /** 0 if the sides do not overlap, or nothing varies. */
  readonly standardError: number;
  /** (estimate − 0.5) / standardError; infinite without overlap. */
  readonly statistic: number;
  /** Satterthwaite's degrees of freedom; NaN where the standard error is 0. */
  readonly df: number;
}

/**
 * The estimate of Brunner & Munzel (2000), Biometrical Journal 42, 17–25, with the variances of the placements of each
 * side's values among the other's. Sums are over whole numbers, so equal arrangements give equal bits. Time O(blocks).
 *
 * @param n - sizes of baseline and candidate
 * @param baseline - how often the baseline has each distinct value, ascending
 * @param candidate - how often the candidate has it
 */
export function superiority(
  n: readonly [number, number],
  baseline: Readonly<Uint32Array>,
  candidate: Readonly<Uint32Array>,
): Superiority {
  // Twice the number of the other side's values below, ties counted half, for a value of either side: sums and squares.
  let wins = 0;
  let winSquares = 0;
  let losses = 0;
  let lossSquares = 0;
  let baselineBelow = 0;
  let candidateBelow = 0;
  for (let block = 0; block < baseline.length; block++) {
    const [first, second] = [baseline[block]!, candidate[block]!];
    const win = 2 * baselineBelow + first;
    const loss = 2 * candidateBelow + second;
    wins += second * win;
    winSquares += second * win * win;
    losses += first * loss;
    lossSquares += first * loss * loss;
    baselineBelow += first;
    candidateBelow += second;
  }
  const [size, otherSize] = n;
  const pairs = size * otherSize;
  const estimate = wins / (2 * pairs);
  const fromCandidate = varianceOf(winSquares, wins, otherSize) / (4 * size * pairs);
  const fromBaseline = varianceOf(lossSquares, losses, size) / (4 * otherSize * pairs);
  const squaredError = fromCandidate + fromBaseline;
  const standardError = Math.sqrt(squaredError);
  const excess = wins - pairs;
  return {
    estimate,
    standardError,
    statistic: excess === 0 ? 0 : excess / (2 * pairs) / standardError,
    df: squaredError ** 2 / (fromCandidate ** 2 / (otherSize - 1) + fromBaseline ** 2 / (size - 1)),
  };
}

function varianceOf(squares: number, sum: number, count: number): number {
  return Math.max(0, count * squares - sum * sum) / (count * (count - 1));
}
