import type { BarsMark } from "../figure-model.js";
import { seriesColor, type ThemeColors } from "../theme-colors.js";
import type { PlotlyPanel } from "./plotly-figure.js";
import { plotlyText } from "./plotly-text.js";
import { axesOf, legendText, type Trace } from "./plotly-trace.js";

/** A histogram with an outline; hovering tells bin and count. */
export function plotlyBars(place: PlotlyPanel, mark: BarsMark, colors: ThemeColors): readonly Trace[] {
  const { x } = place.panel;
  const name = plotlyText(mark.name);
  const widths = mark.y.map((_, i) => mark.edges[i + 1]! - mark.edges[i]!);
  const decimals = Math.min(20, Math.max(0, 2 - Math.floor(Math.log10(Math.min(...widths)))));
  const edge = (value: number): number => Number(value.toFixed(decimals)) + 0;
  const unit = x.kind === "number" && x.unit !== "" ? ` ${plotlyText(x.unit)}` : "";
  const color = seriesColor(colors, mark.color);
  // Where there is nothing, there is no line either.
  const filled = mark.y.flatMap((y, i) => (y > 0 ? [i] : []));
  const equal = Math.max(...widths) < 1.001 * Math.min(...widths);
  const common = { name: legendText(mark.name === "" ? place.panel.y.label : mark.name), ...axesOf(place) };
  const bars = {
    ...common,
    type: "bar",
    x: filled.map((i) => edge((mark.edges[i]! + mark.edges[i + 1]!) / 2)),
    y: filled.map((i) => Number(mark.y[i]!.toPrecision(6))),
    // Of one width, unless the axis is logarithmic.
    width: equal ? edge(widths[0]!) : filled.map((i) => edge(widths[i]!)),
    customdata: filled.map((i) => [edge(mark.edges[i]!), edge(mark.edges[i + 1]!), mark.counts[i]!]),
    hovertemplate: `${name === "" ? "" : `<b>${name}</b><br>`}%{customdata[0]} to %{customdata[1]}${unit}<br>%{customdata[2]} values<extra></extra>`,
    marker: { color, opacity: 0.4, line: { width: 0 } },
  };
  const outline = {
    ...common,
    type: "scatter",
    mode: "lines",
    showlegend: false,
    ...outlineOf(mark, edge),
    line: { color, width: 1.5 },
    hoverinfo: "skip",
  };
  return [bars, outline];
}

/** Around bars that touch each other. */
function outlineOf(
  { edges, y }: BarsMark,
  edge: (value: number) => number,
): { readonly x: readonly (number | null)[]; readonly y: readonly (number | null)[] } {
  const corners = y.flatMap((height, i): (readonly [number, number] | null)[] => {
    if (height === 0) return [];
    const [from, to] = [edge(edges[i]!), edge(edges[i + 1]!)];
    const top = Number(height.toPrecision(6));
    const starts = i === 0 || y[i - 1] === 0;
    const ends = i === y.length - 1 || y[i + 1] === 0;
    return [
      ...(starts ? ([[from, 0]] as const) : []),
      [from, top],
      [to, top],
      ...(ends ? ([[to, 0], null] as const) : []),
    ];
  });
  // Not after the last one.
  if (corners.at(-1) === null) corners.pop();
  return { x: corners.map((corner) => corner?.[0] ?? null), y: corners.map((corner) => corner?.[1] ?? null) };
}
