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
 * The centre is written in b − a, since 1 is not to be subtracted from a ratio close to it.
 */
export function fiellerBounds(a: Moments, b: Moments, t: number): readonly [number, number] | null {
  const g = t ** 2 * squaredError(a);
  const scale = a.mean ** 2 - g;
  if (!(a.mean > 0 && scale > 0)) return null;
  const center = (a.mean * differenceOfMeans(a, b) + g) / scale;
  const half = (t / scale) * Math.sqrt(scale * squaredError(b) + b.mean ** 2 * squaredError(a));
  return [center - half, center + half];
}
