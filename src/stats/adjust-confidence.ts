import { checkChoice, checkConfidence, checkInteger, checkOptions } from "../core/check-options.js";
import type { Warning } from "../core/warning.js";

/** What is promised: the share of wrong intervals among those shown, or that none at all is wrong. */
export type ConfidenceAdjustment = "false-coverage" | "simultaneous";

/** Options of {@link adjustConfidence}. */
export interface AdjustConfidenceOptions {
  /** How many intervals or tests there are in all. */
  readonly family: number;
  /** How many of them are picked out and shown. Default: all. */
  readonly selected?: number;
  /** What is to hold for the intervals shown, in (0, 1). Default 0.95. */
  readonly confidence?: number;
  /** Default "false-coverage". */
  readonly method?: ConfidenceAdjustment;
}

/** Result of {@link adjustConfidence}. */
export interface AdjustConfidenceResult {
  readonly method: ConfidenceAdjustment;
  /** The confidence to compute each single interval with. */
  readonly eachConfidence: number;
  readonly confidence: number;
  readonly family: number;
  readonly selected: number;
  readonly warnings: readonly Warning[];
}

/**
 * The confidence to recompute intervals with when only those of the significant tests are shown: the few that were picked
 * because they look large are wrong more often than they say.
 *
 * "false-coverage" goes with {@link adjustPValues} by "benjamini-hochberg": of `selected` intervals shown, at most 1 − confidence
 * are expected to miss their truth, for independent or positively dependent tests; and a two-sided interval leaves out no change
 * exactly where the adjusted p is below 1 − confidence. "simultaneous" is Bonferroni's and goes with "holm" and "bonferroni": the chance that any of
 * the family misses is at most 1 − confidence, however they were selected. (Under "holm" a test may be significant whose interval
 * still touches zero.)
 * Benjamini & Yekutieli (2005), JASA 100, 71–81, doi:10.1198/016214504000001907. Time and memory O(1).
 *
 * @param options - `family` ≥ 1; `selected` from 1 to `family`, default all; `confidence` in (0, 1), default 0.95; `method`
 *   "false-coverage" (default) or "simultaneous"
 * @returns `eachConfidence`, the confidence to compute each interval with
 * @throws {InputError} an option is missing or out of range
 * @example
 * const pairs = [[[1, 2, 3, 4], [7, 8, 9, 11]], [[1, 2, 3, 4], [2, 3, 3, 5]], [[5, 6, 7, 6], [5, 7, 6, 6]]]
 * const { p } = adjustPValues(pairs.map(([a, b]) => welchTTest(a, b).p), { method: "benjamini-hochberg" })
 * const shown = pairs.filter((_, i) => p[i] < 0.05)
 * const confidence = adjustConfidence({ family: pairs.length, selected: shown.length }).eachConfidence
 * shown.map(([a, b]) => welchTTest(a, b, { confidence }).interval)[0][0] // ≈ 2.63627
 */
export function adjustConfidence(options: AdjustConfidenceOptions): AdjustConfidenceResult {
  const {
    family,
    selected = family,
    confidence = 0.95,
    method = "false-coverage",
  } = checkOptions("adjustConfidence", options);
  checkInteger("adjustConfidence", "family", family, 1);
  checkInteger("adjustConfidence", "selected", selected, 1, family);
  checkConfidence("adjustConfidence", confidence);
  checkChoice("adjustConfidence", "method", method, ["false-coverage", "simultaneous"]);
  const share = method === "false-coverage" ? selected / family : 1 / family;
  return {
    method,
    eachConfidence: 1 - share * (1 - confidence),
    confidence,
    family,
    selected,
    warnings: [],
  };
}
