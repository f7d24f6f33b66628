import { max, min, sum } from "simple-statistics";

/** Size, mean and spread of one or more values, with the digits that a mean far from zero has no room for. */
export interface Moments {
  readonly n: number;
  /** Never outside the range of the values. */
  readonly mean: number;
  /** The exact mean is `mean + remainder`: what rounding left off. */
  readonly remainder: number;
  /** Sum of squared deviations from the exact mean; 0 for equal values. */
  readonly squares: number;
}

/**
 * The first two moments, in two passes, the second of which corrects the first.
 * Chan, Golub & LeVeque (1983), American Statistician 37, 242–247. Time O(n), memory O(1).
 */
export function moments(values: Readonly<Float64Array>): Moments {
  const n = values.length;
  const center = roughMean(values);
  let deviations = 0;
  let squares = 0;
  for (let i = 0; i < n; i++) {
    const deviation = values[i]! - center;
    deviations += deviation;
    squares += deviation * deviation;
  }
  const shift = deviations / n;
  // The first pass is right to its last digit or two. A larger shift is only what rounding made of huge deviations.
  const correction = Math.abs(shift) <= 2 * Number.EPSILON * Math.abs(center) ? shift : 0;
  const mean = center + correction;
  return {
    n,
    mean,
    remainder: center - mean + correction,
    squares: Math.max(0, squares - deviations * shift),
  };
}

/** The arithmetic mean of one or more values, never outside their range. Time O(n), memory O(1). */
export function mean(values: Readonly<Float64Array>): number {
  return moments(values).mean;
}

/** The variance with divisor n − `ddof`; more than `ddof` values are needed. Time O(n), memory O(1). */
export function variance(values: Readonly<Float64Array>, ddof: 0 | 1 = 1): number {
  return moments(values).squares / (values.length - ddof);
}

/** The difference of two exact means, rounded once. */
export function differenceOfMeans(baseline: Moments, candidate: Moments): number {
  return candidate.mean - baseline.mean + (candidate.remainder - baseline.remainder);
}

/** The compensated sum over n. */
function roughMean(values: Readonly<Float64Array>): number {
  // simple-statistics declares number[], and reads by index only.
  const numbers = values as unknown as number[];
  // Three times 0.1, summed and divided, is a little more than 0.1: equal values would vary.
  return Math.min(Math.max(sum(numbers) / values.length, min(numbers)), max(numbers));
}
