import { checkChoice, checkConfidence, checkInteger, checkOptions } from "../../core/check-options.js";
import { InputError } from "../../core/input-error.js";
import { show } from "../../core/show.js";
import type { Warning } from "../../core/warning.js";
import { checkSeed } from "../../random/stream.js";
import type { GapPolicy, SeriesOptions } from "../series.js";
import { constant, tooShort } from "../weak-series.js";
import type { Bisection } from "./bisect.js";
import type { Points } from "./points.js";
import type { Kappa } from "./split-search.js";

/** Options of {@link eDivisive}. */
export interface EDivisiveOptions extends SeriesOptions {
  /** Exponent of the distances, above 0 and up to 2: 2 sees changes of the mean alone, less sees any. Default 1. */
  readonly alpha?: number;
  /** A change is reported if its p is at most this, in (0, 1). Default 0.05. */
  readonly significance?: number;
  /** Random rearrangements a test, at most; 0 for no test. Default 199. */
  readonly permutations?: number;
  /** Stop at so many. Default as many as are significant, or 1 without a test. */
  readonly maxChangePoints?: number;
  /** The fewest values between changes, and before the first and after the last. Default 2. */
  readonly minSegment?: number;
  /** "all" compares what lies before a place with any stretch after it, "end" with all that follows. Default "all". */
  readonly kappa?: Kappa;
  /** A whole number; the same seed gives the same p everywhere. Default 1. */
  readonly seed?: number;
}

/** Options with their defaults, as the result tells them. */
export interface ResolvedEDivisiveOptions {
  readonly alpha: number;
  readonly significance: number;
  readonly permutations: number;
  /** Null for no limit. */
  readonly maxChangePoints: number | null;
  readonly minSegment: number;
  readonly kappa: Kappa;
  readonly seed: number;
  readonly gaps: GapPolicy;
  readonly confidence: number;
}

/** @throws {InputError} an option is out of range */
export function resolveEDivisiveOptions(options: EDivisiveOptions): ResolvedEDivisiveOptions {
  const {
    alpha = 1,
    significance = 0.05,
    permutations = 199,
    maxChangePoints,
    minSegment = 2,
    kappa = "all",
    seed = 1,
    gaps = "refuse",
    confidence = 0.95,
  } = checkOptions("eDivisive", options);
  if (!(typeof alpha === "number" && alpha > 0 && alpha <= 2)) {
    throw new InputError("eDivisive", "alpha", `needs a number above 0 and up to 2, got ${show(alpha)}`);
  }
  if (!(typeof significance === "number" && significance > 0 && significance < 1)) {
    throw new InputError(
      "eDivisive",
      "significance",
      `needs a number between 0 and 1, such as 0.05, got ${show(significance)}`,
    );
  }
  checkInteger("eDivisive", "permutations", permutations, 0, 1e8);
  if (maxChangePoints !== undefined) checkInteger("eDivisive", "maxChangePoints", maxChangePoints, 0);
  checkInteger("eDivisive", "minSegment", minSegment, 1);
  checkChoice("eDivisive", "kappa", kappa, ["all", "end"]);
  checkSeed("eDivisive", seed);
  checkConfidence("eDivisive", confidence);
  return {
    alpha,
    significance,
    permutations,
    maxChangePoints: maxChangePoints ?? (permutations === 0 ? 1 : null),
    minSegment,
    kappa,
    seed,
    gaps,
    confidence,
  };
}

/** What is doubtful about an answer: why nothing can be found in so few points, or at so few permutations. */
export function eDivisiveWarnings(
  { n, coordinates }: Points,
  { minSegment, significance, permutations }: ResolvedEDivisiveOptions,
  { found }: Bisection,
): Warning[] {
  const untested = permutations === 0;
  // Coordinates are taken from their medians, so those of equal points are all 0.
  const weaknesses = [...tooShort(n, minSegment), ...constant(coordinates)];
  if (weaknesses.length > 0) return weaknesses;
  if (untested) return found.length === 0 ? [] : [notTested];
  const smallestP = 1 / (permutations + 1);
  if (smallestP > significance * (1 + 1e-12)) {
    const needed = Math.ceil(1 / significance - 1 - 1e-9);
    return [
      {
        code: "too-few-permutations",
        message:
          `With ${permutations} permutations no p is below ${Number(smallestP.toPrecision(3))}, so nothing can be significant ` +
          `at ${significance}; take ${needed} or more.`,
      },
    ];
  }
  if (clearestStepP(n) <= significance) return [];
  return [
    {
      code: "too-few-values",
      message: `The clearest step in ${n} values has a p of ${Number(clearestStepP(n).toPrecision(2))}, which is not significant at ${significance}; ${valuesFor(significance)} values would do.`,
    },
  ];
}

/** Of a step in the middle: of all arrangements, the step up and the step down are as clear. */
function clearestStepP(n: number): number {
  let arrangements = 1;
  for (let k = 1; k <= n / 2; k++) arrangements *= (n - Math.floor(n / 2) + k) / k;
  return Math.min(1, 2 / arrangements);
}

function valuesFor(significance: number): number {
  let n = 2;
  while (clearestStepP(n) > significance) n++;
  return n;
}

const notTested: Warning = {
  code: "not-tested",
  message:
    "Nothing was tested: pure noise would have a best place to split as well. Set permutations to test.",
};
