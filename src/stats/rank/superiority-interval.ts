import { checkConfidence } from "../../core/check-options.js";
import type { Measurements } from "../../core/measurements.js";
import type { Warning } from "../../core/warning.js";
import { studentTQuantile } from "../distributions.js";
import { checkTwoSamples } from "../two-samples.js";
import { noVariation } from "../weak-data.js";
import { type Superiority, superiority } from "./superiority.js";
import { tieBlocks } from "./tie-blocks.js";

/** How probable it is that a candidate's value is above a baseline's, with what chance leaves open. */
export interface SuperiorityInterval {
  readonly estimate: number;
  /** Null, with a warning, for a single value on a side, or if all values are equal. */
  readonly interval: readonly [low: number, high: number] | null;
  /** 0 if the sides do not overlap; null where there is no interval. */
  readonly standardError: number | null;
  readonly n: readonly [number, number];
  readonly warnings: readonly Warning[];
}

/** The effect size behind {@link cliffsDelta} and {@link probabilityOfSuperiority}; the former tells how good the interval is. */
export function superiorityInterval(
  functionName: string,
  baseline: Measurements,
  candidate: Measurements,
  confidence: number,
): SuperiorityInterval {
  const { n, warnings, ...sides } = checkTwoSamples(functionName, baseline, candidate, 1);
  checkConfidence(functionName, confidence);
  const blocks = tieBlocks(sides.baseline, sides.candidate);
  const observed = superiority(n, blocks.baseline, blocks.candidate);
  const problem = Math.min(...n) < 2 ? tooFewValues : blocks.values.length < 2 ? noVariation : null;
  const overlaps = observed.standardError > 0;
  const tail = (1 - confidence) / 2;
  return {
    estimate: observed.estimate,
    interval:
      problem !== null ? null : overlaps ? onLogitScale(observed, tail) : beyondOverlap(observed, n, tail),
    standardError: problem === null ? observed.standardError : null,
    n,
    warnings: problem === null ? warnings : [...warnings, problem],
  };
}

function onLogitScale({ estimate, standardError, df }: Superiority, tail: number): readonly [number, number] {
  const center = Math.log(estimate / (1 - estimate));
  const half = (-studentTQuantile(tail, df) * standardError) / (estimate * (1 - estimate));
  return [1 / (1 + Math.exp(half - center)), 1 / (1 + Math.exp(-half - center))];
}

/** `min(n, m)` pairs without a value in common are independent, and point one way with probability pᵐⁱⁿ: exact, if cautious. */
function beyondOverlap(
  { estimate }: Superiority,
  n: readonly [number, number],
  tail: number,
): readonly [number, number] {
  const bound = tail ** (1 / Math.min(...n));
  return estimate === 1 ? [bound, 1] : [0, 1 - bound];
}

const tooFewValues: Warning = {
  code: "too-few-values",
  message: "One value on a side says nothing about chance; measure at least twice on each side.",
};
