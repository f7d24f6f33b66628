import { checkOptions } from "../core/check-options.js";
import type { Measurements } from "../core/measurements.js";
import type { Warning } from "../core/warning.js";
import { superiorityInterval } from "./rank/superiority-interval.js";

/** Options of {@link probabilityOfSuperiority}. */
export interface ProbabilityOfSuperiorityOptions {
  /** In (0, 1). Default 0.95. */
  readonly confidence?: number;
}

/** Result of {@link probabilityOfSuperiority}. */
export interface ProbabilityOfSuperiorityResult {
  readonly method: "probability-of-superiority";
  /** From 0 (every candidate value is below every baseline value) over 0.5 to 1 (every one is above). */
  readonly estimate: number;
  /** Null, with a warning, for a single value on a side, or if all values are equal. */
  readonly interval: readonly [low: number, high: number] | null;
  /** 0 if the samples do not overlap; null where there is no interval. */
  readonly standardError: number | null;
  readonly confidence: number;
  /** Sizes of baseline and candidate. */
  readonly n: readonly [number, number];
  readonly warnings: readonly Warning[];
}

/**
 * The probability that a value of the candidate is above one of the baseline, ties counting half: the A₁₂ of Vargha & Delaney,
 * the area under the ROC curve, and U / (n · m) of Mann & Whitney.
 *
 * It is {@link cliffsDelta} on another scale, (delta + 1) / 2, with the same assumptions and interval, told there.
 * Vargha & Delaney (2000), Journal of Educational and Behavioral Statistics 25, 101–132, doi:10.3102/10769986025002101. Time
 * O(n log n + m log m), memory O(n + m).
 *
 * @param baseline - one or more finite values, or a sample, in any unit
 * @param candidate - one or more finite values, or a sample, in the unit of `baseline`
 * @param options - `confidence` in (0, 1), default 0.95
 * @returns `estimate` and `interval` in [0, 1]; the interval is null, with a warning, for a single value or all equal values
 * @throws {InputError} a sample is empty or holds a non-finite value, the units differ, or `confidence` is out of range
 * @example
 * probabilityOfSuperiority([10, 11, 12, 13], [12, 14, 16, 18]).estimate // 0.90625
 */
export function probabilityOfSuperiority(
  baseline: Measurements,
  candidate: Measurements,
  options: ProbabilityOfSuperiorityOptions = {},
): ProbabilityOfSuperiorityResult {
  const { confidence = 0.95 } = checkOptions("probabilityOfSuperiority", options);
  return {
    method: "probability-of-superiority",
    ...superiorityInterval("probabilityOfSuperiority", baseline, candidate, confidence),
    confidence,
  };
}
