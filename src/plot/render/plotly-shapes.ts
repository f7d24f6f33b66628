import { axisPosition } from "../axis-position.js";
import type { RangeMark, RuleMark } from "../figure-model.js";
import { seriesColor, type ThemeColors } from "../theme-colors.js";
import type { PlotlyPanel } from "./plotly-figure.js";
import { lettersAcross, lineHeight, type PlotlyPage } from "./plotly-page.js";
import { plotlyText } from "./plotly-text.js";
import { textWidth } from "./text-width.js";

/** Shaded ranges and boundaries of a panel, and the breaks of its axis. */
export function plotlyShapes({ panel, suffix }: PlotlyPanel, colors: ThemeColors): readonly object[] {
  const vertical = { xref: `x${suffix}`, yref: `y${suffix} domain`, y0: 0, y1: 1 };
  const across = { xref: `x${suffix} domain`, yref: `y${suffix}`, x0: 0, x1: 1 };
  const area = { type: "rect", layer: "below", fillcolor: colors.shade, line: { width: 0 } };
  const rule = { type: "line", line: { color: colors.ink, width: 1.5, dash: "dash" } };
  const marks = panel.marks.flatMap((mark): object[] => {
    if (mark.kind === "range") return [{ ...area, ...vertical, x0: mark.from, x1: mark.to }];
    if (mark.kind === "rule") {
      const line =
        mark.color === undefined ? rule.line : { color: seriesColor(colors, mark.color), width: 2.5 };
      return [{ ...rule, ...vertical, x0: mark.at, x1: mark.at, line }];
    }
    return [];
  });
  const { pieces } = panel.y;
  const breaks = pieces.slice(1).map((piece, index): object => ({
    ...area,
    ...across,
    y0: pieces[index]!.extent[1],
    y1: piece.extent[0],
  }));
  return [...marks, ...breaks];
}

/** Labels of neighbouring boundaries stand on different lines, at most so many. */
const mostLines = 3;

/** What stands at the top of shaded ranges and boundaries. */
export function plotlyNotes(
  { panel, suffix }: PlotlyPanel,
  page: PlotlyPage,
  colors: ThemeColors,
): readonly object[] {
  const note = { xref: `x${suffix}`, yref: `y${suffix} domain`, y: 1, yanchor: "top", showarrow: false };
  const rules = panel.marks.filter((mark): mark is RuleMark => mark.kind === "rule");
  const ranges = panel.marks.filter((mark): mark is RangeMark => mark.kind === "range");
  const placeOf = (at: number): number => (panel.x.kind === "number" ? axisPosition(panel.x, at) : 0);
  const fitsAfter = (at: number, label: string): boolean =>
    placeOf(at) + textWidth(label, 600) / lettersAcross(page, page.size.text) < 1;
  const isBefore = ({ at, label, side }: RuleMark): boolean =>
    placeOf(at) > 0.75 ||
    (placeOf(at) > 0.5 && !fitsAfter(at, label)) ||
    (side === "left" && placeOf(at) >= 0.25);
  return [
    ...rules.map((rule, index) => ({
      ...note,
      x: rule.at,
      xanchor: isBefore(rule) ? "right" : "left",
      yshift: 0 - (index % mostLines) * lineHeight(page),
      text: `<b>${plotlyText(rule.label)}</b>`,
    })),
    ...ranges.map(({ from, to, label }) => ({
      ...note,
      x: (from + to) / 2,
      yshift: 0 - Math.min(rules.length, mostLines) * lineHeight(page),
      text: plotlyText(label),
      font: { color: colors.muted },
    })),
  ];
}
