import { axisPosition } from "../axis-position.js";
import type { BarsMark, NumberAxis, Panel, RugMark, RuleMark } from "../figure-model.js";
import { columnsOf, placedLine } from "./text-line.js";
import { axisRows } from "./text-strips.js";
import type { TextStyle } from "./text-style.js";
import { wrapText } from "./wrap-text.js";

/** Rows of characters for each histogram. */
const barRows = 4;
const eighths = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/**
 * A panel of histograms, one below the other above a common axis: without colours, overlaid ones could not be told apart.
 *
 * @param numbered - whether the axis is written below them
 */
export function textBars(
  panel: Panel,
  x: NumberAxis,
  numbered: boolean,
  columns: number,
  style: TextStyle,
): readonly string[] {
  const bars = panel.marks.filter((mark): mark is BarsMark => mark.kind === "bars");
  const rules = panel.marks.filter((mark): mark is RuleMark => mark.kind === "rule");
  const rugs = panel.marks.filter((mark): mark is RugMark => mark.kind === "rug");
  const most = Math.max(...bars.flatMap(({ y }) => y));
  const blocks = bars.flatMap((mark) => {
    const mean = rules.find(({ color }) => color === mark.color);
    return [
      ...heading(mark, mean, columns, style),
      ...barLines(mark, x, most, columns).map((line) => style.series(line, mark.color)),
      ...rugs
        .filter(({ color }) => color === mark.color)
        .map((rug) => style.series(rugLine(rug, x, columns), mark.color)),
      mean === undefined ? "" : placedLine([{ column: columnOf(x, mean.at, columns), text: "◆" }], columns),
    ];
  });
  if (!numbered) return blocks;
  return [
    ...blocks,
    ...axisRows(x, columns, style),
    placedLine([{ column: columns, text: x.label }], columns),
  ];
}

function heading(
  { name }: BarsMark,
  mean: RuleMark | undefined,
  columns: number,
  style: TextStyle,
): readonly string[] {
  // The name stands before it.
  const label = (mean?.label ?? "").replace(`${name}: `, "");
  const room = columns - columnsOf(label) - 3;
  const [short = ""] = room > 0 ? wrapText(name, { width: room, lines: 1, measure: columnsOf }) : [];
  const gap = " ".repeat(Math.max(1, columns - columnsOf(short) - columnsOf(label)));
  return name === "" ? [label] : [`${style.bold(short)}${gap}${label}`];
}

function barLines({ edges, y }: BarsMark, x: NumberAxis, most: number, columns: number): readonly string[] {
  const heights = Array.from({ length: columns }, (_, column) => {
    // The highest of the bins that share the column; a bin takes the columns from its start to before the next.
    const value = y.reduce((highest, each, bin) => {
      const [from, to] = [columnOf(x, edges[bin]!, columns), columnOf(x, edges[bin + 1]!, columns)];
      return column >= from && column < Math.max(to, from + 1) ? Math.max(highest, each) : highest;
    }, 0);
    // What is there is to be seen, if only as the lowest bar.
    return value === 0 ? 0 : Math.max(1, Math.round((value / most) * barRows * 8));
  });
  return Array.from({ length: barRows }, (_, row) => {
    const floor = (barRows - 1 - row) * 8;
    return heights
      .map((height) => eighths[Math.min(8, Math.max(0, height - floor))]!)
      .join("")
      .trimEnd();
  });
}

/** A tick where there is a value or more. */
function rugLine({ x: values }: RugMark, x: NumberAxis, columns: number): string {
  const line = Array<string>(columns).fill(" ");
  for (const value of values) line[columnOf(x, value, columns)] = "╵";
  return line.join("").trimEnd();
}

function columnOf(x: NumberAxis, value: number, columns: number): number {
  return Math.round(axisPosition(x, value) * (columns - 1));
}
