import type { Warning } from "../core/warning.js";
import { normalQuantile } from "./distributions.js";
import {
  checkPower,
  type PowerOptions,
  type ResolvedPower,
  resolvePower,
  scaledEffect,
} from "./power/options.js";
import { resolveSizes } from "./power/sizes.js";
import { smallestEffect } from "./power/smallest-effect.js";

/** Options of {@link minimumDetectableEffect}. */
export interface MinimumDetectableEffectOptions extends PowerOptions {
  /** Size of each sample, or of baseline and candidate; 2 or more. Default: that of the pilot. */
  readonly n?: number | readonly [baseline: number, candidate: number];
  /** The chance with which the effect is to be found, above alpha and below 1. Default 0.8. */
  readonly power?: number;
}

/** Result of {@link minimumDetectableEffect}. */
export interface MinimumDetectableEffectResult extends ResolvedPower {
  readonly method: "minimum-detectable-effect";
  /** In the input unit; null where only a fraction is known, or, with a warning, if no effect is found so often. */
  readonly effect: number | null;
  /** As a fraction of the baseline's mean; null if that is not known, or as above. */
  readonly relativeEffect: number | null;
  /** As asked for. */
  readonly power: number;
  /** Standard error of the power at this effect from simulation; null where it is computed. */
  readonly monteCarloError: number | null;
  /** Sizes of baseline and candidate. */
  readonly n: readonly [number, number];
  readonly warnings: readonly Warning[];
}

/**
 * The smallest difference that a comparison of this size finds with chance `power`: what is smaller is mostly missed, so a
 * "no difference found" says nothing about it.
 *
 * Method, assumptions and tests are those of {@link testPower}: exact for "welch" and normal values, else simulated. Time: some
 * ten powers, below 10 ms for "welch".
 *
 * @param options - the noise, as one of `sd`, `cv` and `pilot`; `n`; `power`, default 0.8; `test`, default "welch"; `alpha`, default
 *   0.05; `alternative` "two-sided" (default) or "one-sided"; `simulations`, default 2,000, and `seed`, default 1
 * @returns `effect` in the input unit and `relativeEffect` as a fraction of the baseline's mean, as far as known; both null, with
 *   a warning, if the pilot does not vary, or the samples are too small for any effect to be found so often
 * @throws {InputError} an option is missing or out of range, or the pilot holds fewer than two values or a non-finite one
 * @example
 * minimumDetectableEffect({ cv: 0.118, n: 16 }).relativeEffect // ≈ 0.12102
 * minimumDetectableEffect({ cv: 0.0294, n: 5 }).relativeEffect // ≈ 0.06128
 */
export function minimumDetectableEffect(
  options: MinimumDetectableEffectOptions,
): MinimumDetectableEffectResult {
  const { noise, resolved, rejection } = resolvePower("minimumDetectableEffect", options);
  const { power = 0.8 } = options;
  const n = resolveSizes("minimumDetectableEffect", options.n, noise);
  checkPower("minimumDetectableEffect", power, resolved.alpha);

  const standardError = Math.hypot(noise.sds[0] / Math.sqrt(n[0]), noise.sds[1] / Math.sqrt(n[1]));
  const chance = standardError > 0 ? rejection(n) : null;
  const guess = (normalQuantile(power) - normalQuantile(resolved.alpha / 2)) * standardError;
  // Simulated power has steps, which no finer search resolves.
  const tolerance = resolved.simulations === null ? 1e-12 : 1e-4;
  const effect = chance === null ? null : smallestEffect(chance, power, guess, tolerance);
  return {
    method: "minimum-detectable-effect",
    ...(effect === null ? { effect, relativeEffect: null } : scaledEffect(effect, noise)),
    power,
    monteCarloError: effect === null || chance === null ? null : chance(effect).monteCarloError,
    n,
    ...resolved,
    warnings: chance !== null && effect === null ? [...noise.warnings, unreachablePower] : noise.warnings,
  };
}

const unreachablePower: Warning = {
  code: "unreachable-power",
  message: "No effect, however large, is found so often with so few values; measure more often.",
};
