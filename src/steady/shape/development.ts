import type { RunClass } from "../run-class.js";

/** What a run is judged by. */
export interface ShapeCriteria {
  /** The size of a difference from the steady level that does not matter, in the input unit. */
  readonly margin: (steadyLevel: number) => number;
  /** How long the steady part must be: a share of the run below 1, or a number of values. */
  readonly horizon: number;
  readonly confidence: number;
  readonly better: "lower" | "higher";
}

/** How a run of enough values develops. Places count the values that are there. */
export interface Development {
  readonly classification: RunClass;
  /** What describes the run best. */
  readonly model: "level" | "steps" | "decay" | "line";
  /** The first value of the steady part; null if there is none. */
  readonly start: number | null;
  /** The places at which the steady part may begin with the confidence asked for. */
  readonly startInterval: readonly [first: number, last: number] | null;
  /** Why there is no steady state. */
  readonly unsteady: "late-change" | "drift" | null;
  /** Where the level changed too late. */
  readonly lateChange: number | null;
  /** If the run left its steady level only for a while: from where to where. */
  readonly disturbance: readonly [start: number, end: number] | null;
}

/** A run that never comes to rest. */
export function unsteady(
  model: Development["model"],
  reason: NonNullable<Development["unsteady"]>,
  lateChange: number | null = null,
): Development {
  return {
    classification: "no steady state",
    model,
    start: null,
    startInterval: null,
    unsteady: reason,
    lateChange,
    disturbance: null,
  };
}

/** The fewest values that a steady part has. */
export function steadyLength(n: number, horizon: number): number {
  return Math.max(8, horizon < 1 ? Math.ceil(horizon * n) : horizon);
}

/** How many values a run needs to be steady from `start` on for long enough. */
export function neededLength(start: number, horizon: number): number {
  return horizon < 1 ? Math.max(start + 8, Math.ceil(start / (1 - horizon))) : start + Math.max(8, horizon);
}
