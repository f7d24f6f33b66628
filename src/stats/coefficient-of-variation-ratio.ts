import { checkConfidence, checkOptions } from "../core/check-options.js";
import { InputError } from "../core/input-error.js";
import type { Measurements } from "../core/measurements.js";
import type { Warning } from "../core/warning.js";
import { normalQuantile } from "./distributions.js";
import { normalPValue } from "./p-value.js";
import { type RelativeShape, relativeShape } from "./relative-shape.js";
import { checkTwoSamples } from "./two-samples.js";

/** Options of {@link coefficientOfVariationRatio}. */
export interface CoefficientOfVariationRatioOptions {
  /** In (0, 1). Default 0.95. */
  readonly confidence?: number;
}

/** Result of {@link coefficientOfVariationRatio}. */
export interface CoefficientOfVariationRatioResult {
  readonly method: "cv-ratio";
  /** CV(candidate) / CV(baseline): 2 is twice as noisy, relative to the mean. Null if the baseline does not vary. */
  readonly estimate: number | null;
  /** Null if a side does not vary. */
  readonly interval: readonly [low: number, high: number] | null;
  readonly confidence: number;
  /** Of equal coefficients of variation, two-sided; null if a side does not vary. */
  readonly p: number | null;
  /** The coefficients of variation of baseline and candidate (divisor n − 1), as fractions. */
  readonly cvs: readonly [number, number];
  /** Sizes of baseline and candidate. */
  readonly n: readonly [number, number];
  /** Of the values; all other numbers have none. */
  readonly unit: string | null;
  readonly warnings: readonly Warning[];
}

/**
 * How many times as noisy, relative to its mean, the candidate is: the ratio of both coefficients of variation, with an
 * interval and the p of the test that it is 1.
 *
 * The logarithm of the ratio is taken as normal, with the variance that skewness and kurtosis give it (delta method). Few
 * values underestimate kurtosis badly, so that it is pooled over both sides, about trimmed means, as in the interval of Bonett
 * (2006), Applied Psychological Measurement 30, 432–439, for standard deviations. The interval consists of the ratios that the
 * test does not reject. Assumes independent values whose shapes are alike but for scale. Then, for 5 to 100 values on each
 * side, an interval of 95 % covers 95 to 99 % for normal, log-normal, exponential, gamma and bimodal values (the F-test for
 * normal values: 70 % for exponential ones). It covers less for very unequal sizes (5 and 30: 94 %, bimodal 84 %), and down to
 * 81 % where the shapes differ too; where neighbours are correlated by 0.6, 91, 84, 82 % for n = 10, 30, 100. Time O(N log N),
 * memory O(N).
 *
 * @param baseline - four or more finite values, or a sample, in any unit, with a mean other than zero
 * @param candidate - the same, in the unit of `baseline`
 * @param options - `confidence` in (0, 1), default 0.95
 * @returns `estimate`, `interval`, `p` and both coefficients; null, with a warning, where a side does not vary
 * @throws {InputError} a side has too few values, one that is not finite, or a mean of zero, the units differ, or `confidence`
 *   is out of range
 * @example
 * coefficientOfVariationRatio([9, 10, 11, 10], [90, 100, 110, 100]).estimate // ≈ 1
 * coefficientOfVariationRatio([98, 101, 100, 101], [80, 110, 100, 110]).p // ≈ 0.053353
 */
export function coefficientOfVariationRatio(
  baseline: Measurements,
  candidate: Measurements,
  options: CoefficientOfVariationRatioOptions = {},
): CoefficientOfVariationRatioResult {
  const { confidence = 0.95 } = checkOptions("coefficientOfVariationRatio", options);
  const name = "coefficientOfVariationRatio";
  const { n, unit, warnings, ...sides } = checkTwoSamples(name, baseline, candidate, 4);
  checkConfidence(name, confidence);
  const a = relativeShape(sides.baseline);
  const b = relativeShape(sides.candidate);
  if (a === null || b === null) {
    throw new InputError(
      name,
      a === null ? "baseline" : "candidate",
      'needs a mean other than zero, got 0; compare the "sd" with bootstrapDifference() for values around zero',
    );
  }

  const varies = a.cv > 0 && b.cv > 0;
  const z = -normalQuantile((1 - confidence) / 2);
  return {
    method: "cv-ratio",
    estimate: a.cv > 0 ? b.cv / a.cv : null,
    interval: varies ? [boundOf(a, b, z, -1), boundOf(a, b, z, 1)] : null,
    confidence,
    p: varies ? normalPValue(Math.log(b.cv / a.cv) / standardError(a, b, 1), "two-sided") : null,
    cvs: [a.cv, b.cv],
    n,
    unit,
    warnings: varies ? warnings : [...warnings, noVariation],
  };
}

/**
 * The ratio furthest to one side that is within `z` standard errors of the estimate. Ratios far from it make the pooled
 * kurtosis, and so the standard error, larger: coming inward from where it is largest leads to the outermost such ratio.
 */
function boundOf(a: RelativeShape, b: RelativeShape, z: number, side: -1 | 1): number {
  const estimate = Math.log(b.cv / a.cv);
  const largest = Math.max(a.fourthPowers / a.squares ** 2, b.fourthPowers / b.squares ** 2) * (a.n + b.n);
  let distance = z * Math.sqrt(logVariance(a, largest) + logVariance(b, largest));
  for (let round = 0; round < 500; round++) {
    const next = z * standardError(a, b, Math.exp(estimate + side * distance));
    const hasSettled = Math.abs(next - distance) <= 1e-13 * distance;
    distance = next;
    if (hasSettled) break;
  }
  return Math.exp(estimate + side * distance);
}

/** Of ln(CV_b / CV_a) if the true ratio is `ratio`: then b's deviations over it are distributed as a's, and can be pooled. */
function standardError(a: RelativeShape, b: RelativeShape, ratio: number): number {
  const squares = a.squares + b.squares / ratio ** 2;
  const kurtosis = ((a.n + b.n) * (a.fourthPowers + b.fourthPowers / ratio ** 4)) / squares ** 2;
  return Math.sqrt(logVariance(a, kurtosis) + logVariance(b, kurtosis));
}

/** Of ln CV: that of ln sd, of ln |mean|, and their covariance. Skewness cannot be larger than this kurtosis lets it be. */
function logVariance({ n, cv, skewness }: RelativeShape, kurtosis: number): number {
  const limit = Math.sqrt(Math.max(0, kurtosis - 1));
  const possible = Math.max(-limit, Math.min(limit, skewness));
  return (Math.max(1, kurtosis) - (n - 3) / n) / (4 * (n - 1)) + (cv ** 2 - possible * cv) / n;
}

const noVariation: Warning = {
  code: "no-variation",
  message:
    "A side does not vary, so its noise is unknown rather than zero; measure with a finer clock or over more work a value.",
};
