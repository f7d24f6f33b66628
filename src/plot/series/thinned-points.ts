import type { Values } from "../../core/values.js";

/** How {@link thinnedPoints} thins. */
export interface ThinnedPointsOptions {
  /** Columns of the picture, in which points stand above one another. */
  readonly columns: number;
  /** Points kept in each, 2 or more. */
  readonly each: number;
}

/**
 * Which points of a series to draw when there are more than a picture can show: in each column, the lowest and the highest, so
 * that no spike is lost, and others evenly in the order of time. Time O(n).
 *
 * @param values - finite numbers in the order of x, evenly spaced; never modified
 * @returns indices, ascending: all of them, if no column has too many
 */
export function thinnedPoints(values: Values, { columns, each }: ThinnedPointsOptions): readonly number[] {
  const n = values.length;
  if (n <= columns * each) return Array.from({ length: n }, (_, i) => i);
  const kept: number[] = [];
  for (let column = 0; column < columns; column++) {
    const [from, to] = [Math.floor((column * n) / columns), Math.floor(((column + 1) * n) / columns)];
    kept.push(...keptInColumn(values, from, to, each));
  }
  return kept;
}

function keptInColumn(values: Values, from: number, to: number, each: number): readonly number[] {
  let low = from;
  let high = from;
  for (let i = from + 1; i < to; i++) {
    if (values[i]! < values[low]!) low = i;
    if (values[i]! > values[high]!) high = i;
  }
  const others = each - 2;
  const evenly = Array.from({ length: others }, (_, k) =>
    others === 1 ? (from + to - 1) >> 1 : from + Math.round((k * (to - 1 - from)) / (others - 1)),
  );
  return [...new Set([low, high, ...evenly])].sort((a, b) => a - b);
}
