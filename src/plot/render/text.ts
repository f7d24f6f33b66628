import { checkInteger, checkOptionNames, checkOptions } from "../../core/check-options.js";
import type { FigureModel, KeyEntry, Panel } from "../figure-model.js";
import { themeColors } from "../theme-colors.js";
import { showsNumbersBelow } from "./same-axis.js";
import { textBars } from "./text-bars.js";
import { letteredColors, letterOf } from "./text-letters.js";
import { columnsOf } from "./text-line.js";
import { textSeries } from "./text-series.js";
import { textStrips } from "./text-strips.js";
import { type TextStyle, textStyle } from "./text-style.js";
import { wrapText } from "./wrap-text.js";

/** Options of a figure's `toText`. */
export interface TextOptions {
  /** Width of the terminal, 40 to 400; default 80. */
  readonly columns?: number;
  /** Whether to colour with escape sequences; default false. */
  readonly color?: boolean;
}

/** A figure in Unicode characters, for terminals and logs. */
export function renderText(model: FigureModel, options: TextOptions): string {
  const names = { columns: true, color: true } as const;
  checkOptionNames<TextOptions>("toText", checkOptions("toText", options), names);
  const { columns = 80, color = false } = options;
  checkInteger("toText", "columns", columns, 40, 400);
  const style = textStyle(color, themeColors("dark"));
  const wrap = (text: string): readonly string[] =>
    wrapText(text, { width: columns, lines: 6, measure: columnsOf });
  const blocks = [
    [...wrap(model.title).map(style.bold), ...wrap(model.subtitle)],
    ...model.panels.map((panel) => panelLines(panel, model, columns, style)),
    [...wrap(keyLine(model)), ...wrap(model.caption).map(style.muted)],
  ];
  return `${blocks.map((lines) => lines.map((line) => line.trimEnd()).join("\n")).join("\n\n")}\n`;
}

function panelLines(
  panel: Panel,
  { panels, key }: FigureModel,
  columns: number,
  style: TextStyle,
): readonly string[] {
  const { x } = panel;
  const heading = wrapText(
    headingOf(panel)
      .filter((text) => text !== "")
      .join(", "),
    {
      width: columns,
      lines: 2,
      measure: columnsOf,
    },
  );
  const body =
    x.kind === "strips"
      ? textStrips(panel, x.strips, columns, style)
      : panel.marks.some(({ kind }) => kind === "bars")
        ? textBars(panel, x, showsNumbersBelow(panel, panels), columns, style)
        : textSeries(
            panel,
            x,
            { rows: rowsOf(panel, panels.length), columns, lettered: letteredColors(key) },
            style,
          );
  return [...heading.map(style.bold), ...body];
}

/** What the axis shows, and of what; histograms have their names before them. */
function headingOf({ row, y, note, marks }: Panel): readonly string[] {
  const isNamed = marks.some((mark) => mark.kind === "bars" && mark.name === note);
  return isNamed ? [row === 0 ? y.label : ""] : [y.label, note];
}

/** Rows of characters for a plot area: rows of names get one each, and three where ridges stand on them. */
function rowsOf({ y, marks }: Panel, panels: number): number {
  if (!y.named) return panels === 1 || marks.some(({ kind }) => kind === "estimate") ? 12 : 7;
  return y.ticks.length * (marks.some(({ kind }) => kind === "area") ? 3 : 1);
}

const signs: Readonly<Record<KeyEntry["mark"], string>> = {
  dot: "⠂",
  ring: "○",
  line: "─",
  dashes: "╌",
  rule: "╎",
  area: "█",
  band: "░",
  median: "▲",
  center: "◆",
  "center alone": "◆",
  crowd: "⣿",
  shades: "",
  label: "#",
  circle: "●",
  diamond: "◆",
  up: "▲",
  down: "▼",
  open: "○",
};

function keyLine({ key }: FigureModel): string {
  const isMean = key.some(({ mark, text }) => mark.startsWith("center") && text.startsWith("mean"));
  // Shades cannot be told apart here.
  const entries = key.filter(({ mark }) => mark !== "shades" && mark !== "crowd");
  const lettered = letteredColors(key);
  const signOf = ({ mark, color }: KeyEntry): string => {
    if (mark === "line" && color !== null && lettered.includes(color)) return letterOf(color);
    return mark === "center" && !isMean ? "├┤" : signs[mark];
  };
  const shown = entries.map((entry) => `${signOf(entry)} ${entry.text}`);
  return [...shown, ...(isMean ? ["◈ mean and median"] : [])].join(" · ");
}
