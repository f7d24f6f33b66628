import { positionOf, type Series } from "../../changepoint/series.js";
import { InputError } from "../../core/input-error.js";
import { show } from "../../core/show.js";

/** The values of a window: the first, and the one after the last. */
export interface Window {
  readonly start: number;
  readonly end: number;
}

/**
 * The values whose iteration, or time if there are times, is `from` or later and before `to`.
 *
 * @throws {InputError} a bound is no number, or there is no value between them
 */
export function findWindow(
  functionName: string,
  series: Series,
  from: number | undefined,
  to: number | undefined,
): Window {
  const first = from ?? Number.NEGATIVE_INFINITY;
  const after = to ?? Number.POSITIVE_INFINITY;
  if (from !== undefined) checkBound(functionName, "from", from);
  if (to !== undefined) checkBound(functionName, "to", to);
  const start = firstFrom(series, first);
  const end = firstFrom(series, after);
  if (start < end) return { start, end };
  const last = series.times === null ? series.n - 1 : series.times.at(-1);
  throw new InputError(
    functionName,
    from === undefined ? "to" : "from",
    `needs a window with a value in it, between ${placeOf(series, 0)} and ${last}, got from ${show(from ?? "the beginning")} to ${show(to ?? "the end")}`,
  );
}

/** The index of the first value at this iteration or time, or later. */
export function firstFrom(series: Series, place: number): number {
  const { length } = series.values;
  let index = 0;
  while (index < length && placeOf(series, index) < place) index++;
  return index;
}

function placeOf(series: Series, index: number): number {
  const position = positionOf(series, index);
  return series.times === null ? position : series.times[position]!;
}

function checkBound(functionName: string, argument: string, value: number): void {
  if (typeof value === "number" && Number.isFinite(value)) return;
  throw new InputError(
    functionName,
    argument,
    `needs an iteration, or a time of \`times\`, got ${show(value)}`,
  );
}
