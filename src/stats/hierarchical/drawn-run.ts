/** The values of one drawn run, as places among all sorted values; a place may appear more than once. */
export type DrawnRun = Readonly<Uint32Array>;

/** A statistic of all values of several drawn runs. */
export interface RunStatistic {
  readonly evaluate: (runs: readonly DrawnRun[]) => number;
  /** Without each run in turn. */
  readonly leaveOneOut: (runs: readonly DrawnRun[]) => Float64Array;
}
