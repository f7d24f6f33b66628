import type { Warning } from "../core/warning.js";
import type { Interval } from "../stats/interval.js";

/** A stretch of a series without a change: the values from `start` up to, and without, `end`. */
export interface Segment {
  /** Index of its first value. */
  readonly start: number;
  /** Index after its last value. */
  readonly end: number;
  /** How many values were used: `end − start`, less the gaps that were dropped. */
  readonly n: number;
  readonly mean: number;
  readonly median: number;
  /** Standard deviation, divisor n − 1; null for one value. */
  readonly sd: number | null;
}

/** A place where a series changes. */
export interface ChangePoint {
  /** Index of the first value of the new regime, from 0. */
  readonly index: number;
  /** The indices among which the change lies with the result's confidence; null where the method gives none. */
  readonly indexInterval: readonly [first: number, last: number] | null;
  /** The time of `index`; null if the series came without `times`. */
  readonly time: number | null;
  /** Null for methods that do not test. */
  readonly p: number | null;
  /** The segment that ends here. */
  readonly before: Segment;
  /** The segment that begins here. */
  readonly after: Segment;
  /** `after.mean / before.mean − 1`, a fraction; null unless the mean before is above zero. */
  readonly relativeChange: number | null;
  /** Of the relative change; null where it is unbounded, or neither segment varies. */
  readonly relativeInterval: Interval | null;
}

/** What every change-point method reports. */
export interface ChangePointResult {
  /** Which method found them. */
  readonly method: string;
  /** Index of the first value of each new regime, ascending; 0 is never among them. */
  readonly indices: readonly number[];
  /** One for each of `indices`. */
  readonly changePoints: readonly ChangePoint[];
  /** One more than there are change points, from the first value to the last. */
  readonly segments: readonly Segment[];
  /** Of the intervals. */
  readonly confidence: number;
  /** Length of the series as it was given, gaps included. */
  readonly n: number;
  readonly unit: string | null;
  readonly warnings: readonly Warning[];
}
