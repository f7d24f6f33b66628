/** Lower and upper bound in the unit of the estimate; null on the side that a one-sided interval leaves open. */
export type Interval = readonly [low: number | null, high: number | null];

/** Which differences from the null count against it: any, or only candidates that are smaller, or larger. */
export type Alternative = "two-sided" | "less" | "greater";

/** Of both bounds, those that the test of this alternative gives. */
export function intervalFor(
  alternative: Alternative,
  [low, high]: readonly [low: number, high: number],
): Interval {
  if (alternative === "less") return [null, high];
  if (alternative === "greater") return [low, null];
  return [low, high];
}

/** What each bound of such an interval may miss. */
export function tailOf(alternative: Alternative, confidence: number): number {
  return alternative === "two-sided" ? (1 - confidence) / 2 : 1 - confidence;
}
