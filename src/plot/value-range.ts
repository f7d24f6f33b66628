/** A lower and an upper end. */
export type ValueRange = readonly [low: number, high: number];

/** Upper end − lower end. */
export function rangeLength([low, high]: ValueRange): number {
  return high - low;
}

/** The shortest range that holds all of them, one or more. */
export function hullOf(ranges: readonly ValueRange[]): ValueRange {
  return [Math.min(...ranges.map(([low]) => low)), Math.max(...ranges.map(([, high]) => high))];
}

/** From the least to the largest of some numbers, one or more, however many. Time O(n), memory O(1). */
export function rangeOf(values: ArrayLike<number>): ValueRange {
  let low = values[0]!;
  let high = low;
  for (let i = 1; i < values.length; i++) {
    low = Math.min(low, values[i]!);
    high = Math.max(high, values[i]!);
  }
  return [low, high];
}
