import { axisPosition } from "../axis-position.js";
import type { DotsMark, MeanMark, MedianMark, NumberAxis, Panel, Strip } from "../figure-model.js";
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
    const near = ({ x }: { readonly x: number }): boolean => Math.round(x) === index;
    const dots = panel.marks.find(
      (mark) => mark.kind === "dots" && Math.round(mark.x[0]!) === index,
    ) as DotsMark;
    const median = panel.marks.find(
      (mark) => mark.kind === "median" && Math.round(mark.from) === index,
    ) as MedianMark;
    const mean = panel.marks.find((mark) => mark.kind === "mean" && near(mark)) as MeanMark;
    return [
      ...heading(strip, mean, median, columns, style),
      ...dotRows(dots, median, panel.y, columns).map((row) => style.series(row.trimEnd(), dots.color)),
      markRow(mean, median, panel.y, columns),
      "",
    ];
  });
  return [...lines.slice(0, -1), ...axisRows(panel.y, columns, style)];
}

/** Name and numbers on one line if they fit, else as many lines as they need. */
function heading(
  strip: Strip,
  mean: MeanMark,
  median: MedianMark,
  columns: number,
  style: TextStyle,
): readonly string[] {
  const { n, coefficientOfVariation: cv } = strip;
  const spread = cv === null ? "CV –" : `CV ${percentText(cv)}`;
  const centers = `mean ${mean.label}   median ${median.label}`;
  const size = `n = ${countText(n)}`;
  const line = [spread, centers, size].join("   ");
  const [name = ""] = wrapText(strip.name, { width: columns, lines: 1, measure: columnsOf });
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
  { x, y }: DotsMark,
  { from, to }: MedianMark,
  axis: NumberAxis,
  columns: number,
): readonly string[] {
  const canvas = createBrailleCanvas(columns, stripRows);
  for (const [i, value] of y.entries()) canvas.dot(axisPosition(axis, value), (x[i]! - from) / (to - from));
  return canvas.rows();
}

function markRow(mean: MeanMark, median: MedianMark, axis: NumberAxis, columns: number): string {
  const column = (value: number): number => Math.round(axisPosition(axis, value) * (columns - 1));
  const row = Array<string>(columns).fill(" ");
  if (mean.interval !== null) {
    const [low, high] = mean.interval.map(column) as [number, number];
    row.fill("─", low, high);
    row[low] = "├";
    row[high] = "┤";
  }
  row[column(median.value)] = "▲";
  row[column(mean.value)] = column(mean.value) === column(median.value) ? "◈" : "◆";
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
