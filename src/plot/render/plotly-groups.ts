import type { ThemeColors } from "../theme-colors.js";
import type { PlotlyPanel } from "./plotly-figure.js";
import { lettersAcross, type PlotlyPage, stripLabelSize } from "./plotly-page.js";
import { stripLabelsHeight } from "./plotly-panels.js";
import { plotlyText } from "./plotly-text.js";
import { stripGroups } from "./strip-groups.js";
import { cutText } from "./wrap-text.js";

/** The names of groups below the labels of their strips, and the lines above the names. */
export function plotlyGroups(
  { panel: { x }, suffix, domain, names }: PlotlyPanel,
  page: PlotlyPage,
  colors: ThemeColors,
): { readonly names: readonly object[]; readonly lines: readonly object[] } {
  if (x.kind !== "strips") return { names: [], lines: [] };
  const groups = stripGroups(x.strips);
  const below = stripLabelsHeight(names, page) + 4;
  const share = (domain.x[1] - domain.x[0]) / x.strips.length;
  const size = stripLabelSize(page, share);
  return {
    names: groups.map(({ group, from, to }) => ({
      xref: `x${suffix}`,
      yref: `y${suffix} domain`,
      x: (from + to) / 2,
      y: 0,
      yanchor: "top",
      yshift: -below,
      showarrow: false,
      font: { size },
      text: `<b>${plotlyText(cutText(group, { width: lettersAcross(page, size, share * (to - from)), weight: 600 }))}</b>`,
    })),
    lines: groups.map(({ from, to }) => ({
      type: "line",
      xref: `x${suffix}`,
      yref: `y${suffix} domain`,
      x0: from,
      x1: to,
      ysizemode: "pixel",
      yanchor: 0,
      y0: -below,
      y1: -below,
      line: { color: colors.muted, width: 1 },
    })),
  };
}
