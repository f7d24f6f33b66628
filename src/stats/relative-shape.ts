import { moments } from "../core/moments.js";

/** The spread and shape of values divided by their mean. */
export interface RelativeShape {
  readonly n: number;
  /** Coefficient of variation, sd (divisor n − 1) / |mean|. */
  readonly cv: number;
  /** Third standardised moment; mirrored for a negative mean. */
  readonly skewness: number;
  /** Sum of squared deviations from the mean. */
  readonly squares: number;
  /** Sum of fourth powers of deviations from a trimmed mean, whose kurtosis is less biased for long tails. */
  readonly fourthPowers: number;
}

/** Of two or more values; null if their mean is zero. Time O(n log n), memory O(n). */
export function relativeShape(values: Readonly<Float64Array>): RelativeShape | null {
  const { n, mean } = moments(values);
  if (mean === 0) return null;
  const relative = values.map((value) => value / mean - 1).sort();
  const { squares } = moments(relative);
  const center = trimmedMean(relative);
  let cubes = 0;
  let fourthPowers = 0;
  for (const deviation of relative) {
    cubes += deviation ** 3;
    fourthPowers += (deviation - center) ** 4;
  }
  return {
    n,
    cv: Math.sqrt(squares / (n - 1)),
    skewness: squares > 0 ? cubes / n / (squares / n) ** 1.5 : 0,
    squares,
    fourthPowers,
  };
}

/** Without the lowest and highest 1 / (2√(n − 4)) of the values, as Bonett (2006) has it; the median of up to five. */
function trimmedMean(sorted: Readonly<Float64Array>): number {
  const n = sorted.length;
  const cut = n > 5 ? Math.floor(n / (2 * Math.sqrt(n - 4))) : n;
  const left = Math.min(cut, Math.floor((n - 1) / 2));
  return moments(sorted.subarray(left, n - left)).mean;
}
