import type { Warning } from "../core/warning.js";
import type { RunClass } from "./run-class.js";
import { fewestValues, runShape } from "./run-shape.js";
import type { ShapeCriteria } from "./shape/development.js";
import { shapeWarnings, tooFew } from "./steady-warnings.js";

/** How one run was classified. Places count the values that are there. */
export interface JudgedRun {
  /** Null if there are too few values. */
  readonly classification: RunClass | null;
  readonly start: number | null;
  readonly startInterval: readonly [first: number, last: number] | null;
  /** Where the level changes, ascending. */
  readonly changes: readonly number[];
  readonly outliers: readonly number[];
  /** A first tenth that is off by less would not be noticed; null where that is not known. */
  readonly detectableShift: number | null;
  readonly warnings: readonly Warning[];
}

/** A run about which nothing can be said. */
export function unjudgedRun(n: number, needed: number): JudgedRun {
  return {
    classification: null,
    start: null,
    startInterval: null,
    changes: [],
    outliers: [],
    detectableShift: null,
    warnings: [tooFew(n, needed)],
  };
}

/** Judges a run by its shape. */
export function judgeShape(values: Readonly<Float64Array>, criteria: ShapeCriteria): JudgedRun {
  if (values.length < fewestValues) return unjudgedRun(values.length, fewestValues);
  const shape = runShape(values, criteria);
  const { classification, start, startInterval, changes, spikes, detectableShift } = shape;
  const warnings = shapeWarnings(shape, values.length, criteria);
  return { classification, start, startInterval, changes, outliers: spikes, detectableShift, warnings };
}
