import { axisPosition } from "../axis-position.js";
import type { NumberAxis } from "../figure-model.js";
import { rangeOf } from "../value-range.js";

/** Dots of a character above one another. */
const dots = 4;

/** How far down a value stands among the dots of so many rows of characters: 0 for the uppermost dot, 1 for the lowest. */
export function textDown(axis: NumberAxis, rows: number): (value: number) => number {
  if (!axis.named) return (value) => 1 - axisPosition(axis, value);
  const place = namePlace(axis, rows);
  return (value) => ((place(value) + 0.5) * dots - 0.5) / (dots * rows - 1);
}

/** The row of characters in which a value stands, from 0. */
export function textRow(axis: NumberAxis, rows: number): (value: number) => number {
  const place = axis.named
    ? namePlace(axis, rows)
    : (value: number): number => (1 - axisPosition(axis, value)) * (rows - 1);
  return (value) => Math.min(rows - 1, Math.max(0, Math.round(place(value))));
}

/**
 * In rows from the middle of the first. Names have as many rows each, and stand in the middle of theirs, or in the last one where
 * nothing reaches below them.
 */
function namePlace(axis: NumberAxis, rows: number): (value: number) => number {
  const each = rows / axis.ticks.length;
  const [lowest, highest] = rangeOf(axis.ticks.map(({ value }) => value));
  const isLast = lowest - axis.pieces[0]!.domain[0] < 0.4;
  const first = isLast ? each - 1 : (each - 1) / 2;
  return (value) => first + (highest - value) * each;
}
