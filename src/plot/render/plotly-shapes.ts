import { axisPosition } from "../axis-position.js";
import type { KeyEntry, NumberAxis, RangeMark } from "../figure-model.js";
import { seriesColor, type ThemeColors } from "../theme-colors.js";
import { textWidth } from "../typeface/text-width.js";
import type { PlotlyPanel } from "./plotly-figure.js";
import { lettersAcross, lineHeight, type PlotlyPage } from "./plotly-page.js";
import { plotlyText } from "./plotly-text.js";
import { keyText, legendText } from "./plotly-trace.js";
import { placeRuleLabels } from "./rule-labels.js";
import { translucent } from "./translucent.js";

/** Shaded ranges and boundaries of a panel, which the legend shows and hides if the key has them, and the breaks of its axis. */
export function plotlyShapes(
  { panel, suffix }: PlotlyPanel,
  key: readonly KeyEntry[],
  colors: ThemeColors,
): readonly Readonly<Record<string, unknown>>[] {
  const vertical = { xref: `x${suffix}`, yref: `y${suffix} domain`, y0: 0, y1: 1 };
  const across = { xref: `x${suffix} domain`, yref: `y${suffix}`, x0: 0, x1: 1 };
  const area = { type: "rect", layer: "below", fillcolor: colors.shade, line: { width: 0 } };
  const rule = { type: "line", line: { color: colors.ink, width: 1.5, dash: "dash" } };
  const marks = panel.marks.flatMap((mark): Readonly<Record<string, unknown>>[] => {
    if (mark.kind === "range") {
      const paint = mark.uncertain
        ? { fillcolor: translucent(colors.ink, 0.13), ...entryOf(key, ["band"]) }
        : {};
      return mark.along === "y"
        ? [{ ...area, ...across, y0: mark.from, y1: mark.to, ...paint }]
        : [{ ...area, ...vertical, x0: mark.from, x1: mark.to, ...paint }];
    }
    if (mark.kind === "level" && mark.reference) {
      const line = { color: colors.muted, width: 1.2, dash: mark.value === 0 ? "solid" : "dash" };
      return [{ ...across, type: "line", layer: "below", y0: mark.value, y1: mark.value, line }];
    }
    if (mark.kind === "rule") {
      const reference = { color: colors.muted, width: 1.2 };
      const line =
        mark.color === undefined
          ? rule.line
          : { color: seriesColor(colors, mark.color), width: 2.5, dash: "dash" };
      const place = { ...rule, ...vertical, x0: mark.at, x1: mark.at };
      // What is below lies under the grid, which may have a line at the same place.
      if (mark.reference) return [{ ...place, line: reference }];
      return [{ ...place, line, ...(mark.color === undefined ? entryOf(key, ["rule"]) : {}) }];
    }
    return [];
  });
  const { pieces } = panel.y;
  const breaks = pieces.slice(1).map((piece, index) => ({
    ...area,
    ...across,
    y0: pieces[index]!.extent[1],
    y1: piece.extent[0],
  }));
  const breaksAcross = (panel.x.kind === "number" ? panel.x.pieces.slice(1) : []).map((piece, index) => ({
    ...area,
    ...vertical,
    x0: (panel.x as NumberAxis).pieces[index]!.extent[1],
    x1: piece.extent[0],
  }));
  return [...marks, ...breaks, ...breaksAcross];
}

/** The entry of the legend for what has that mark in the key; before Plotly 2.25 shapes have none. */
function entryOf(key: readonly KeyEntry[], marks: readonly KeyEntry["mark"][]): object {
  const text = keyText(key, marks, null);
  if (text === null) return {};
  const name = legendText(text);
  return { name, legendgroup: name, legendrank: 1004, showlegend: true };
}

/** What stands at the top of shaded ranges and boundaries, and to the right of the panel. */
export function plotlyNotes(
  { panel, suffix, domain, aside }: PlotlyPanel,
  page: PlotlyPage,
  colors: ThemeColors,
): readonly object[] {
  const note = { xref: `x${suffix}`, yref: `y${suffix} domain`, y: 1, yanchor: "top", showarrow: false };
  const letters = lettersAcross(page, page.size.text, domain.x[1] - domain.x[0]);
  const { labels, lines } = placeRuleLabels(panel, letters);
  const place = (value: number): number => (panel.x.kind === "number" ? axisPosition(panel.x, value) : 0);
  const isWider = (label: string, from: number, to: number): boolean =>
    textWidth(label) > (place(to) - place(from)) * letters;
  const phases = panel.marks.filter(
    (mark): mark is RangeMark => mark.kind === "range" && mark.label !== "" && mark.along !== "y",
  );
  return [
    ...labels.map(({ rule, line, before }) => ({
      ...note,
      x: rule.at,
      xanchor: before ? "right" : "left",
      yshift: 0 - line * lineHeight(page),
      text: `<b>${plotlyText(rule.label)}</b>`,
    })),
    ...phases.map(({ from, to, label }) => ({
      ...note,
      ...(isWider(label, from, to) ? { x: from, xanchor: "left" } : { x: (from + to) / 2 }),
      yshift: 0 - lines * lineHeight(page),
      text: plotlyText(label),
      font: { color: colors.muted },
    })),
    ...(aside ? (panel.aside ?? []) : []).map(({ value, label }) => ({
      xref: `x${suffix} domain`,
      yref: `y${suffix}`,
      x: 1,
      y: value,
      xanchor: "left",
      yanchor: "middle",
      xshift: 10,
      showarrow: false,
      text: plotlyText(label),
    })),
  ];
}
