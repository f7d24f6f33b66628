/** The strongest sign of a change in a stretch of scores. */
export interface Sign {
  /** In units of log-likelihood, less what its place among all that were tried costs. */
  readonly statistic: number;
  /** Where it says that the level changes, ascending: one place, or the two ends of an episode. */
  readonly bounds: readonly number[];
  /** Where one step would lie. */
  readonly step: number;
}

/** Episodes and neighbours are tried at lengths in this ratio: at worst a tenth of the signal is lost between two. */
const lengthRatio = 1.25;

/**
 * Searches a stretch of scores for a change of level at all scales at once, by three families of contrasts:
 *
 * - everything before an index against everything after it (one step),
 * - a window against all else (an episode),
 * - a window against the next of the same length, by their own variance (steps among many).
 *
 * Each contrast gives a log-likelihood ratio of normal values; the number of places that a window of its length could take
 * is charged as its logarithm, so that short windows do not drown long ones (Dümbgen & Spokoiny, 2001, Annals of Statistics
 * 29, 124–152, doi:10.1214/aos/996986504), and windows pay for being tried beside steps. Sums of L neighbours vary as an
 * autoregression with coefficient `rho` has it. Time O(n log n), memory O(n).
 *
 * @param scores - 2 · `minSegment` or more, not all equal
 * @param rho - from 0 up to, and without, 1
 */
export function scan(scores: Readonly<Float64Array>, rho: number, minSegment: number): Sign {
  const n = scores.length;
  const { sums, squares, total } = cumulate(scores);
  const inflation = inflationOf(rho, n);
  let statistic = Number.NEGATIVE_INFINITY;
  let bounds: readonly number[] = [];
  const offer = (candidate: number, places: readonly number[]): void => {
    if (candidate > statistic && places.length > 0) {
      statistic = candidate;
      bounds = places;
    }
  };
  const likelihood = (between: number, inflated: number): number => {
    const within = Math.max(total - between, 1e-9 * total);
    return ((n - 2) / 2) * Math.log1p(between / inflated / within);
  };

  let best = Number.NEGATIVE_INFINITY;
  let place = 0;
  for (let k = minSegment; k <= n - minSegment; k++) {
    const between = (sums[k]! ** 2 * n) / (k * (n - k));
    const candidate = between / inflation[Math.min(k, n - k)]! / Math.max(total - between, 1e-9 * total);
    if (candidate > best) {
      best = candidate;
      place = k;
    }
  }
  offer(((n - 2) / 2) * Math.log1p(best), [place]);

  const floor = (0.1 * total) / n;
  for (let length = minSegment; 2 * length <= n; length = nextLength(length)) {
    const charge = Math.log((2 * n) / length);
    const start = widestGap(sums, length);
    const gap = sums[start + length]! - sums[start]!;
    const episode = (gap ** 2 * n) / (length * (n - length));
    offer(
      likelihood(episode, inflation[length]!) - charge,
      [start, start + length].filter((k) => k >= minSegment && k <= n - minSegment),
    );
    const middle = sharpestStep(sums, squares, length, floor * length);
    const sharpness = stepSharpness(sums, squares, middle, length, floor * length);
    const local = (length - 1) * Math.log1p(sharpness / neighbourInflation(inflation[length]!, rho, length));
    offer(local - charge, [middle]);
  }
  return { statistic, bounds, step: place };
}

/** The next length to try. */
function nextLength(length: number): number {
  return Math.max(length + 1, Math.round(length * lengthRatio));
}

/** Sums of the first k scores, centred, and of their squares. */
function cumulate(scores: Readonly<Float64Array>): {
  readonly sums: Float64Array;
  readonly squares: Float64Array;
  readonly total: number;
} {
  const n = scores.length;
  const sums = new Float64Array(n + 1);
  const squares = new Float64Array(n + 1);
  let mean = 0;
  for (let i = 0; i < n; i++) mean += scores[i]!;
  mean /= n;
  for (let i = 0; i < n; i++) {
    const score = scores[i]! - mean;
    sums[i + 1] = sums[i]! + score;
    squares[i + 1] = squares[i]! + score * score;
  }
  return { sums, squares, total: squares[n]! };
}

/**
 * By how much the variance of a sum of L neighbours exceeds that of independent values, for L from 0 to n / 2:
 * (1 + ρ) / (1 − ρ) − 2ρ(1 − ρᴸ) / (L(1 − ρ)²).
 */
function inflationOf(rho: number, n: number): Float64Array {
  const inflation = new Float64Array((n >> 1) + 1).fill(1);
  if (rho === 0) return inflation;
  let power = 1;
  for (let length = 1; length < inflation.length; length++) {
    power *= rho;
    inflation[length] = (1 + rho) / (1 - rho) - (2 * rho * (1 - power)) / (length * (1 - rho) ** 2);
  }
  return inflation;
}

/** The same for the squared difference of neighbouring sums over their own variance, which dependence makes too small. */
function neighbourInflation(inflation: number, rho: number, length: number): number {
  if (rho === 0) return 1;
  const shared = (rho * (1 - rho ** length) ** 2) / ((1 - rho) ** 2 * length);
  return ((inflation - shared) * (length - 1)) / Math.max(0.5, length - inflation);
}

/** Where the sum of `length` scores is farthest from zero. */
function widestGap(sums: Readonly<Float64Array>, length: number): number {
  let widest = -1;
  let start = 0;
  for (let i = 0; i + length < sums.length; i++) {
    const gap = Math.abs(sums[i + length]! - sums[i]!);
    if (gap > widest) {
      widest = gap;
      start = i;
    }
  }
  return start;
}

/** Between which two windows of `length` the step is largest, measured by their own variance. */
function sharpestStep(
  sums: Readonly<Float64Array>,
  squares: Readonly<Float64Array>,
  length: number,
  floor: number,
): number {
  let sharpest = -1;
  let place = length;
  for (let k = length; k + length < sums.length; k++) {
    const sharpness = stepSharpness(sums, squares, k, length, floor);
    if (sharpness > sharpest) {
      sharpest = sharpness;
      place = k;
    }
  }
  return place;
}

/** Sum of squares between two neighbouring windows over that within them, which is kept from vanishing by chance. */
function stepSharpness(
  sums: Readonly<Float64Array>,
  squares: Readonly<Float64Array>,
  k: number,
  length: number,
  floor: number,
): number {
  const left = sums[k]! - sums[k - length]!;
  const right = sums[k + length]! - sums[k]!;
  const between = (left - right) ** 2 / (2 * length);
  const within = squares[k + length]! - squares[k - length]! - (left * left + right * right) / length;
  return between / (Math.max(0, within) + floor);
}
