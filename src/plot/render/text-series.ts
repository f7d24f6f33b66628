import { axisPosition } from "../axis-position.js";
import type { NumberAxis, Panel } from "../figure-model.js";
import { createBrailleCanvas } from "./braille-canvas.js";
import { columnsOf, type PlacedText, placedLine } from "./text-line.js";
import { axisRows } from "./text-strips.js";
import type { TextStyle } from "./text-style.js";

/** A panel of series: x from left to right, boundaries and ranges named above it. */
export function textSeries(
  panel: Panel,
  x: NumberAxis,
  rows: number,
  columns: number,
  style: TextStyle,
): readonly string[] {
  const { y, marks } = panel;
  const labels = tickRows(y, rows);
  const margin = Math.max(...labels.map(({ label }) => label.length)) + 2;
  const width = columns - margin;
  const column = (value: number): number => Math.round(axisPosition(x, value) * (width - 1));
  const canvas = createBrailleCanvas(width, rows);
  for (const mark of marks) {
    if (mark.kind !== "line" && mark.kind !== "dots") continue;
    const places = mark.x.map(
      (value, i) => [axisPosition(x, value), 1 - axisPosition(y, mark.y[i]!)] as const,
    );
    places.forEach(([across, down], i) => {
      const before = places[i - 1];
      if (mark.kind === "line" && before !== undefined) canvas.line(before[0], before[1], across, down);
      else canvas.dot(across, down);
    });
  }
  const rules = marks.flatMap((mark) =>
    mark.kind === "rule" ? [{ column: column(mark.at), text: mark.label }] : [],
  );
  const ranges = marks.flatMap((mark) =>
    mark.kind === "range"
      ? [{ column: column(mark.from), text: bracket(mark.label, column(mark.to) - column(mark.from) + 1) }]
      : [],
  );
  const above = [
    ...(ranges.length === 0 ? [] : [placedLine(ranges, width)]),
    ...rules.map((rule) => ruleLabel(rule, width)),
  ];
  const body = canvas.rows().map((row, index) => {
    const cells = Array.from(row);
    for (const rule of rules) if (cells[rule.column] === " ") cells[rule.column] = "╎";
    const label = labels.find((tick) => tick.row === index)?.label ?? "";
    return `${style.muted(`${label.padStart(margin - 2)} ${label === "" ? "│" : "┤"}`)}${style.series(cells.join("").trimEnd(), 0)}`;
  });
  const indent = " ".repeat(margin);
  return [
    ...above.map((line) => indent + line),
    ...body,
    ...axisRows(x, width, style).map((line) => indent + line),
    `${indent}${placedLine([{ column: width, text: x.label }], width)}`,
  ];
}

/** Right of its boundary, or left of it where the line ends. */
function ruleLabel({ column, text }: PlacedText, width: number): string {
  const length = columnsOf(text) + 2;
  const before = column + length > width && column + 1 >= length;
  return placedLine(
    [before ? { column: column + 1 - length, text: `${text} ╎` } : { column, text: `╎ ${text}` }],
    width,
  );
}

/** "├─ measured ─┤", as wide as the range. */
function bracket(label: string, width: number): string {
  const free = width - label.length - 4;
  if (free < 0) return label;
  const left = Math.floor(free / 2);
  return `├${"─".repeat(left)} ${label} ${"─".repeat(free - left)}┤`;
}

function tickRows(
  axis: NumberAxis,
  rows: number,
): readonly { readonly row: number; readonly label: string }[] {
  return axis.ticks.map(({ value, label }) => ({
    row: Math.round((1 - axisPosition(axis, value)) * (rows - 1)),
    label,
  }));
}
