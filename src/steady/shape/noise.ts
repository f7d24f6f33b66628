import { sortedQuantile } from "../../core/sorted-quantile.js";

/** The noise about the levels of a run, whatever these are. */
export interface Noise {
  /** Correlation of neighbours, from 0 to 0.9. */
  readonly correlation: number;
  /** n times the variance of the mean of n values of one level; 0 if no value differs from the next. */
  readonly longRunVariance: number;
}

/**
 * Noise as the differences of neighbours, and of values two apart, have it: changes of level hardly touch these. The noise is
 * taken for an autoregression of first order, and only a positive correlation counts. Where the second half of the run is
 * less than half as noisy as the first, its variance is that of the run: warm-up comes first. Time O(n log n), memory O(n).
 */
export function noiseOf(values: Readonly<Float64Array>): Noise {
  const middle = values.length >> 1;
  const [first, second] = [robustStep(values.subarray(0, middle)), robustStep(values.subarray(middle))];
  const correlation = correlationOf(values);
  const steps = differences(second > 0 && first > 2 * second ? values.subarray(middle) : values, 1);
  const size = robustSize(steps);
  // Larger differences count as five standard deviations: they are steps of the level, or a long tail.
  const limit = size > 0 ? 5 * size : Number.POSITIVE_INFINITY;
  let sum = 0;
  for (const step of steps) sum += Math.min(Math.abs(step), limit) ** 2;
  const innovation = sum / steps.length / 2;
  return { correlation, longRunVariance: (innovation * (1 + correlation)) / (1 - correlation) ** 2 };
}

/** The standard deviation of the differences of neighbours, by their median size. */
export function robustStep(values: Readonly<Float64Array>): number {
  return robustSize(differences(values, 1));
}

/**
 * Of an autoregression, differences of values two apart have 1 + correlation times the variance of those of neighbours:
 * Chakar, Lebarbier, Lévy-Leduc & Robin (2017), Bernoulli 23, 1408–1447, doi:10.3150/15-BEJ782. A warm-up looks like
 * correlation, so stretches of some 25 values are compared too, each with a scale and a slope of its own, and the smaller
 * answer counts. Few values cannot tell a strong correlation from a change.
 */
function correlationOf(values: Readonly<Float64Array>): number {
  const n = values.length;
  const count = Math.max(1, Math.round(n / 25));
  const stretches = Array.from({ length: count }, (_, k) =>
    values.subarray(Math.floor((k * n) / count), Math.floor(((k + 1) * n) / count)),
  );
  const ratio = Math.min(squaresRatio([values]), squaresRatio(stretches));
  return Math.max(0, Math.min(0.9 - 2 / Math.sqrt(n), ratio - 1));
}

/** Of differences of values two apart to those of neighbours; 1 if there are none. */
function squaresRatio(stretches: readonly Readonly<Float64Array>[]): number {
  let near = 0;
  let far = 0;
  for (const stretch of stretches) {
    const level = trimmedSquares(stretch, 0);
    const sloped = trimmedSquares(stretch, slopeOf(stretch));
    const { one, two } = sloped.two < level.two ? sloped : level;
    if (!(one > 0)) continue;
    near += stretch.length;
    far += (stretch.length * two) / one;
  }
  return near > 0 ? far / near : 1;
}

/** Mean squares of differences of values one and two apart, less those of the slope; far ones do not count. */
function trimmedSquares(values: Readonly<Float64Array>, slope: number) {
  const [one, two] = [1, 2].map((distance) => {
    const rest = differences(values, distance).map((difference) => difference - distance * slope);
    const limit = 3.5 * robustSize(rest);
    const near = rest.filter((difference) => Math.abs(difference) <= limit);
    return near.reduce((sum, difference) => sum + difference * difference, 0) / near.length;
  });
  return { one: one!, two: two! };
}

/** From the median of the first third to that of the last. */
function slopeOf(values: Readonly<Float64Array>): number {
  const third = Math.ceil(values.length / 3);
  const middle = (from: number) => sortedQuantile(values.slice(from, from + third).sort(), 0.5);
  const last = values.length - third;
  return last > 0 ? (middle(last) - middle(0)) / last : 0;
}

function differences(values: Readonly<Float64Array>, distance: number): Float64Array {
  return Float64Array.from(
    { length: Math.max(0, values.length - distance) },
    (_, i) => values[i + distance]! - values[i]!,
  );
}

function robustSize(differences: Readonly<Float64Array>): number {
  return differences.length === 0 ? 0 : 1.4826 * sortedQuantile(differences.map(Math.abs).sort(), 0.5);
}
