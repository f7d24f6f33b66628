import { axisPosition } from "../axis-position.js";
import type { CenterMark, KeyEntry, LabelMark, MedianMark } from "../figure-model.js";
import type { ThemeColors } from "../theme-colors.js";
import { textWidth } from "../typeface/text-width.js";
import type { PlotlyPanel } from "./plotly-figure.js";
import { narrowPage, plotWidth, widePage, widerFont } from "./plotly-page.js";
import { plotlyText } from "./plotly-text.js";
import { axesOf, hoverText, keyText, legendText, type Trace } from "./plotly-trace.js";

/** One trace for all medians of a panel. */
export function plotlyMedians(place: PlotlyPanel, colors: ThemeColors): readonly Trace[] {
  const marks = place.panel.marks.filter((mark): mark is MedianMark => mark.kind === "median");
  if (marks.length === 0) return [];
  const upright = marks[0]!.along === "x";
  const others = marks.flatMap(({ from, to }) => [from, to, null]);
  const to = upright ? place.across : place.up;
  const values = marks.flatMap(({ value }) => [to(value), to(value), null]);
  return [
    {
      type: "scatter",
      mode: "lines",
      name: "median",
      legendgroup: "median",
      legendrank: 1001,
      ...axesOf(place),
      x: upright ? values : others,
      y: upright ? others : values,
      text: marks.flatMap(({ name, label }) => {
        const text = hoverText(name, [`median ${label}`]);
        return [text, text, ""];
      }),
      hovertemplate: "%{text}<extra></extra>",
      line: { color: colors.ink, width: 2.5 },
    },
  ];
}

/** One trace for all means, or medians with intervals, of a panel. */
export function plotlyCenters(
  place: PlotlyPanel,
  key: readonly KeyEntry[],
  colors: ThemeColors,
): readonly Trace[] {
  const marks = place.panel.marks.filter((mark): mark is CenterMark => mark.kind === "center");
  if (marks.length === 0) return [];
  const { along = "y", statistic } = marks[0]!;
  const to = along === "y" ? place.up : place.across;
  const spread = (end: 0 | 1): number[] =>
    marks.map(({ value, interval }) => (interval === null ? 0 : Math.abs(to(interval[end]) - to(value))));
  const others = marks.map(({ x }) => x);
  const values = marks.map(({ value }) => to(value));
  const numbers = marks.map(({ x, label }) => {
    const number = label.split(" ")[0]!;
    return along === "x" || hasRoom(number, x, place) ? `\u2002<b>${plotlyText(number)}</b>` : "";
  });
  return [
    {
      type: "scatter",
      mode: numbers.some((number) => number !== "") ? "markers+text" : "markers",
      name: legendText(keyText(key, ["center", "center alone"], null) ?? statistic),
      legendgroup: "center",
      legendrank: 1002,
      ...axesOf(place),
      x: along === "y" ? others : values,
      y: along === "y" ? values : others,
      [`error_${along}`]: {
        type: "data",
        symmetric: false,
        array: spread(1),
        arrayminus: spread(0),
        color: colors.ink,
        thickness: 1.8,
        width: 6,
      },
      text: numbers,
      textposition: along === "y" ? "middle right" : "bottom center",
      hovertext: marks.map(({ name, label, intervalLabel }) =>
        hoverText(
          name,
          [`${statistic} ${label}`, intervalLabel].filter((line) => line !== ""),
        ),
      ),
      hovertemplate: "%{hovertext}<extra></extra>",
      marker: { symbol: "diamond", size: 9, color: colors.ink },
    },
  ];
}

/** Whether a number fits between its mean and the next strip, on a phone as well. */
function hasRoom(number: string, x: number, { panel, domain }: PlotlyPanel): boolean {
  if (panel.x.kind !== "strips") return false;
  const strips = panel.x.strips.length;
  const pixels = Math.min(plotWidth(narrowPage), plotWidth(widePage) * (domain.x[1] - domain.x[0])) / strips;
  const needed = textWidth(number, 600) * widePage.size.text * widerFont + 14;
  return needed <= (0.5 - (x - Math.round(x))) * pixels;
}

const positions = { right: "middle right", left: "middle left", above: "top center" };

/** Near an end of the axis a text above a dot stands beside it, so as not to be cut off. */
function positionOf({ x, side }: LabelMark, { panel }: PlotlyPanel): string {
  if (side !== "above" || panel.x.kind !== "number") return positions[side];
  const place = axisPosition(panel.x, x);
  return place < 0.15 ? "top right" : place > 0.85 ? "top left" : positions[side];
}

/** One trace for all labels of a panel. */
export function plotlyLabels(
  place: PlotlyPanel,
  key: readonly KeyEntry[],
  colors: ThemeColors,
): readonly Trace[] {
  const marks = place.panel.marks.filter((mark): mark is LabelMark => mark.kind === "label");
  if (marks.length === 0) return [];
  return [
    {
      type: "scatter",
      mode: "text",
      name: keyText(key, ["label"], null) ?? "labels",
      legendgroup: "labels",
      legendrank: 1003,
      ...axesOf(place),
      x: marks.map(({ x }) => place.across(x)),
      y: marks.map(({ y }) => place.up(y)),
      text: marks.map(({ text, side }) =>
        side === "above" ? plotlyText(text) : `\u2002${plotlyText(text)}\u2002`,
      ),
      textposition: marks.map((mark) => positionOf(mark, place)),
      textfont: { size: 11, color: colors.muted },
      hoverinfo: "skip",
      cliponaxis: false,
    },
  ];
}
