import { checkChoice, checkConfidence, checkFinite, checkOptions } from "../core/check-options.js";
import { InputError } from "../core/input-error.js";
import type { Measurements } from "../core/measurements.js";
import type { Warning } from "../core/warning.js";
import { type Alternative, type Interval, intervalFor, tailOf } from "./interval.js";
import { normalPValue } from "./p-value.js";
import { checkPairs } from "./paired-samples.js";
import { exactPValue, smallestExactPValue } from "./rank/exact-p-value.js";
import { pseudomedian, pseudomedianBounds } from "./rank/pseudomedian.js";
import { signedRankDistribution } from "./rank/signed-rank-distribution.js";
import { signedRanks } from "./rank/signed-ranks.js";
import { unreachable } from "./weak-data.js";

/** Options of {@link wilcoxonSignedRank}. */
export interface WilcoxonSignedRankOptions {
  /** Of the interval, in (0, 1). Default 0.95. */
  readonly confidence?: number;
  /** "less" asks whether the candidate tends to be smaller. Default "two-sided". */
  readonly alternative?: Alternative;
  /** "auto" is exact up to 100 differences other than zero, normal beyond. Default "auto". */
  readonly method?: "auto" | "exact" | "normal";
  /** What becomes of zero differences: left out before ranking, or after it ("pratt"). Default "wilcoxon". */
  readonly zeroMethod?: "wilcoxon" | "pratt";
  /** The centre of the differences under the null hypothesis, in the input unit. Default 0. */
  readonly nullDifference?: number;
}

/** Result of {@link wilcoxonSignedRank}. */
export interface WilcoxonSignedRankResult {
  readonly method: "wilcoxon-signed-rank";
  /** The pseudomedian of candidate − baseline: the median of the means of all pairs of differences. */
  readonly estimate: number;
  /** Of the pseudomedian; null if the pairs are too few, or tie too much. A one-sided test leaves one side open (null). */
  readonly interval: Interval | null;
  readonly confidence: number;
  /** W⁺: the sum of the ranks of those differences that are above `nullDifference`. */
  readonly statistic: number;
  /** Null if all differences equal `nullDifference`. */
  readonly p: number | null;
  /** How p was found. */
  readonly pMethod: "exact" | "normal";
  readonly alternative: Alternative;
  readonly zeroMethod: "wilcoxon" | "pratt";
  readonly nullDifference: number;
  /** Differences that equal `nullDifference`. */
  readonly zeros: number;
  /** Pairs, zeros included. */
  readonly n: number;
  readonly unit: string | null;
  readonly warnings: readonly Warning[];
}

/**
 * Wilcoxon's signed-rank test that candidate − baseline is symmetric around `nullDifference`, with the estimate of Hodges
 * & Lehmann and its interval. For pairs measured in turns that have too long tails for {@link pairedTTest}.
 *
 * Assumes independent pairs and, beyond the test of no effect at all, symmetric differences. The exact p is conditional on the
 * ties and zeros: the share of all sign assignments whose W⁺ is as far out. The normal p is corrected for ties, zeros and
 * continuity. Differences that only rounding tells apart (0.3 − 0.2 and 0.2 − 0.1) count as ties. The interval reads the
 * ordered means of pairs of differences, zeros included, at ranks from the distribution without ties, which keeps its
 * confidence with ties as well (Noether 1967, JASA 62, 184–188). Where neighbouring differences are correlated by 0.6, p < 0.05
 * in 31 to 35 % of samples without a difference, and the interval of 95 % covers 66 to 69 %, simulated with n = 10 to 100.
 * Wilcoxon (1945), Biometrics Bulletin 1, 80–83, doi:10.2307/3001968; zeros: Pratt (1959), JASA 54, 655–667,
 * doi:10.1080/01621459.1959.10501526. Time O(n³) exact, at most some milliseconds up to 100 pairs, O(n log n) normal; memory
 * O(n²) and O(n).
 *
 * @param baseline - one or more finite values, or a sample, in any unit
 * @param candidate - as many, in the same order and unit
 * @param options - `confidence` in (0, 1), default 0.95; `alternative`, default "two-sided"; `method` "auto", "exact" (up to
 *   500 differences other than zero) or "normal", default "auto"; `zeroMethod` "wilcoxon" or "pratt", default "wilcoxon";
 *   `nullDifference`, default 0
 * @returns `estimate` and `interval` in the input unit, `statistic` and `p`; p is null, with a warning, if nothing differs, the
 *   interval if the pairs are too few for its confidence (fewer than 6 for 0.95) or it would have no width
 * @throws {InputError} there is no pair, a value is not finite, the lengths or units differ, or an option is out of range
 * @example
 * wilcoxonSignedRank([10, 12, 11, 14, 9, 13], [11, 14, 10, 17, 13, 18]).statistic // 19.5
 * wilcoxonSignedRank([10, 12, 11, 14, 9, 13], [11, 14, 10, 17, 13, 18]).p // 0.09375
 */
export function wilcoxonSignedRank(
  baseline: Measurements,
  candidate: Measurements,
  options: WilcoxonSignedRankOptions = {},
): WilcoxonSignedRankResult {
  const {
    confidence = 0.95,
    alternative = "two-sided",
    nullDifference = 0,
  } = checkOptions("wilcoxonSignedRank", options);
  const { method = "auto", zeroMethod = "wilcoxon" } = options;
  const pairs = checkPairs("wilcoxonSignedRank", baseline, candidate, 1);
  checkConfidence("wilcoxonSignedRank", confidence);
  checkChoice("wilcoxonSignedRank", "alternative", alternative, ["two-sided", "less", "greater"]);
  checkChoice("wilcoxonSignedRank", "method", method, ["auto", "exact", "normal"]);
  checkChoice("wilcoxonSignedRank", "zeroMethod", zeroMethod, ["wilcoxon", "pratt"]);
  checkFinite("wilcoxonSignedRank", "nullDifference", nullDifference);

  const n = pairs.n[0];
  const shifted = pairs.differences.map((difference) => difference - nullDifference);
  const rounding = pairs.rounding + 4 * Number.EPSILON * Math.abs(nullDifference);
  const { doubledRanks, positive, zeros } = signedRanks(shifted, rounding, zeroMethod);
  const differing = doubledRanks.length;
  const pMethod = method === "auto" ? (differing <= 100 ? "exact" : "normal") : method;
  if (pMethod === "exact" && differing > 500) {
    throw new InputError(
      "wilcoxonSignedRank",
      "method",
      `needs 500 differences or fewer for "exact", got ${differing}; ask for "normal", which is as good here`,
    );
  }
  const exact = differing > 0 && pMethod === "exact" ? exactP(doubledRanks, positive, alternative) : null;
  const sorted = pairs.differences.sort();
  const bounds = pseudomedianBounds(sorted, tailOf(alternative, confidence));
  const hasWidth = bounds !== null && bounds[1] - bounds[0] > pairs.rounding;
  return {
    method: "wilcoxon-signed-rank",
    estimate: pseudomedian(sorted),
    interval: hasWidth ? intervalFor(alternative, bounds) : null,
    confidence,
    statistic: positive / 2,
    p: differing === 0 ? null : (exact?.p ?? normalP(doubledRanks, positive, alternative)),
    pMethod,
    alternative,
    zeroMethod,
    nullDifference,
    zeros,
    n,
    unit: pairs.unit,
    warnings: [
      ...pairs.warnings,
      ...(differing === 0 ? [nothingDiffers] : []),
      ...(exact === null ? [] : unreachable(exact.smallest)),
      ...(bounds === null ? [tooFewPairs(n, confidence, alternative)] : []),
      ...(bounds !== null && !hasWidth && differing > 0 ? [tiedInterval] : []),
    ],
  };
}

function exactP(
  doubledRanks: Readonly<Float64Array>,
  positive: number,
  alternative: Alternative,
): { readonly p: number; readonly smallest: number } {
  const distribution = signedRankDistribution(doubledRanks);
  const center = (distribution.counts.length - 1) / 2;
  return {
    p: exactPValue(distribution, positive, center, alternative),
    smallest: smallestExactPValue(distribution, center, alternative),
  };
}

/** Each doubled rank r counts r or 0, with mean r / 2 and variance r² / 4; W⁺ takes steps of 1/2 or 1, doubled 1 or 2. */
function normalP(doubledRanks: Readonly<Float64Array>, positive: number, alternative: Alternative): number {
  let doubledMean = 0;
  let squares = 0;
  for (const rank of doubledRanks) {
    doubledMean += rank / 2;
    squares += rank ** 2 / 4;
  }
  const deviation = positive - doubledMean;
  const correction =
    alternative === "two-sided"
      ? Math.sign(deviation) * Math.min(1, Math.abs(deviation))
      : alternative === "greater"
        ? 1
        : -1;
  return normalPValue((deviation - correction) / Math.sqrt(squares), alternative);
}

function tooFewPairs(n: number, confidence: number, alternative: Alternative): Warning {
  const needed = Math.ceil(-Math.log2(tailOf(alternative, confidence)) - 1e-9);
  return {
    code: "too-few-values",
    message: `An interval at a confidence of ${confidence} needs ${needed} pairs, got ${n}; measure more often.`,
  };
}

const nothingDiffers: Warning = {
  code: "no-variation",
  message:
    "All differences equal the null hypothesis, so nothing can be said about chance; measure with a finer clock or over " +
    "more work a value.",
};

const tiedInterval: Warning = {
  code: "tied-values",
  message:
    "So many differences are equal that the interval would have no width; measure with a finer clock or over more work a value.",
};
