import type { BarsMark } from "../figure-model.js";
import { seriesColor, type ThemeColors } from "../theme-colors.js";
import type { PlotlyPanel } from "./plotly-figure.js";
import { plotlyText } from "./plotly-text.js";
import { axesOf, legendText, type Trace } from "./plotly-trace.js";

/** A histogram; hovering tells bin and count. */
export function plotlyBars(place: PlotlyPanel, mark: BarsMark, colors: ThemeColors): Trace {
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
  return {
    type: "bar",
    name: legendText(mark.name === "" ? place.panel.y.label : mark.name),
    ...axesOf(place),
    x: filled.map((i) => edge((mark.edges[i]! + mark.edges[i + 1]!) / 2)),
    y: filled.map((i) => Number(mark.y[i]!.toPrecision(6))),
    // Of one width, unless the axis is logarithmic.
    width: equal ? edge(widths[0]!) : filled.map((i) => edge(widths[i]!)),
    customdata: filled.map((i) => [edge(mark.edges[i]!), edge(mark.edges[i + 1]!), mark.counts[i]!]),
    hovertemplate: `${name === "" ? "" : `<b>${name}</b><br>`}%{customdata[0]} to %{customdata[1]}${unit}<br>%{customdata[2]} values<extra></extra>`,
    marker: { color, opacity: 0.5, line: { color, width: 1 } },
  };
}
