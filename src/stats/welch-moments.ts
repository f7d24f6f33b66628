import { differenceOfMeans, type Moments } from "../core/moments.js";

/** Of the mean: variance / n. Two or more values are needed. */
export function squaredError({ n, squares }: Moments): number {
  return squares / (n - 1) / n;
}

/** Satterthwaite's degrees of freedom of candidate − slope · baseline; NaN if neither varies. */
export function satterthwaite(baseline: Moments, candidate: Moments, slope = 1): number {
  const fromBaseline = slope ** 2 * squaredError(baseline);
  const share = fromBaseline / (fromBaseline + squaredError(candidate));
  return 1 / (share ** 2 / (baseline.n - 1) + (1 - share) ** 2 / (candidate.n - 1));
}

/**
 * The ratios θ of means that (b − θa)² ≤ t²(SE_b² + θ²SE_a²) does not rule out, less 1; null unless that is an interval.
 * All is relative to a, and the centre written in b − a, since 1 is not to be subtracted from a ratio close to it.
 */
export function fiellerBounds(a: Moments, b: Moments, t: number): readonly [number, number] | null {
  if (!(a.mean > 0)) return null;
  const ownError = squaredError(a) / a.mean ** 2;
  const otherError = squaredError(b) / a.mean ** 2;
  const g = t ** 2 * ownError;
  if (!(g < 1)) return null;
  const center = (differenceOfMeans(a, b) / a.mean + g) / (1 - g);
  const half = (t / (1 - g)) * Math.sqrt((1 - g) * otherError + (b.mean / a.mean) ** 2 * ownError);
  return Number.isFinite(center + half) ? [center - half, center + half] : null;
}
