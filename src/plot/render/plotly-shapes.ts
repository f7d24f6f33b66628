import type { Mark } from "../figure-model.js";
import type { ThemeColors } from "../theme-colors.js";
import type { PlotlyPanel } from "./plotly-figure.js";
import { plotlyText } from "./plotly-text.js";

/** Shaded ranges and boundaries of a panel, and the breaks of its axis. */
export function plotlyShapes({ panel, suffix }: PlotlyPanel, colors: ThemeColors): readonly object[] {
  const vertical = { xref: `x${suffix}`, yref: `y${suffix} domain`, y0: 0, y1: 1 };
  const across = { xref: `x${suffix} domain`, yref: `y${suffix}`, x0: 0, x1: 1 };
  const area = { type: "rect", layer: "below", fillcolor: colors.shade, line: { width: 0 } };
  const rule = { type: "line", line: { color: colors.ink, width: 1.5, dash: "dash" } };
  const marks = panel.marks.flatMap((mark): object[] => {
    if (mark.kind === "range") return [{ ...area, ...vertical, x0: mark.from, x1: mark.to }];
    if (mark.kind === "rule") return [{ ...rule, ...vertical, x0: mark.at, x1: mark.at }];
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

/** What stands at the top of shaded ranges and boundaries. */
export function plotlyNotes({ panel, suffix }: PlotlyPanel, colors: ThemeColors): readonly object[] {
  const note = { xref: `x${suffix}`, yref: `y${suffix} domain`, y: 1, yanchor: "top", showarrow: false };
  const belowRules = panel.marks.some(({ kind }) => kind === "rule") ? -18 : 0;
  return panel.marks.flatMap((mark: Mark): object[] => {
    if (mark.kind === "range") {
      const middle = (mark.from + mark.to) / 2;
      return [
        {
          ...note,
          x: middle,
          yshift: belowRules,
          text: plotlyText(mark.label),
          font: { color: colors.muted },
        },
      ];
    }
    if (mark.kind === "rule") {
      return [{ ...note, x: mark.at, xanchor: "left", text: `<b>${plotlyText(mark.label)}</b>` }];
    }
    return [];
  });
}
