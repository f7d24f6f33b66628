import { checkMeasurements, commonUnit, type Measurements } from "../core/measurements.js";
import type { Warning } from "../core/warning.js";

/** The two independent sides of a comparison, checked. */
export interface TwoSamples {
  readonly baseline: Readonly<Float64Array>;
  readonly candidate: Readonly<Float64Array>;
  /** Sizes of baseline and candidate. */
  readonly n: readonly [number, number];
  readonly unit: string | null;
  readonly warnings: readonly Warning[];
}

/** @throws {InputError} a side has too few values or one that is not finite, or the units differ */
export function checkTwoSamples(
  functionName: string,
  baseline: Measurements,
  candidate: Measurements,
  minimum: number,
): TwoSamples {
  const first = checkMeasurements(functionName, "baseline", baseline, minimum);
  const second = checkMeasurements(functionName, "candidate", candidate, minimum);
  return {
    baseline: first.values,
    candidate: second.values,
    n: [first.values.length, second.values.length],
    unit: commonUnit(functionName, "candidate", [first.unit, second.unit]),
    warnings: [...first.warnings, ...second.warnings],
  };
}
