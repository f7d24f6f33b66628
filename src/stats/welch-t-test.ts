import { checkChoice, checkConfidence, checkFinite } from "../core/check-options.js";
import { checkMeasurements, commonUnit, type Measurements } from "../core/measurements.js";
import { differenceOfMeans, type Moments, moments } from "../core/moments.js";
import type { Warning } from "../core/warning.js";
import { studentTCdf, studentTQuantile } from "./distributions.js";
import type { Alternative, Interval } from "./interval.js";

/** Options of {@link welchTTest}. */
export interface WelchTTestOptions {
  /** Of both intervals, in (0, 1). Default 0.95. */
  readonly confidence?: number;
  /** "less" asks whether the candidate's mean is smaller. Default "two-sided". */
  readonly alternative?: Alternative;
  /** The difference of means under the null hypothesis, in the input unit. Default 0. */
  readonly nullDifference?: number;
}

/** Result of {@link welchTTest}. */
export interface WelchTTestResult {
  readonly method: "welch-t";
  /** `mean(candidate) − mean(baseline)`. */
  readonly estimate: number;
  /** Of the difference; null if neither sample varies. A one-sided test leaves one side open (null). */
  readonly interval: Interval | null;
  /** `mean(candidate) / mean(baseline) − 1`, a fraction; null unless the baseline's mean is above zero. */
  readonly relativeChange: number | null;
  /** Of the relative change; null if it is unbounded, because the baseline's mean may be zero. */
  readonly relativeInterval: Interval | null;
  readonly confidence: number;
  /** Student's t; null if neither sample varies. */
  readonly statistic: number | null;
  /** Degrees of freedom (Satterthwaite); null if neither sample varies. */
  readonly df: number | null;
  /** Null if neither sample varies. */
  readonly p: number | null;
  readonly alternative: Alternative;
  readonly nullDifference: number;
  /** Means of baseline and candidate. */
  readonly means: readonly [number, number];
  /** Of the difference. */
  readonly standardError: number;
  /** Sizes of baseline and candidate. */
  readonly n: readonly [number, number];
  readonly unit: string | null;
  readonly warnings: readonly Warning[];
}

/**
 * Welch's t-test that `mean(candidate) − mean(baseline)` equals `nullDifference`, with intervals of the difference and
 * of the relative change; the variances may differ.
 *
 * Assumes independent values and means that are close to normal: for few values with long tails look at
 * {@link bootstrapDifference} as well.
 * Welch (1947), Biometrika 34, 28–35, doi:10.1093/biomet/34.1-2.28. The interval of the relative change is Fieller's
 * (1954, JRSS B 16, 175–185) for unequal variances. It uses the degrees of freedom of the test, which makes both intervals
 * agree on whether zero is inside. Time O(n + m), memory O(1).
 *
 * @param baseline - two or more finite values, or a sample, in any unit
 * @param candidate - two or more finite values, or a sample, in the unit of `baseline`
 * @param options - `confidence` in (0, 1), default 0.95; `alternative`, default "two-sided"; `nullDifference`, default 0
 * @returns `estimate` and `interval` in the input unit, `relativeChange` and its interval as fractions; `p` and the
 *   intervals are null, with a warning, if neither sample varies
 * @throws {InputError} a sample is too short or holds a non-finite value, the units differ, or an option is out of range
 * @example
 * welchTTest([2, 1, 3, 4], [6, 5, 7, 9]).p // ≈ 0.008512863131
 * welchTTest([2, 1, 3, 4], [6, 5, 7, 9]).estimate // 4.25
 */
export function welchTTest(
  baseline: Measurements,
  candidate: Measurements,
  options: WelchTTestOptions = {},
): WelchTTestResult {
  const { confidence = 0.95, alternative = "two-sided", nullDifference = 0 } = options;
  const first = checkMeasurements("welchTTest", "baseline", baseline, 2);
  const second = checkMeasurements("welchTTest", "candidate", candidate, 2);
  const unit = commonUnit("welchTTest", "candidate", [first.unit, second.unit]);
  checkConfidence("welchTTest", confidence);
  checkChoice("welchTTest", "alternative", alternative, ["two-sided", "less", "greater"]);
  checkFinite("welchTTest", "nullDifference", nullDifference);

  const a = moments(first.values);
  const b = moments(second.values);
  const estimate = differenceOfMeans(a, b);
  const squaredErrors = [squaredError(a), squaredError(b)] as const;
  const standardError = Math.sqrt(squaredErrors[0] + squaredErrors[1]);
  const share = squaredErrors[0] / (squaredErrors[0] + squaredErrors[1]);
  const df = 1 / (share ** 2 / (a.n - 1) + (1 - share) ** 2 / (b.n - 1));
  const varies = standardError > 0;
  const statistic = (estimate - nullDifference) / standardError;
  const tail = alternative === "two-sided" ? (1 - confidence) / 2 : 1 - confidence;
  const critical = varies ? -studentTQuantile(tail, df) : 0;
  const half = critical * standardError;
  const relative = varies ? relativeBounds(a, b, critical) : null;
  const change = a.mean > 0 ? estimate / a.mean : null;
  return {
    method: "welch-t",
    estimate,
    interval: varies ? oneSided([estimate - half, estimate + half], alternative) : null,
    relativeChange: Number.isFinite(change) ? change : null,
    relativeInterval: relative === null ? null : oneSided(relative, alternative),
    confidence,
    statistic: varies ? statistic : null,
    df: varies ? df : null,
    p: varies ? pValue(statistic, df, alternative) : null,
    alternative,
    nullDifference,
    means: [a.mean, b.mean],
    standardError,
    n: [a.n, b.n],
    unit,
    warnings: [
      ...first.warnings,
      ...second.warnings,
      ...(varies ? [] : [noVariation]),
      ...(varies && relative === null ? [unboundedChange] : []),
    ],
  };
}

/** Of the mean. */
function squaredError({ n, squares }: Moments): number {
  return squares / (n - 1) / n;
}

/**
 * The ratios θ of means that (b − θa)² ≤ t²(SE_b² + θ²SE_a²) does not rule out, less 1; null unless that is an interval.
 * All is relative to a, and the centre written in b − a, since 1 is not to be subtracted from a ratio close to it.
 */
function relativeBounds(a: Moments, b: Moments, t: number): readonly [number, number] | null {
  if (!(a.mean > 0)) return null;
  const ownError = squaredError(a) / a.mean ** 2;
  const otherError = squaredError(b) / a.mean ** 2;
  const g = t ** 2 * ownError;
  if (!(g < 1)) return null;
  const center = (differenceOfMeans(a, b) / a.mean + g) / (1 - g);
  const half = (t / (1 - g)) * Math.sqrt((1 - g) * otherError + (b.mean / a.mean) ** 2 * ownError);
  return Number.isFinite(center + half) ? [center - half, center + half] : null;
}

function oneSided([low, high]: readonly [number, number], alternative: Alternative): Interval {
  if (alternative === "less") return [null, high];
  if (alternative === "greater") return [low, null];
  return [low, high];
}

function pValue(statistic: number, df: number, alternative: Alternative): number {
  if (alternative === "less") return studentTCdf(statistic, df);
  if (alternative === "greater") return studentTCdf(-statistic, df);
  return 2 * studentTCdf(-Math.abs(statistic), df);
}

const noVariation: Warning = {
  code: "no-variation",
  message:
    "Neither sample varies, so nothing can be said about chance; measure with a finer clock or over more work a value.",
};

const unboundedChange: Warning = {
  code: "unbounded-relative-change",
  message:
    "The baseline's mean cannot be told from zero or is not above it, so the relative change has no interval; " +
    "use the difference, or measure the baseline more often.",
};
