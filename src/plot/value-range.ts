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
