import { axisPosition } from "../axis-position.js";
import type { NumberAxis, Panel } from "../figure-model.js";
import { type TextCellsOptions, textCells } from "./text-cells.js";
import { columnsOf, type PlacedText, placedLine } from "./text-line.js";
import { textRow } from "./text-rows.js";
import { axisRows } from "./text-strips.js";
import type { TextStyle } from "./text-style.js";
import { wrapText } from "./wrap-text.js";

/** A panel with numbers below: x from left to right, boundaries and ranges named above it. */
export function textSeries(
  panel: Panel,
  x: NumberAxis,
  { rows, columns, lettered }: TextCellsOptions,
  style: TextStyle,
): readonly string[] {
  const { marks } = panel;
  const labels = tickRows(panel.y, rows, Math.floor(0.35 * columns));
  const aside = panel.aside ?? [];
  const right = Math.max(0, ...aside.map(({ label }) => columnsOf(label) + 2));
  const beside = right > 0 && right < 0.45 * columns ? right : 0;
  const margin = Math.max(0, ...labels.map(({ label }) => columnsOf(label))) + 2;
  const width = columns - margin - beside;
  const column = (value: number): number => Math.round(axisPosition(x, value) * (width - 1));
  const rules = marks.flatMap((mark) =>
    mark.kind === "rule" && mark.label !== "" ? [{ column: column(mark.at), text: mark.label }] : [],
  );
  const ranges = marks.flatMap((mark) =>
    mark.kind === "range" && mark.label !== "" && mark.along !== "y"
      ? [{ column: column(mark.from), text: bracket(mark.label, column(mark.to) - column(mark.from) + 1) }]
      : [],
  );
  const above = [...(ranges.length === 0 ? [] : [placedLine(ranges, width)]), ...ruleLines(rules, width)];
  const rowOf = textRow(panel.y, rows);
  const cells = textCells(panel, x, { columns: width, rows, lettered });
  const body = cells.characters.map((characters, index) => {
    const label = labels.find((tick) => tick.row === index)?.label ?? "";
    const number = aside.find(({ value }) => rowOf(value) === index)?.label ?? "";
    const end = beside > 0 && number !== "" ? `  ${number}` : "";
    const edge = `${" ".repeat(margin - 2 - columnsOf(label))}${label} ${label === "" ? "│" : "┤"}`;
    return style.muted(edge) + colored(characters, cells.groups[index]!, style, end === "") + end;
  });
  const indent = " ".repeat(margin);
  return [
    ...above.map((line) => indent + line),
    ...body,
    ...axisRows(x, width, style).map((line) => indent + line),
    ...(x.label === "" ? [] : [`${indent}${placedLine([{ column: width, text: x.label }], width)}`]),
  ];
}

/** Stretches of one colour; trailing spaces are left out at the end of a line. */
function colored(characters: readonly string[], groups: Int16Array, style: TextStyle, last: boolean): string {
  const end = last ? characters.join("").trimEnd().length : characters.length;
  let line = "";
  for (let from = 0; from < end; ) {
    let to = from + 1;
    while (to < end && (groups[to] === groups[from] || characters[to] === " ")) to++;
    const text = characters.slice(from, to).join("");
    line += groups[from] === -1 || text.trim() === "" ? text : style.series(text, groups[from]!);
    from = to;
  }
  return line;
}

/** Each label beside its boundary, as many to a line as fit; the last line takes what is left of the room. */
function ruleLines(rules: readonly PlacedText[], width: number): readonly string[] {
  const lines: {
    readonly placed: { readonly from: number; readonly to: number; readonly text: string }[];
  }[] = [];
  for (const rule of rules) {
    const label = ruleLabel(rule, width);
    const span = { from: label.column, to: label.column + columnsOf(label.text), text: label.text };
    const isFree = ({ placed }: (typeof lines)[number]): boolean =>
      placed.every(({ from, to }) => span.from > to || span.to < from);
    const line = lines.find(isFree);
    if (line !== undefined) line.placed.push(span);
    else if (lines.length < mostRuleLines) lines.push({ placed: [span] });
  }
  return lines.map(({ placed }) =>
    placedLine(
      placed.map(({ from, text }) => ({ column: from, text })),
      width,
    ),
  );
}

const mostRuleLines = 3;

/** Right of its boundary, or left of it where the line ends. */
function ruleLabel({ column, text }: PlacedText, width: number): PlacedText {
  const length = columnsOf(text) + 2;
  const before = column + length > width && column + 1 >= length;
  return before ? { column: column + 1 - length, text: `${text} ╎` } : { column, text: `╎ ${text}` };
}

/** "├─ measured ─┤", as wide as the range. */
function bracket(label: string, width: number): string {
  const free = width - columnsOf(label) - 4;
  if (free < 0) return label;
  const left = Math.floor(free / 2);
  return `├${"─".repeat(left)} ${label} ${"─".repeat(free - left)}┤`;
}

function tickRows(
  axis: NumberAxis,
  rows: number,
  longest: number,
): readonly { readonly row: number; readonly label: string }[] {
  const short = axis.ticks.map(({ label }) => cut(label, longest));
  // Names that begin alike are told apart by their ends.
  const distinct = new Set(short).size === new Set(axis.ticks.map(({ label }) => label)).size;
  const placed = axis.ticks.map(({ value, label }, index) => ({
    row: textRow(axis, rows)(value),
    label: distinct ? short[index]! : cutInside(label, longest),
  }));
  // Numbers that share a row are thinned: every second, third, … one.
  for (let every = 1; every < placed.length; every++) {
    const kept = placed.filter((_, index) => index % every === 0);
    if (new Set(kept.map(({ row }) => row)).size === kept.length) return kept;
  }
  return placed.slice(0, 1);
}

function cut(label: string, longest: number): string {
  return wrapText(label, { width: longest, lines: 1, measure: columnsOf })[0] ?? "";
}

function cutInside(label: string, longest: number): string {
  if (columnsOf(label) <= longest) return label;
  const letters = Array.from(label);
  let end = "";
  while (columnsOf(letters.at(-1)! + end) <= (longest - 1) / 2) end = letters.pop()! + end;
  return cut(letters.join(""), longest - columnsOf(end)) + end;
}
