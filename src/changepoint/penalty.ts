import { InputError } from "../core/input-error.js";
import { show } from "../core/show.js";
import type { SegmentCost } from "./costs/segment-cost.js";

/**
 * What a change must gain to be worth it: a number above 0 in units of the cost, or by name, for p numbers that describe a
 * segment (1 for a mean, 2 for a mean and a variance) and n values:
 * - "bic": (p + 1)·ln n, the Bayesian information criterion that counts the place of a change as a number too
 *   (Yao 1988, Statistics & Probability Letters 6, 181–189);
 * - "mbic": (p + 2)·ln n a change, and p·ln(share of the values) a segment, the modified criterion of Zhang & Siegmund (2007),
 *   Biometrics 63, 22–32, which for p = 1 is theirs, and minds a short segment more than one in the middle.
 *
 * Names are in units of −2 × the log-likelihood, which {@link meanShift} multiplies by the variance of the noise.
 */
export type Penalty = number | PenaltyName;

/** See {@link Penalty}. */
export type PenaltyName = "bic" | "mbic";

/** A penalty in units of the cost. */
export interface ResolvedPenalty {
  /** For each change. */
  readonly change: number;
  /** For each segment, times the logarithm of its share of the values. */
  readonly logShare: number;
}

/** @throws {InputError} it is neither a number above 0 nor one of the names */
export function checkPenalty(functionName: string, argument: string, penalty: Penalty): void {
  if (penalty === "bic" || penalty === "mbic") return;
  if (!(typeof penalty === "number" && Number.isFinite(penalty) && penalty > 0)) {
    throw new InputError(
      functionName,
      argument,
      `needs a number above 0, "bic" or "mbic", got ${show(penalty)}`,
    );
  }
}

/** What a checked penalty means for these values. Time O(n log n) for {@link meanShift}, else O(1). */
export function resolvePenalty(
  penalty: Penalty,
  { parameters, scale }: SegmentCost,
  values: Readonly<Float64Array>,
): ResolvedPenalty {
  if (typeof penalty === "number") return { change: penalty, logShare: 0 };
  const unit = scale === undefined ? 1 : scale(values);
  const logN = Math.log(values.length);
  return penalty === "bic"
    ? { change: unit * (parameters + 1) * logN, logShare: 0 }
    : { change: unit * (parameters + 2) * logN, logShare: unit * parameters };
}
