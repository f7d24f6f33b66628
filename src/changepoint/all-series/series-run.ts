import type { Measurements } from "../../core/measurements.js";
import type { Values } from "../../core/values.js";

/** A series with the times of its values. */
export interface TimedSeries {
  readonly values: Measurements;
  readonly times: Values;
}

/** The series of a call, and whom to tell. */
export interface SeriesRun {
  readonly series: readonly (Measurements | TimedSeries)[];
  /** Options of each search. */
  readonly search: object;
  /** One more series is done. */
  readonly done: () => void;
  readonly signal: AbortSignal | undefined;
}
