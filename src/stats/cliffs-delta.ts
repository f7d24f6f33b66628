import { checkOptions } from "../core/check-options.js";
import type { Measurements } from "../core/measurements.js";
import type { Warning } from "../core/warning.js";
import { superiorityInterval } from "./rank/superiority-interval.js";

/** Options of {@link cliffsDelta}. */
export interface CliffsDeltaOptions {
  /** In (0, 1). Default 0.95. */
  readonly confidence?: number;
}

/** Result of {@link cliffsDelta}. */
export interface CliffsDeltaResult {
  readonly method: "cliffs-delta";
  /** From −1 (every candidate value is below every baseline value) over 0 to 1 (every one is above). */
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
 * Cliff's delta: how often a value of the candidate is above one of the baseline, less how often it is below; an effect size
 * that looks at order alone, so neither long tails nor the unit matter.
 *
 * Assumes independent values; needs no shape of distribution, nor equal spread. The interval is Student's on the logit scale,
 * with the variance and degrees of freedom of Brunner & Munzel (2000, Biometrical Journal 42, 17–25). Simulated with normal
 * values it covers 96 to 100 % at a confidence of 95 % for 5 or 10 values on a side, and 94 to 96 % for 30; but where spreads
 * differ threefold and delta is 0.94, only 91 %. Where neighbours are correlated by 0.6, 78, 72, 67 % for
 * n = 10, 30, 100. (The usual interval of Feng & Cliff falls to 84 % there.) If the samples do not
 * overlap at all, it is the exact bound for `min(n, m)` independent pairs.
 * Cliff (1993), Psychological Bulletin 114, 494–509, doi:10.1037/0033-2909.114.3.494. Time O(n log n + m log m), memory O(n + m).
 *
 * @param baseline - one or more finite values, or a sample, in any unit
 * @param candidate - one or more finite values, or a sample, in the unit of `baseline`
 * @param options - `confidence` in (0, 1), default 0.95
 * @returns `estimate` and `interval` in [−1, 1]; the interval is null, with a warning, for a single value or all equal values
 * @throws {InputError} a sample is empty or holds a non-finite value, the units differ, or `confidence` is out of range
 * @example
 * cliffsDelta([10, 11, 12, 13], [12, 14, 16, 18]).estimate // 0.8125
 * cliffsDelta([10, 11, 12, 13], [20, 22, 24, 26]).interval[0] // ≈ -0.20473
 */
export function cliffsDelta(
  baseline: Measurements,
  candidate: Measurements,
  options: CliffsDeltaOptions = {},
): CliffsDeltaResult {
  const { confidence = 0.95 } = checkOptions("cliffsDelta", options);
  const { estimate, interval, standardError, n, warnings } = superiorityInterval(
    "cliffsDelta",
    baseline,
    candidate,
    confidence,
  );
  return {
    method: "cliffs-delta",
    estimate: toDelta(estimate),
    interval: interval === null ? null : [toDelta(interval[0]), toDelta(interval[1])],
    standardError: standardError === null ? null : 2 * standardError,
    confidence,
    n,
    warnings,
  };
}

function toDelta(probability: number): number {
  return 2 * probability - 1;
}
