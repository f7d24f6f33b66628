import { axisPosition } from "../axis-position.js";
import type {
  CenterMark,
  DotsMark,
  LabelMark,
  MedianMark,
  NumberAxis,
  Panel,
  Strip,
} from "../figure-model.js";
import { countText, percentText } from "../quantity-text.js";
import { createBrailleCanvas } from "./braille-canvas.js";
import { columnsOf, placedLine } from "./text-line.js";
import type { TextStyle } from "./text-style.js";
import { wrapText } from "./wrap-text.js";

/** Rows of characters for the dots of a strip. */
const stripRows = 3;

/** A panel of strips, lying: values run from left to right above a common axis. */
export function textStrips(
  panel: Panel,
  strips: readonly Strip[],
  columns: number,
  style: TextStyle,
): readonly string[] {
  const lines = strips.flatMap((strip, index) => {
    const marks = marksOf(panel, index);
    const begins = strip.group !== "" && strip.group !== strips[index - 1]?.group;
    const labels = labelRow(marks.labels, panel.y, columns);
    return [
      ...(begins ? [style.muted(rule(strip.group, columns))] : []),
      ...heading(strip, marks, columns, style),
      ...dotRows(marks, panel.y, columns).map((row) => style.series(row.trimEnd(), marks.dots[0]!.color)),
      ...(labels === "" ? [] : [style.muted(labels)]),
      markRow(marks, panel.y, columns),
      "",
    ];
  });
  return [...lines.slice(0, -1), ...axisRows(panel.y, columns, style)];
}

interface StripMarks {
  readonly dots: readonly DotsMark[];
  readonly median: MedianMark;
  readonly center: CenterMark;
  readonly labels: readonly LabelMark[];
}

/** What is drawn within half a unit of a strip. */
function marksOf({ marks }: Panel, index: number): StripMarks {
  const near = (x: number | undefined): boolean => x !== undefined && Math.round(x) === index;
  return {
    dots: marks.filter((mark): mark is DotsMark => mark.kind === "dots" && near(mark.x[0])),
    median: marks.find((mark): mark is MedianMark => mark.kind === "median" && near(mark.from))!,
    center: marks.find((mark): mark is CenterMark => mark.kind === "center" && near(mark.x))!,
    labels: marks.filter((mark): mark is LabelMark => mark.kind === "label" && near(mark.x)),
  };
}

/** "── smt on ─────". */
function rule(group: string, columns: number): string {
  const [name = ""] = wrapText(group, { width: columns - 6, lines: 1, measure: columnsOf });
  return `── ${name} ${"─".repeat(Math.max(0, columns - columnsOf(name) - 4))}`;
}

/** Name and numbers on one line if they fit, else as many lines as they need. */
function heading(
  strip: Strip,
  { center, median }: StripMarks,
  columns: number,
  style: TextStyle,
): readonly string[] {
  const { n, coefficientOfVariation: cv } = strip;
  const spread = cv === null ? "CV –" : `CV ${percentText(cv)}`;
  const mean = center.statistic === "mean" ? [`mean ${center.label}`] : [];
  const centers = [...mean, `median ${median.label}`].join("   ");
  const size = `n = ${countText(n)}`;
  const line = [spread, centers, size].join("   ");
  const [name = ""] = wrapText(strip.label, { width: columns, lines: 1, measure: columnsOf });
  const gap = columns - columnsOf(name) - columnsOf(line);
  if (name !== "" && gap >= 3) return [style.bold(name) + " ".repeat(gap) + line];
  const numbers = columnsOf(line) <= columns ? [line] : [`${spread}   ${size}`, centers];
  const lines = numbers.flatMap((text) => fitting(text, columns));
  return name === "" ? lines : [style.bold(name), ...lines];
}

function fitting(text: string, columns: number): readonly string[] {
  return columnsOf(text) <= columns
    ? [text]
    : wrapText(text, { width: columns, lines: 3, measure: columnsOf });
}

function dotRows(
  { dots, median: { from, to } }: StripMarks,
  axis: NumberAxis,
  columns: number,
): readonly string[] {
  const canvas = createBrailleCanvas(columns, stripRows);
  for (const { x, y } of dots) {
    for (const [i, value] of y.entries()) canvas.dot(axisPosition(axis, value), (x[i]! - from) / (to - from));
  }
  return canvas.rows();
}

/** Labels of outliers below them. */
function labelRow(labels: readonly LabelMark[], axis: NumberAxis, columns: number): string {
  const placed = labels.map(({ y, text }) => ({
    text,
    column: Math.max(0, Math.round(axisPosition(axis, y) * (columns - 1)) - Math.floor(columnsOf(text) / 2)),
  }));
  return placedLine(placed, columns);
}

/** Ends of an interval that lie outside the axis are open. */
function markRow({ center, median }: StripMarks, axis: NumberAxis, columns: number): string {
  const column = (value: number): number =>
    Math.round(Math.min(1, Math.max(0, axisPosition(axis, value))) * (columns - 1));
  const row = Array<string>(columns).fill(" ");
  if (center.interval !== null) {
    const [low, high] = center.interval.map(column) as [number, number];
    row.fill("─", low, high + 1);
    const inside = center.interval.map((end) => axisPosition(axis, end) >= 0 && axisPosition(axis, end) <= 1);
    if (inside[0]) row[low] = "├";
    if (inside[1]) row[high] = "┤";
  }
  row[column(median.value)] = "▲";
  if (center.statistic === "mean") {
    row[column(center.value)] = column(center.value) === column(median.value) ? "◈" : "◆";
  }
  return row.join("").trimEnd();
}

/** A line with ticks, broken where the axis is, and the numbers below it. */
export function axisRows(axis: NumberAxis, columns: number, style: TextStyle): readonly string[] {
  const column = (value: number): number => Math.round(axisPosition(axis, value) * (columns - 1));
  const line = Array<string>(columns).fill("─");
  axis.pieces.slice(1).forEach((piece, index) => {
    const [from, to] = [axis.pieces[index]!.extent[1], piece.extent[0]].map((place) =>
      Math.round(place * (columns - 1)),
    );
    line.fill("╱", from! + 1, to!);
  });
  const labels = axis.ticks.map(({ value, label }) => ({ label, at: column(value) }));
  for (const { at } of labels) line[at] = "┬";
  const numbers = labels.map(({ label, at }) => ({ text: label, column: at - Math.floor(label.length / 2) }));
  return [style.muted(line.join("")), style.muted(placedLine(numbers, columns))];
}
