/** Lower and upper bound in the unit of the estimate; null on the side that a one-sided interval leaves open. */
export type Interval = readonly [low: number | null, high: number | null];

/** Which differences from the null count against it: any, or only candidates that are smaller, or larger. */
export type Alternative = "two-sided" | "less" | "greater";
