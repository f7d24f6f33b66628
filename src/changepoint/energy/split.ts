/** Where a stretch of points splits best. */
export interface Split {
  /** How many points lie before the split; 0 if there is none. */
  readonly before: number;
  /** The statistic there, or any that is `enough`. */
  readonly statistic: number;
  /** Statistics closer than this differ by rounding alone. */
  readonly rounding: number;
}

/**
 * Finds the best split of some points in this order, which is a rearrangement of those it was made for; stops early at a
 * statistic that is `enough`.
 */
export type SplitSearch = (order: Readonly<Uint32Array>, enough: number) => Split;

/** Of a statistic, relative to the sums of distances whose difference it is. */
export const relativeRounding = 1e-12;

/** What a stretch that is too short to be split has. */
export const noSplit: Split = { before: 0, statistic: Number.NEGATIVE_INFINITY, rounding: 0 };

/** The best of the splits that are offered; of equal ones that with the fewest points before it, which came first. */
export class BestSplit implements Split {
  before = 0;
  statistic: number = Number.NEGATIVE_INFINITY;
  rounding = 0;

  /** @param both - the sum of all distances over the number of points − 1, which sets the rounding */
  offer(before: number, statistic: number, both: number): void {
    this.rounding = 2 * relativeRounding * both;
    const better = statistic > this.statistic + this.rounding;
    const tied = statistic >= this.statistic - this.rounding;
    if (better || (tied && before < this.before)) this.before = before;
    if (statistic > this.statistic) this.statistic = statistic;
  }
}
