import type { KeyEntry, LineMark, Mark } from "../figure-model.js";

/** A letter that tells a line from others, in characters. */
export interface LineLetter {
  readonly column: number;
  readonly row: number;
  readonly letter: string;
  readonly group: number;
}

/** The colours whose lines have letters: those of the key, if there are several to tell apart, for a terminal may have no colours. */
export function letteredColors(key: readonly KeyEntry[]): readonly number[] {
  const colors = key.flatMap(({ mark, color }) => (mark === "line" && color !== null ? [color] : []));
  return colors.length > 1 ? colors : [];
}

/** The letter of a colour. */
export function letterOf(color: number): string {
  return String.fromCharCode(65 + (color % 26));
}

/** Corners of a line that are looked at. */
const corners = 200;

/** A letter for each line of these colours, where it is furthest from the others. */
export function lineLetters(
  marks: readonly Mark[],
  colors: readonly number[],
  columnOf: (value: number) => number,
  rowOf: (value: number) => number,
): readonly LineLetter[] {
  const lines = marks.filter(
    (mark): mark is LineMark =>
      mark.kind === "line" && mark.color !== null && colors.includes(mark.color) && mark.x.length > 0,
  );
  const places = lines.map((line) => placesOf(line, columnOf, rowOf));
  return lines.map((line, index) => {
    const others = places.filter((_, other) => other !== index).flat();
    const [column, row] = places[index]!.reduce((best, place) =>
      distance(place, others) > distance(best, others) ? place : best,
    );
    return { column, row, letter: letterOf(line.color!), group: line.color! };
  });
}

type Place = readonly [column: number, row: number];

/** All characters that a line runs through, or nearly all of a long one. */
function placesOf(
  { x, y, steps }: LineMark,
  columnOf: (value: number) => number,
  rowOf: (value: number) => number,
): readonly Place[] {
  const count = Math.min(corners, x.length);
  const seen = new Map<string, Place>();
  let last: Place | null = null;
  for (let k = 0; k < count; k++) {
    const i = Math.round((k / Math.max(1, count - 1)) * (x.length - 1));
    const next: Place = [columnOf(x[i]!), rowOf(y[i]!)];
    const via: Place = steps && last !== null ? [next[0], last[1]] : next;
    for (const place of [...between(last ?? next, via), ...between(via, next)]) seen.set(place.join(), place);
    last = next;
  }
  return [...seen.values()];
}

function between([fromColumn, fromRow]: Place, [toColumn, toRow]: Place): readonly Place[] {
  const length = Math.max(Math.abs(toColumn - fromColumn), Math.abs(toRow - fromRow));
  return Array.from({ length: length + 1 }, (_, step) => {
    const part = length === 0 ? 0 : step / length;
    return [
      Math.round(fromColumn + part * (toColumn - fromColumn)),
      Math.round(fromRow + part * (toRow - fromRow)),
    ];
  });
}

/** To the nearest of other places; characters are twice as high as wide. */
function distance([column, row]: Place, others: readonly Place[]): number {
  return Math.min(...others.map(([left, top]) => Math.hypot(column - left, 2 * (row - top))));
}
