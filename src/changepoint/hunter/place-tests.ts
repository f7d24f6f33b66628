import type { Split } from "../energy/split.js";

/** A part of a window, and its best place. */
export interface WindowPart {
  readonly start: number;
  readonly end: number;
  readonly best: Split;
}

/** The tests of a method: p-values, NaN where both sides are constant and equal. */
export interface PlaceTests {
  /** The fewest values on either side of a place. */
  readonly minSegment: number;
  /** Of the best place of the parts of a window, which is in this part. */
  readonly inWindow: (parts: readonly WindowPart[], part: WindowPart) => number;
  /** Of a place between the places before and after it. */
  readonly between: (start: number, place: number, end: number) => number;
  /** Of the series having no change at all; null if the method does not ask. */
  readonly anywhere: (() => number) | null;
}
