import type { Warning } from "../core/warning.js";
import {
  type EffectOptions,
  type PowerOptions,
  type ResolvedPower,
  resolveEffect,
  resolvePower,
  scaledEffect,
} from "./power/options.js";
import { resolveSizes } from "./power/sizes.js";

/** Options of {@link testPower}. */
export interface TestPowerOptions extends PowerOptions, EffectOptions {
  /** Size of each sample, or of baseline and candidate; 2 or more. Default: that of the pilot. */
  readonly n?: number | readonly [baseline: number, candidate: number];
}

/** Result of {@link testPower}. */
export interface TestPowerResult extends ResolvedPower {
  readonly method: "test-power";
  /** The chance that the test finds the effect; null, with a warning, if nothing varies. */
  readonly power: number | null;
  /** Standard error of `power` from simulation; null where it is computed. */
  readonly monteCarloError: number | null;
  /** In the input unit; null where only a fraction is known. */
  readonly effect: number | null;
  /** As a fraction of the baseline's mean; null if that is not known. */
  readonly relativeEffect: number | null;
  /** Sizes of baseline and candidate. */
  readonly n: readonly [number, number];
  readonly warnings: readonly Warning[];
}

/**
 * The chance that a test finds an effect of this size: before measuring, whether the measurement can answer at all.
 *
 * For "welch" and normal values it is exact, for unequal spreads and sizes too: a mean over noncentral t distributions. (For
 * fewer than some 10 values it is below what R's `power.t.test` and G*Power give, which are for the test of equal variances: with
 * 5 + 5 values and an effect of 2 sd, 0.767 against 0.791.) "mann-whitney" and tests of one's own are simulated, with normal values
 * or, given a pilot, with its values drawn anew; use one of 20 values or more. Values are taken as independent: those of one
 * process usually are not, so give one summary a run. Time: below a millisecond for "welch", O(simulations · test) for others.
 *
 * @param options - the noise, as one of `sd`, `cv` and `pilot`; `effect` in the input unit or `relativeEffect` as a fraction of the
 *   baseline's mean; `n`; `test`, default "welch"; `alpha`, default 0.05; `alternative` "two-sided" (default) or "one-sided";
 *   `simulations`, default 2,000, and `seed`, default 1
 * @returns `power`, with `monteCarloError` where simulated; null, with a warning, if the pilot does not vary
 * @throws {InputError} an option is missing or out of range, or the pilot holds fewer than two values or a non-finite one
 * @example
 * testPower({ cv: 0.05, n: 16, relativeEffect: 0.05 }).power // ≈ 0.779827
 * testPower({ sd: [1, 3], n: [10, 30], effect: 2 }).power // ≈ 0.86817
 */
export function testPower(options: TestPowerOptions): TestPowerResult {
  const { noise, resolved, rejection } = resolvePower("testPower", options);
  const n = resolveSizes("testPower", options.n, noise);
  const effect = resolveEffect("testPower", options, noise);
  const varies = noise.sds[0] + noise.sds[1] > 0;
  const { power, monteCarloError } = varies ? rejection(n)(effect) : { power: null, monteCarloError: null };
  return {
    method: "test-power",
    power,
    monteCarloError,
    ...scaledEffect(effect, noise),
    n,
    ...resolved,
    warnings: noise.warnings,
  };
}
