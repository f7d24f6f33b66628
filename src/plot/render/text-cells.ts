import { axisPosition } from "../axis-position.js";
import type { EstimateMark, LevelMark, Mark, NumberAxis, Panel, PointSymbol } from "../figure-model.js";
import { type BrailleCanvas, createBrailleCanvas } from "./braille-canvas.js";
import { lineLetters } from "./text-letters.js";
import { textDown, textRow } from "./text-rows.js";

/** The plot area of a panel in characters, row by row. */
export interface TextCells {
  readonly characters: readonly string[][];
  /** For each character, the group whose colour it has; −1 for the colour of text. */
  readonly groups: readonly Int16Array[];
}

/** How large the plot area is, and which lines it has to tell apart. */
export interface TextCellsOptions {
  readonly columns: number;
  readonly rows: number;
  /** Colours whose lines get a letter. */
  readonly lettered: readonly number[];
}

const symbols: Readonly<Record<PointSymbol, string>> = {
  circle: "●",
  diamond: "◆",
  up: "▲",
  down: "▼",
  open: "○",
};

/** Draws the marks of a panel: points and lines as dots of a fine grid, everything else as characters over and under them. */
export function textCells(
  panel: Panel,
  x: NumberAxis,
  { columns, rows, lettered }: TextCellsOptions,
): TextCells {
  const { y, marks } = panel;
  const canvas = createBrailleCanvas(columns, rows);
  const across = (value: number): number => axisPosition(x, value);
  const down = textDown(y, rows);
  for (const mark of marks) drawDots(mark, canvas, across, down);
  const characters = canvas.rows().map((row) => Array.from(row));
  const groups = canvas.groups().map((row) => Int16Array.from(row));
  const cell = (place: number, length: number): number =>
    Math.min(length - 1, Math.max(0, Math.round(place * (length - 1))));
  const put = (column: number, row: number, character: string, group = -1): void => {
    characters[row]![column] = character;
    groups[row]![column] = group;
  };
  const under = (column: number, row: number, character: string): void => {
    if (characters[row]![column] === " ") put(column, row, character);
  };
  const columnOf = (value: number): number => cell(across(value), columns);
  const rowOf = textRow(y, rows);
  for (const mark of marks) {
    if (mark.kind === "level") drawLevel(mark, columnOf, rowOf, mark.reference ? under : put);
    else if (mark.kind === "estimate") drawEstimate(mark, columnOf, rowOf, put, [columns, rows]);
    else if (mark.kind === "dots" && mark.hollow)
      for (const [i, value] of mark.x.entries()) put(columnOf(value), rowOf(mark.y[i]!), "○", groupOf(mark));
    else if (mark.kind === "rule")
      for (let row = 0; row < rows; row++) under(columnOf(mark.at), row, mark.reference ? "│" : "╎");
  }
  for (const { column, row, letter, group } of lineLetters(marks, lettered, columnOf, rowOf))
    put(column, row, letter, group);
  for (const mark of marks) shade(mark, columnOf, rowOf, under, [columns, rows]);
  return { characters, groups };
}

function groupOf({ color }: { readonly color: number | null }): number {
  return color ?? -1;
}

function drawDots(
  mark: Mark,
  canvas: BrailleCanvas,
  across: (value: number) => number,
  down: (value: number) => number,
): void {
  switch (mark.kind) {
    case "dots":
      if (mark.hollow) return;
      canvas.setGroup(groupOf(mark));
      for (const [i, value] of mark.x.entries()) canvas.dot(across(value), down(mark.y[i]!));
      return;
    case "line":
      canvas.setGroup(groupOf(mark));
      for (const [i, value] of mark.x.entries()) {
        const last = i === 0 || mark.run?.[i] !== mark.run?.[i - 1] ? i : i - 1;
        const [from, level] = [across(mark.x[last]!), down(mark.y[last]!)];
        if (mark.steps) canvas.line(from, level, across(value), level);
        canvas.line(mark.steps ? across(value) : from, level, across(value), down(mark.y[i]!));
      }
      return;
    case "stems":
      canvas.setGroup(groupOf(mark));
      for (const [i, value] of mark.x.entries())
        canvas.line(across(value), down(0), across(value), down(mark.y[i]!));
      return;
    case "area":
      if (!mark.ridge) return;
      canvas.setGroup(groupOf(mark));
      for (let i = 1; i < mark.x.length; i++)
        canvas.line(across(mark.x[i - 1]!), down(mark.high[i - 1]!), across(mark.x[i]!), down(mark.high[i]!));
  }
}

type Put = (column: number, row: number, character: string, group?: number) => void;
type Cell = (value: number) => number;

function drawLevel(mark: LevelMark, columnOf: Cell, rowOf: Cell, put: Put): void {
  const row = rowOf(mark.value);
  const character = mark.reference ? "╌" : "━";
  for (let column = columnOf(mark.from); column <= columnOf(mark.to); column++)
    put(column, row, character, groupOf(mark));
}

function drawEstimate(
  { x, y, interval, along, symbol, color }: EstimateMark,
  columnOf: Cell,
  rowOf: Cell,
  put: Put,
  [columns, rows]: readonly [number, number],
): void {
  const [column, row] = [columnOf(x), rowOf(y)];
  if (interval !== null) {
    const lie = along === "x";
    const ends = interval.map((end, side) => {
      if (end === null) return lie === (side === 0) ? 0 : lie ? columns - 1 : rows - 1;
      return lie ? columnOf(end) : rowOf(end);
    });
    const [from, to] = [Math.min(...ends), Math.max(...ends)];
    // Without an end, the line runs to the edge of the panel and has no cap there.
    const [first, last] = lie ? interval : [interval[1], interval[0]];
    for (let at = from; at <= to; at++) {
      const [low, high] = lie ? ["├", "┤"] : ["┬", "┴"];
      const line = lie ? "─" : "│";
      const character = at === from && first !== null ? low! : at === to && last !== null ? high! : line;
      put(lie ? at : column, lie ? row : at, character, color ?? -1);
    }
  }
  put(column, row, symbols[symbol], color ?? -1);
}

/** Light shading of bands, where nothing else is. */
function shade(
  mark: Mark,
  columnOf: Cell,
  rowOf: Cell,
  under: Put,
  [columns, rows]: readonly [number, number],
): void {
  if (mark.kind === "range" && mark.label === "") {
    const alongX = mark.along !== "y";
    for (let row = 0; row < rows; row++) {
      if (!alongX && (row < rowOf(mark.to) || row > rowOf(mark.from))) continue;
      const [from, to] = alongX ? [columnOf(mark.from), columnOf(mark.to)] : [0, columns - 1];
      for (let column = from; column <= to; column++) under(column, row, "░");
    }
  }
  if (mark.kind === "area") {
    for (const [i, value] of mark.x.entries()) {
      const next = columnOf(mark.x[i + 1] ?? value);
      for (let column = columnOf(value); column <= next; column++)
        for (let row = rowOf(mark.high[i]!); row <= rowOf(mark.low[i]!); row++) under(column, row, "░");
    }
  }
}
