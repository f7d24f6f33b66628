import type { KeyEntry, Mark, MeanMark, MedianMark } from "../figure-model.js";
import type { ThemeColors } from "../theme-colors.js";
import { plotlyBars } from "./plotly-bars.js";
import { plotlyAreas, plotlyEstimates, plotlyLevels } from "./plotly-estimates.js";
import type { PlotlyPanel } from "./plotly-figure.js";
import { plotlySeries, plotlyStems } from "./plotly-series.js";
import { axesOf, hoverText, type Trace } from "./plotly-trace.js";

/** Above so many points, drawing each as an SVG element is too slow for browsers; WebGL may be missing, so not before. */
const mostSvgPoints = 20_000;

/**
 * One trace for each series, and one for all medians, means, … of a panel. Traces of one name share an entry of the legend, which
 * shows or hides all of them.
 */
export function plotlyTraces(
  panels: readonly PlotlyPanel[],
  key: readonly KeyEntry[],
  colors: ThemeColors,
): readonly Trace[] {
  const points = panels
    .flatMap(({ panel }) => panel.marks)
    .reduce((total, mark) => total + pointsIn(mark), 0);
  const type = points > mostSvgPoints ? "scattergl" : "scatter";
  const traces = panels.flatMap((place) => {
    const { marks } = place.panel;
    return [
      ...plotlyAreas(place, colors),
      ...medians(
        place,
        marks.filter((mark) => mark.kind === "median"),
        colors,
      ),
      ...marks.flatMap((mark) => {
        if (mark.kind === "dots" || mark.kind === "line")
          return [plotlySeries(place, mark, type, key, colors)];
        if (mark.kind === "stems") return plotlyStems(place, mark, colors);
        return mark.kind === "bars" ? [plotlyBars(place, mark, colors)] : [];
      }),
      ...plotlyLevels(place, colors),
      ...plotlyEstimates(place, key, colors),
      ...means(
        place,
        marks.filter((mark) => mark.kind === "mean"),
        colors,
      ),
    ];
  });
  return withSharedEntries(traces);
}

/** The first trace of a name has the entry, and hides or shows the others with itself. */
function withSharedEntries(traces: readonly Trace[]): readonly Trace[] {
  const groupOf = ({ legendgroup, name }: Trace): unknown => legendgroup ?? name;
  const groups = traces.map(groupOf);
  const first = new Map<unknown, Trace>();
  for (const trace of traces)
    if (trace.showlegend !== false && !first.has(groupOf(trace))) first.set(groupOf(trace), trace);
  return traces.map((trace, index) => {
    const group = groups[index];
    const alone = groups.indexOf(group) === groups.lastIndexOf(group) && trace.legendgroup === undefined;
    return alone ? trace : { ...trace, legendgroup: group, showlegend: first.get(group) === trace };
  });
}

function pointsIn(mark: Mark): number {
  return mark.kind === "dots" || mark.kind === "line" ? mark.x.length : 0;
}

function medians(place: PlotlyPanel, marks: readonly MedianMark[], colors: ThemeColors): Trace[] {
  if (marks.length === 0) return [];
  return [
    {
      type: "scatter",
      mode: "lines",
      name: "median",
      legendgroup: "median",
      legendrank: 1001,
      ...axesOf(place),
      x: marks.flatMap(({ from, to }) => [from, to, null]),
      y: marks.flatMap(({ value }) => [place.up(value), place.up(value), null]),
      text: marks.flatMap(({ name, label }) => {
        const text = hoverText(name, [`median ${label}`]);
        return [text, text, ""];
      }),
      hovertemplate: "%{text}<extra></extra>",
      line: { color: colors.ink, width: 2.5 },
    },
  ];
}

function means(place: PlotlyPanel, marks: readonly MeanMark[], colors: ThemeColors): Trace[] {
  if (marks.length === 0) return [];
  const spread = (end: 0 | 1): number[] =>
    marks.map(({ value, interval }) =>
      interval === null ? 0 : Math.abs(place.up(interval[end]) - place.up(value)),
    );
  return [
    {
      type: "scatter",
      mode: "markers",
      name: "mean with interval",
      legendgroup: "mean",
      legendrank: 1002,
      ...axesOf(place),
      x: marks.map(({ x }) => x),
      y: marks.map(({ value }) => place.up(value)),
      error_y: {
        type: "data",
        symmetric: false,
        array: spread(1),
        arrayminus: spread(0),
        color: colors.ink,
        thickness: 1.8,
        width: 6,
      },
      text: marks.map(({ name, label, intervalLabel }) =>
        hoverText(name, intervalLabel === "" ? [`mean ${label}`] : [`mean ${label}`, intervalLabel]),
      ),
      hovertemplate: "%{text}<extra></extra>",
      marker: { symbol: "diamond", size: 9, color: colors.ink },
    },
  ];
}
