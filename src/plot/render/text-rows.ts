import { axisPosition } from "../axis-position.js";
import type { NumberAxis } from "../figure-model.js";

/**
 * How far down a value stands, 0 in the middle of the first row of characters and 1 in the middle of the last. Rows of names have
 * as many rows of characters each, and stand in the last of theirs.
 */
export function textDown(axis: NumberAxis, rows: number): (value: number) => number {
  if (!axis.named) return (value) => 1 - axisPosition(axis, value);
  const each = rows / axis.ticks.length;
  const highest = Math.max(...axis.ticks.map(({ value }) => value));
  return (value) => ((highest - value + 1) * each - 1) / Math.max(1, rows - 1);
}

/** The row of characters in which a value stands, from 0. */
export function textRow(axis: NumberAxis, rows: number): (value: number) => number {
  const down = textDown(axis, rows);
  return (value) => Math.min(rows - 1, Math.max(0, Math.round(down(value) * (rows - 1))));
}
