import type { BarsMark } from "../figure-model.js";
import { seriesColor, type ThemeColors } from "../theme-colors.js";
import type { PlotlyPanel } from "./plotly-figure.js";
import { plotlyText } from "./plotly-text.js";
import { axesOf, type Trace } from "./plotly-trace.js";

/** A histogram; hovering tells bin and count. */
export function plotlyBars(place: PlotlyPanel, mark: BarsMark, colors: ThemeColors): Trace {
  const { x } = place.panel;
  const [name, label] = [plotlyText(mark.name), plotlyText(place.panel.y.label)];
  const width = mark.edges[1]! - mark.edges[0]!;
  const decimals = Math.min(20, Math.max(0, 2 - Math.floor(Math.log10(width))));
  const edge = (value: number): number => Number(value.toFixed(decimals)) + 0;
  const unit = x.kind === "number" && x.unit !== "" ? ` ${plotlyText(x.unit)}` : "";
  const color = seriesColor(colors, mark.color);
  return {
    type: "bar",
    name: name === "" ? label : name,
    ...axesOf(place),
    x: mark.y.map((_, i) => edge((mark.edges[i]! + mark.edges[i + 1]!) / 2)),
    y: mark.y.map((y) => Number(y.toPrecision(6))),
    width: edge(width),
    customdata: mark.counts.map((count, i) => [edge(mark.edges[i]!), edge(mark.edges[i + 1]!), count]),
    hovertemplate: `${name === "" ? "" : `<b>${name}</b><br>`}%{customdata[0]} to %{customdata[1]}${unit}<br>%{customdata[2]} values<extra></extra>`,
    marker: { color, opacity: 0.5, line: { color, width: 1 } },
  };
}
