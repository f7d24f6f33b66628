import { InputError } from "../core/input-error.js";
import type { Measurements } from "../core/measurements.js";
import { isSample } from "../core/sample.js";
import { checkTwoSamples, type TwoSamples } from "./two-samples.js";

/** Two sides of which the i-th values belong together. */
export interface PairedSamples extends TwoSamples {
  /** candidate − baseline, pair by pair. */
  readonly differences: Float64Array;
  /** Below it, a difference is nothing but the rounding of the two values. */
  readonly rounding: number;
}

/** @throws {InputError} a side has too few values or one that is not finite, the units or the lengths differ */
export function checkPairs(
  functionName: string,
  baseline: Measurements,
  candidate: Measurements,
  minimum: number,
): PairedSamples {
  const sides = checkTwoSamples(functionName, baseline, candidate, minimum);
  const lengths = [runLengths(baseline), runLengths(candidate)] as const;
  if (sides.n[0] !== sides.n[1]) {
    throw new InputError(
      functionName,
      "candidate",
      `needs as many values as the baseline (${sides.n[0]}), one a pair, got ${sides.n[1]}`,
    );
  }
  if (lengths[0] !== null && lengths[1] !== null && lengths[0].join() !== lengths[1].join()) {
    throw new InputError(
      functionName,
      "candidate",
      `needs runs as long as the baseline's (${lengths[0].join(", ")}), so that pairs meet, got ${lengths[1].join(", ")}`,
    );
  }
  const largest = Math.max(largestSize(sides.baseline), largestSize(sides.candidate));
  return {
    ...sides,
    differences: sides.candidate.map((value, i) => value - sides.baseline[i]!),
    rounding: 4 * Number.EPSILON * largest,
  };
}

function runLengths(input: Measurements): readonly number[] | null {
  return isSample(input) ? input.runs.map((run) => run.length) : null;
}

function largestSize(values: Readonly<Float64Array>): number {
  return values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
}
