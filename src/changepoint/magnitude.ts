import { InputError } from "../core/input-error.js";
import { show } from "../core/show.js";

/**
 * How large a change from one mean to another is, whichever of the two it is measured from: the larger of both relative
 * changes. What is relative to a mean of zero does not count, as in Hunter and Otava.
 */
export function magnitude(before: number, after: number): number {
  return Math.max(relativeChange(before, after), relativeChange(after, before));
}

/** @throws {InputError} `minMagnitude` is no fraction of 0 or more */
export function checkMinMagnitude(functionName: string, minMagnitude: number): void {
  if (Number.isFinite(minMagnitude) && minMagnitude >= 0) return;
  throw new InputError(
    functionName,
    "minMagnitude",
    `needs a fraction of 0 or more, such as 0.05, got ${show(minMagnitude)}`,
  );
}

function relativeChange(from: number, to: number): number {
  return from === 0 ? 0 : Math.abs(to / from - 1);
}
