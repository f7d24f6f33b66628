import { textWidth } from "./typeface/text-width.js";

/** A stretch of the strips of a group. */
export interface StripSlice {
  readonly group: number;
  /** Index of the first strip. */
  readonly from: number;
  /** Index after the last strip. */
  readonly to: number;
}

/** Pixels that a strip takes at least, and how many more for the words of its label. */
const narrowest = 72;
const widest = 130;
const labelSize = 13;
/** The numbers of an axis take about as much room as this many strips. */
const axisRoom = 1.2;

/** How many pixels wide a strip needs to be so that its label breaks between words, within reason. */
export function stripWidth(labels: readonly string[]): number {
  const words = labels.flatMap((label) => label.split(/(?<=[/\-_.:])|[ ]/));
  const longest = Math.max(0, ...words.map((word) => textWidth(word, 600)));
  return Math.min(widest, Math.max(narrowest, longest * labelSize));
}

/**
 * Distributes groups of strips over rows that a figure has room for; a group too large for a row goes on in the next one.
 *
 * @param sizes - number of strips of each group, one or more
 * @param width - of the figure, in pixels
 * @param stripPixels - the width of a strip at least
 * @returns slices by row
 */
export function stripRows(
  sizes: readonly number[],
  width: number,
  stripPixels: number = narrowest,
): readonly (readonly StripSlice[])[] {
  const room = Math.max(2, width / stripPixels);
  const slices = sizes.flatMap((size, group) => slicesOf(size, group, Math.floor(room - axisRoom)));
  const total = slices.reduce((sum, slice) => sum + roomOf(slice), 0);
  const count = Math.ceil(total / room);
  let before = 0;
  const rows = slices.map((slice) => {
    // The row that its middle falls into, so that rows come out about equally long.
    const row = Math.ceil(((before + roomOf(slice) / 2) / total) * count - 1e-9);
    before += roomOf(slice);
    return row;
  });
  const even = [...new Set(rows)].map((row) => slices.filter((_, index) => rows[index] === row));
  return even.every((row) => row.length === 1 || roomOfRow(row) <= room) ? even : filledRows(slices, room);
}

/** Each row takes as many slices as fit. */
function filledRows(slices: readonly StripSlice[], room: number): readonly (readonly StripSlice[])[] {
  const rows: StripSlice[][] = [];
  for (const slice of slices) {
    const row = rows.at(-1);
    if (row !== undefined && roomOfRow([...row, slice]) <= room) row.push(slice);
    else rows.push([slice]);
  }
  return rows;
}

function roomOfRow(row: readonly StripSlice[]): number {
  return row.reduce((sum, slice) => sum + roomOf(slice), 0);
}

function slicesOf(size: number, group: number, most: number): StripSlice[] {
  const count = Math.ceil(size / Math.max(1, most));
  return Array.from({ length: count }, (_, i) => ({
    group,
    from: Math.round((i * size) / count),
    to: Math.round(((i + 1) * size) / count),
  }));
}

function roomOf({ from, to }: StripSlice): number {
  return to - from + axisRoom;
}
