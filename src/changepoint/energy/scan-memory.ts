/** What a scan over all ends writes to, and reads again. */
export interface ScanMemory {
  /** Of the points from each place up to the end looked at: the sum of their distances. */
  readonly within: Float64Array;
  /** Of the first points, by their number: the sum of their distances over their number − 1. */
  readonly head: Float64Array;
  /** 1 / k at k. */
  readonly inverse: Readonly<Float64Array>;
}

/** Memory for up to `n` points, which any number of scans may share one after the other. */
export function scanMemory(n: number): ScanMemory {
  const inverse = Float64Array.from({ length: n + 1 }, (_, k) => (k === 0 ? 0 : 1 / k));
  return { within: new Float64Array(n), head: new Float64Array(n + 1), inverse };
}
