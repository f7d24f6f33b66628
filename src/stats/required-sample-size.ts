import type { Warning } from "../core/warning.js";
import { normalQuantile } from "./distributions.js";
import {
  checkPower,
  type EffectOptions,
  type PowerOptions,
  type ResolvedPower,
  resolveEffect,
  resolvePower,
  scaledEffect,
} from "./power/options.js";
import type { RejectionChance } from "./power/rejection.js";

/** Options of {@link requiredSampleSize}. */
export interface RequiredSampleSizeOptions extends PowerOptions, EffectOptions {
  /** The chance with which the effect is to be found, above alpha and below 1. Default 0.8. */
  readonly power?: number;
}

/** Result of {@link requiredSampleSize}. */
export interface RequiredSampleSizeResult extends ResolvedPower {
  readonly method: "required-sample-size";
  /** Values on each side; null, with a warning, if even `largest` would not do, or nothing varies. */
  readonly n: number | null;
  /** With `n` values: `power` or a little more; null where there is no `n`. */
  readonly attainedPower: number | null;
  /** As asked for. */
  readonly power: number;
  /** Standard error of `attainedPower` from simulation; null where it is computed. */
  readonly monteCarloError: number | null;
  /** In the input unit; null where only a fraction is known. */
  readonly effect: number | null;
  /** As a fraction of the baseline's mean; null if that is not known. */
  readonly relativeEffect: number | null;
  readonly warnings: readonly Warning[];
}

/**
 * How many values on each side a test needs to find an effect of this size with chance `power`.
 *
 * Method, assumptions and tests are those of {@link testPower}: exact for "welch" and normal values, else simulated, where the
 * sample size is as uncertain as the power. More values of one process are no substitute for more processes if those differ: see
 * {@link planRepetitions}. Time: some twenty powers, below 100 ms for "welch".
 *
 * @param options - the noise, as one of `sd`, `cv` and `pilot`; `effect` in the input unit or `relativeEffect` as a fraction of the
 *   baseline's mean; `power`, default 0.8; `test`, default "welch"; `alpha`, default 0.05; `alternative` "two-sided" (default) or
 *   "one-sided"; `simulations`, default 2,000, and `seed`, default 1
 * @returns `n` values on each side, 2 or more; null, with a warning, above ten million ("welch") or ten thousand (simulated), or if
 *   the pilot does not vary
 * @throws {InputError} an option is missing or out of range, or the pilot holds fewer than two values or a non-finite one
 * @example
 * requiredSampleSize({ cv: 0.118, relativeEffect: 0.05 }).n // 89
 */
export function requiredSampleSize(options: RequiredSampleSizeOptions): RequiredSampleSizeResult {
  const { noise, resolved, rejection } = resolvePower("requiredSampleSize", options);
  const { power = 0.8 } = options;
  const effect = resolveEffect("requiredSampleSize", options, noise);
  checkPower("requiredSampleSize", power, resolved.alpha);

  const deviations = normalQuantile(power) - normalQuantile(resolved.alpha / 2);
  const guess = (deviations * Math.hypot(noise.sds[0] / effect, noise.sds[1] / effect)) ** 2;
  const largest = resolved.simulations === null ? 1e7 : 1e4;
  const chance = (n: number) => rejection([n, n])(effect);
  const n = guess > 0 ? smallestSize(chance, power, Math.ceil(guess), largest) : null;
  const attained = n === null ? null : chance(n);
  return {
    method: "required-sample-size",
    n,
    attainedPower: attained?.power ?? null,
    power,
    monteCarloError: attained?.monteCarloError ?? null,
    ...scaledEffect(effect, noise),
    ...resolved,
    warnings: n === null && guess > 0 ? [...noise.warnings, tooManyValues(largest)] : noise.warnings,
  };
}

/** From the guess, which is rarely far off, in growing steps to both sides and back by halves; null above `largest`. */
function smallestSize(
  chance: (n: number) => RejectionChance,
  power: number,
  guess: number,
  largest: number,
): number | null {
  const suffices = (n: number) => chance(n).power >= power;
  let low = 1;
  let high = Math.min(Math.max(2, guess), largest);
  for (let step = 1; ; step *= 2) {
    if (suffices(high)) break;
    if (high === largest) return null;
    low = high;
    high = Math.min(high + step, largest);
  }
  for (let step = 1; low === 1 && high > 2; step *= 2) {
    const lower = Math.max(2, high - step);
    if (suffices(lower)) high = lower;
    else low = lower;
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (suffices(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function tooManyValues(largest: number): Warning {
  return {
    code: "too-many-values",
    message:
      `Not even ${largest} values on each side find so small an effect so often; reduce the noise first, or look for a ` +
      "larger effect.",
  };
}
