import { checkChoice, checkInteger, checkOptions } from "../../core/check-options.js";
import { InputError } from "../../core/input-error.js";
import { show } from "../../core/show.js";
import { checkSeed } from "../../random/stream.js";
import { type Noise, type NoiseOptions, resolveNoise } from "./noise.js";
import type { PowerAlternative, Rejection } from "./rejection.js";
import { mannWhitneyDecision, ownDecision, simulatedRejection } from "./simulated-rejection.js";
import { welchRejection } from "./welch-rejection.js";

/** What is tested with: by name, or a function of both samples that returns p (null: it cannot tell). */
export type PowerTest =
  | "welch"
  | "mann-whitney"
  | ((baseline: Float64Array, candidate: Float64Array) => number | null);

/** What `testPower`, `minimumDetectableEffect` and `requiredSampleSize` have in common. */
export interface PowerOptions extends NoiseOptions {
  /** Default "welch". */
  readonly test?: PowerTest;
  /** A difference counts as found if p ≤ alpha; in (0, 1). Default 0.05. */
  readonly alpha?: number;
  /** Default "two-sided". "one-sided": only in the direction of the effect; a test of one's own must do so itself. */
  readonly alternative?: PowerAlternative;
  /** For tests other than "welch". Default 2,000. */
  readonly simulations?: number;
  /** A whole number; the same seed gives the same answer everywhere. Default 1. */
  readonly seed?: number;
}

/** The options with their defaults, as results report them. */
export interface ResolvedPower {
  readonly test: "welch" | "mann-whitney" | "custom";
  readonly alpha: number;
  readonly alternative: PowerAlternative;
  /** Null where nothing is simulated. */
  readonly simulations: number | null;
  readonly seed: number | null;
  /** Standard deviations of baseline and candidate, in the input unit; null where a CV was given. */
  readonly sd: readonly [number, number] | null;
  /** Over the mean of the baseline, fractions; null if that mean is not known, or not above zero. */
  readonly cv: readonly [number, number] | null;
  readonly unit: string | null;
}

/** Checked, and ready to be asked for any size of the samples. */
export interface PowerProblem {
  readonly noise: Noise;
  readonly resolved: ResolvedPower;
  readonly rejection: (n: readonly [number, number]) => Rejection;
}

/** @throws {InputError} an option is missing or out of range */
export function resolvePower(functionName: string, options: PowerOptions): PowerProblem {
  const {
    test = "welch",
    alpha = 0.05,
    alternative = "two-sided",
    simulations = 2000,
    seed = 1,
  } = checkOptions(functionName, options);
  const noise = resolveNoise(functionName, options);
  checkFraction(functionName, "alpha", alpha);
  checkChoice(functionName, "alternative", alternative, ["two-sided", "one-sided"]);
  checkInteger(functionName, "simulations", simulations, 100, 1e8);
  checkSeed(functionName, seed);
  if (typeof test !== "function") checkChoice(functionName, "test", test, ["welch", "mann-whitney"]);
  const isSimulated = test !== "welch";
  const { sds, mean, isRelative } = noise;
  return {
    noise,
    resolved: {
      test: typeof test === "function" ? "custom" : test,
      alpha,
      alternative,
      simulations: isSimulated ? simulations : null,
      seed: isSimulated ? seed : null,
      sd: isRelative ? null : sds,
      cv: mean !== null && mean > 0 ? [sds[0] / mean, sds[1] / mean] : null,
      unit: noise.unit,
    },
    rejection: (n) => {
      if (test === "welch") return welchRejection(n, sds, alpha, alternative);
      const decide =
        test === "mann-whitney"
          ? mannWhitneyDecision(n, alpha, alternative)
          : ownDecision(functionName, test, alpha);
      return simulatedRejection(noise, n, decide, simulations, seed);
    },
  };
}

/** How large an effect is looked for: in the input unit, or as a fraction of the baseline's mean. */
export interface EffectOptions {
  /** In the input unit, above 0; goes with `sd` or `pilot`. */
  readonly effect?: number;
  /** A fraction of the baseline's mean, above 0; goes with `cv` or `pilot`. */
  readonly relativeEffect?: number;
}

/** An effect on both scales, null on one that is not known. */
export interface ScaledEffect {
  readonly effect: number | null;
  readonly relativeEffect: number | null;
}

/** @throws {InputError} there is no effect, or it does not go with the noise */
export function resolveEffect(
  functionName: string,
  options: EffectOptions,
  { mean, isRelative }: Noise,
): number {
  const { effect, relativeEffect } = options;
  if ((effect === undefined) === (relativeEffect === undefined)) {
    throw new InputError(functionName, "options", 'needs either "effect" or "relativeEffect"');
  }
  const [name, size] = effect === undefined ? ["relativeEffect", relativeEffect] : ["effect", effect];
  if (!(typeof size === "number" && size > 0 && size < Number.POSITIVE_INFINITY)) {
    throw new InputError(functionName, name!, `needs a number above 0, got ${show(size)}`);
  }
  if (effect !== undefined) {
    if (!isRelative) return size;
    throw new InputError(functionName, "effect", 'needs "sd" or "pilot"; give "relativeEffect" with "cv"');
  }
  if (mean !== null && mean > 0) return size * mean;
  throw new InputError(
    functionName,
    "relativeEffect",
    'needs "cv", or a pilot with a mean above zero; give "effect", in the input unit',
  );
}

/** The effect, which is on the scale of the noise, on both scales. */
export function scaledEffect(effect: number, { mean, isRelative }: Noise): ScaledEffect {
  return {
    effect: isRelative ? null : effect,
    relativeEffect: mean !== null && mean > 0 ? effect / mean : null,
  };
}

/** @throws {InputError} it is not strictly between 0 and 1 */
export function checkFraction(functionName: string, argument: string, value: number): void {
  if (!(value > 0 && value < 1)) {
    throw new InputError(functionName, argument, `needs a number between 0 and 1, got ${show(value)}`);
  }
}

/** @throws {InputError} it is not strictly between alpha and 1 */
export function checkPower(functionName: string, power: number, alpha: number): void {
  if (!(power > alpha && power < 1)) {
    throw new InputError(
      functionName,
      "power",
      `needs a number between alpha (${alpha}) and 1, got ${show(power)}`,
    );
  }
}
