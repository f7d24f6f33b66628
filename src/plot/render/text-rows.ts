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

/** The row of characters in which a value stands, from 0: the one that has its dot. */
export function textRow(axis: NumberAxis, rows: number): (value: number) => number {
  const down = textDown(axis, rows);
  const lowest = dots * rows - 1;
  return (value) => Math.floor(Math.min(lowest, Math.max(0, Math.round(down(value) * lowest))) / dots);
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
