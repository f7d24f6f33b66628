import {
  checkChoice,
  checkConfidence,
  checkInteger,
  checkOptions,
  checkProbability,
} from "../../core/check-options.js";
import { checkSeed } from "../../random/stream.js";
import { checkMinMagnitude } from "../magnitude.js";
import type { GapPolicy, SeriesOptions } from "../series.js";

/** How {@link hunter} tests a place: as Hunter and Otava do, by Welch's t, or by permutation. */
export type HunterSignificance = "student" | "welch" | "permutation";

/** Options of {@link hunter}. */
export interface HunterOptions extends SeriesOptions {
  /** Values in a window, 2 or more. Default 50. */
  readonly window?: number;
  /** A change is reported if its p is below this, in (0, 1). Default 0.001. */
  readonly maxP?: number;
  /** A change is reported if one mean is larger than the other by more than this fraction. Default 0. */
  readonly minMagnitude?: number;
  /** "student" is compatible, and cries wolf; see {@link hunter} for the others. Default "student". */
  readonly significance?: HunterSignificance;
  /** Of each permutation test, at most; 2 / `maxP` are needed. Default 2,999. */
  readonly permutations?: number;
  /** Of the permutation test: a whole number. Default 1. */
  readonly seed?: number;
}

/** Options with their defaults, as the result tells them. */
export interface ResolvedHunterOptions {
  readonly window: number;
  readonly maxP: number;
  readonly minMagnitude: number;
  readonly significance: HunterSignificance;
  readonly permutations: number;
  readonly seed: number;
  readonly gaps: GapPolicy;
  readonly confidence: number;
}

/** @throws {InputError} an option is out of range */
export function resolveHunterOptions(options: HunterOptions): ResolvedHunterOptions {
  const {
    window = 50,
    maxP = 0.001,
    minMagnitude = 0,
    significance = "student",
    permutations = 2999,
    seed = 1,
    gaps = "refuse",
    confidence = 0.95,
  } = checkOptions("hunter", options);
  checkInteger("hunter", "window", window, 2);
  checkProbability("hunter", "maxP", maxP);
  checkMinMagnitude("hunter", minMagnitude);
  checkChoice("hunter", "significance", significance, ["student", "welch", "permutation"]);
  checkInteger("hunter", "permutations", permutations, 1, 1e8);
  checkSeed("hunter", seed);
  checkConfidence("hunter", confidence);
  return { window, maxP, minMagnitude, significance, permutations, seed, gaps, confidence };
}

/** The limit of the first pass, which is not to miss what the second will find. */
export function firstLimit(maxP: number): number {
  if (maxP < 0.05) return 10 * maxP;
  return maxP < 0.5 ? 2 * maxP : maxP;
}
