import type { Warning } from "../core/warning.js";
import type { RunShape } from "./run-shape.js";
import { neededLength, type ShapeCriteria, steadyLength } from "./shape/development.js";

/** What is doubtful about how a run of n values develops. Indices count the values that are there. */
export function shapeWarnings(shape: RunShape, n: number, { horizon }: ShapeCriteria): Warning[] {
  const warnings: Warning[] = [];
  if (shape.unsteady === "late-change") {
    const late = shape.lateChange!;
    warnings.push({
      code: "no-steady-state",
      message:
        `The level still changes at iteration ${late} of ${n}, and a steady part of ${steadyLength(n, horizon)} values is asked for; ` +
        `measure ${neededLength(late, horizon)} iterations or more.`,
    });
  }
  if (shape.unsteady === "drift") {
    warnings.push({
      code: "drift",
      message:
        "The level drifts until the end, so there is no steady state to report; measure longer, or find what drifts.",
    });
  }
  if (shape.disturbance !== null) {
    const [start, end] = shape.disturbance;
    warnings.push({
      code: "disturbance",
      message:
        `From iteration ${start} to ${end - 1} the run is off its steady level, and at it before: rather a disturbance than a ` +
        "warm-up; look for what else ran then.",
    });
  }
  return warnings;
}

/** Says so where a run is too short to be judged. */
export function tooFew(n: number, needed: number): Warning {
  return {
    code: "too-few-values",
    message:
      `${n === 1 ? "1 value does" : `${n} values do`} not show whether a steady state was reached; ${needed} values would do, ` +
      "better a hundred.",
  };
}

/** Says so where MSER-5 has no answer. */
export const cutTooLate: Warning = {
  code: "no-steady-state",
  message:
    "MSER-5 would cut off more than the first half of the run, so the run is too short for it; measure at least twice as long.",
};
