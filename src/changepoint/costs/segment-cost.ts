/**
 * How badly one segment fits a model of its own; a search adds it up over segments.
 *
 * Two segments must never cost more than the one that they make together: the pruning of {@link pelt} counts on it, and it
 * holds for whatever is minimised over the parameters of each segment, such as −2 × the log-likelihood.
 */
export interface SegmentCost {
  /** As results call it. */
  readonly name: string;
  /** The fewest values that a segment can be fitted to. */
  readonly minSegment: number;
  /** How many numbers describe a segment, which named penalties count. */
  readonly parameters: number;
  /** Which values it is defined for, where not for all. */
  readonly domain?: {
    readonly holds: (value: number) => boolean;
    /** For the error: "needs …". */
    readonly needed: string;
  };
  /**
   * What −2 × the log-likelihood is to be multiplied by to be in units of this cost, which named penalties are then; 0 if
   * the values do not vary. Default 1.
   */
  readonly scale?: (values: Readonly<Float64Array>) => number;
  /**
   * Sums what is needed once, so that any segment then costs little.
   *
   * @returns the cost of the values from `start` up to, and without, `end`; a finite number
   */
  readonly prepare: (values: Readonly<Float64Array>) => CostOfSegment;
}

/** The cost of the values from `start` up to, and without, `end`. */
export type CostOfSegment = (start: number, end: number) => number;
