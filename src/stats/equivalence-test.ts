import { checkChoice, checkOptions } from "../core/check-options.js";
import { InputError } from "../core/input-error.js";
import type { Measurements } from "../core/measurements.js";
import { differenceOfMeans, moments } from "../core/moments.js";
import { isSample } from "../core/sample.js";
import { show } from "../core/show.js";
import type { Warning } from "../core/warning.js";
import { checkMargin, type EquivalenceMargin } from "./equivalence-margin.js";
import type { Interval } from "./interval.js";
import { changeBounds, type MarginTest, marginTest } from "./margin-test.js";
import { checkTwoSamples } from "./two-samples.js";

export type { EquivalenceMargin };

/** Options of {@link equivalenceTest}. */
export interface EquivalenceTestOptions {
  /** `{ relative: 0.02 }` is 2 % of the baseline's mean, `{ absolute: 5 }` is 5 of the input unit. Default 2 %. */
  readonly margin?: EquivalenceMargin;
  /** Whether the change must be small in both directions, or only not be a worsening. Default "equivalence". */
  readonly alternative?: "equivalence" | "non-inferiority";
  /** The direction of improvement, for "non-inferiority". Default that of the samples, "lower" for plain values. */
  readonly better?: "lower" | "higher";
  /** Type I error: how often a change as large as the margin may pass. In (0, 0.5). Default 0.05. */
  readonly alpha?: number;
}

/** Result of {@link equivalenceTest}. */
export interface EquivalenceTestResult {
  readonly method: "tost-welch";
  readonly margin: EquivalenceMargin;
  readonly alternative: "equivalence" | "non-inferiority";
  readonly better: "lower" | "higher";
  /** The change in the terms of the margin: a fraction of the baseline's mean, or a difference in the input unit. */
  readonly estimate: number;
  /**
   * Of the change, at `confidence`. It lies within the margin exactly if p < alpha. Null if neither sample varies, or it is
   * unbounded; for "non-inferiority" the side of the improvement is open (null).
   */
  readonly interval: Interval | null;
  /** 1 − 2 · alpha; for "non-inferiority", that of the one bound: 1 − alpha. */
  readonly confidence: number;
  readonly alpha: number;
  /** That the change is above −margin; null if not asked. */
  readonly lower: MarginTest | null;
  /** That the change is below the margin; null if not asked. */
  readonly upper: MarginTest | null;
  /** The larger p of the tests that were asked; null if neither sample varies. */
  readonly p: number | null;
  /** "not-shown" is no evidence of a change: only of too little data, or a change. Null if neither sample varies. */
  readonly conclusion: "equivalent" | "non-inferior" | "not-shown" | null;
  /** Means of baseline and candidate. */
  readonly means: readonly [number, number];
  /** Sizes of baseline and candidate. */
  readonly n: readonly [number, number];
  readonly unit: string | null;
  readonly warnings: readonly Warning[];
}

/**
 * Evidence that nothing changed by more than a margin, such as "no slower than 2 %": two one-sided Welch tests (TOST), or
 * one of them for non-inferiority. A large p of an ordinary test is no such evidence.
 *
 * Assumes independent values and means that are close to normal. For a relative margin δ it tests `mean(candidate) − (1 ± δ) ·
 * mean(baseline)`, each with its own standard error and degrees of freedom, so that the noise of the baseline counts on both
 * sides; the interval consists of the changes that these tests do not reject. The margin is to be chosen before looking at the
 * data, as what users would not notice. Where neighbours are correlated by 0.6, it finds equivalence in 8 to 21 % of samples
 * whose true change is the margin, simulated with n = 5 to 100 at 5 %. Schuirmann (1987), Journal of Pharmacokinetics and
 * Biopharmaceutics 15, 657–680, doi:10.1007/BF01068419; ratios: Berger & Hsu (1996), Statistical Science 11, 283–319,
 * doi:10.1214/ss/1032280304. Time O(n + m), memory O(1).
 *
 * @param baseline - two or more finite values, or a sample, in any unit; their mean above zero for a relative margin
 * @param candidate - two or more finite values, or a sample, in the unit of `baseline`
 * @param options - `margin` `{ relative }` in (0, 1) or `{ absolute }` above 0 in the input unit, default `{ relative: 0.02 }`;
 *   `alternative` "equivalence" (default) or "non-inferiority"; `better` "lower" or "higher", default that of the samples;
 *   `alpha` in (0, 0.5), default 0.05
 * @returns `estimate`, `interval`, both tests, `p` and the `conclusion` at `alpha`; null, with a warning, if neither sample varies
 * @throws {InputError} a sample is too short or holds a non-finite value, units or directions differ, the baseline's mean is not
 *   above zero for a relative margin, or an option is out of range
 * @example
 * equivalenceTest([100, 101, 99, 100, 102], [100, 99, 101, 100, 101]).conclusion // "equivalent"
 * equivalenceTest([100, 101, 99, 100, 102], [103, 99, 101, 106, 101]).conclusion // "not-shown"
 */
export function equivalenceTest(
  baseline: Measurements,
  candidate: Measurements,
  options: EquivalenceTestOptions = {},
): EquivalenceTestResult {
  const {
    margin = { relative: 0.02 },
    alternative = "equivalence",
    alpha = 0.05,
  } = checkOptions("equivalenceTest", options);
  const { n, unit, warnings, ...sides } = checkTwoSamples("equivalenceTest", baseline, candidate, 2);
  const better = directionOf(baseline, candidate, options.better);
  const size = checkMargin("equivalenceTest", margin);
  checkChoice("equivalenceTest", "alternative", alternative, ["equivalence", "non-inferiority"]);
  checkAlpha(alpha);
  const isRelative = margin.relative !== undefined;
  const [a, b] = [moments(sides.baseline), moments(sides.candidate)];
  if (isRelative && !(a.mean > 0)) {
    throw new InputError(
      "equivalenceTest",
      "baseline",
      `needs a mean above 0 for a relative margin, got ${a.mean}; give the margin as { absolute }`,
    );
  }

  const varies = a.squares + b.squares > 0;
  const asksLower = alternative === "equivalence" || better === "higher";
  const asksUpper = alternative === "equivalence" || better === "lower";
  const lower = asksLower ? marginTest(a, b, -size, isRelative, "greater") : null;
  const upper = asksUpper ? marginTest(a, b, size, isRelative, "less") : null;
  const p = varies ? Math.max(lower?.p ?? 0, upper?.p ?? 0) : null;
  const bounds = varies ? changeBounds(a, b, isRelative, alpha) : null;
  const difference = differenceOfMeans(a, b);
  return {
    method: "tost-welch",
    margin,
    alternative,
    better,
    estimate: isRelative ? difference / a.mean : difference,
    interval: bounds === null ? null : [asksLower ? bounds[0] : null, asksUpper ? bounds[1] : null],
    confidence: alternative === "equivalence" ? 1 - 2 * alpha : 1 - alpha,
    alpha,
    lower,
    upper,
    p,
    conclusion: p === null ? null : p < alpha ? shown[alternative] : "not-shown",
    means: [a.mean, b.mean],
    n,
    unit,
    warnings: [
      ...warnings,
      ...(varies ? [] : [noVariation]),
      ...(varies && bounds === null ? [unboundedChange] : []),
    ],
  };
}

const shown = { equivalence: "equivalent", "non-inferiority": "non-inferior" } as const;

function directionOf(
  baseline: Measurements,
  candidate: Measurements,
  asked: "lower" | "higher" | undefined,
): "lower" | "higher" {
  if (asked !== undefined) {
    checkChoice("equivalenceTest", "better", asked, ["lower", "higher"]);
    return asked;
  }
  const [first, second] = [baseline, candidate].filter(isSample).map(({ better }) => better);
  if (first !== undefined && second !== undefined && first !== second) {
    throw new InputError(
      "equivalenceTest",
      "candidate",
      `needs the baseline's direction of improvement, "${first}", got "${second}"; say which as { better }`,
    );
  }
  return first ?? "lower";
}

function checkAlpha(alpha: number): void {
  if (!(typeof alpha === "number" && alpha > 0 && alpha < 0.5)) {
    throw new InputError(
      "equivalenceTest",
      "alpha",
      `needs a number between 0 and 0.5, such as 0.05, got ${show(alpha)}`,
    );
  }
}

const noVariation: Warning = {
  code: "no-variation",
  message:
    "Neither sample varies, so nothing can be said about chance; measure with a finer clock or over more work a value.",
};

const unboundedChange: Warning = {
  code: "unbounded-relative-change",
  message:
    "The baseline's mean cannot be told from zero, so the relative change has no interval; " +
    "give the margin as { absolute }, or measure the baseline more often.",
};
