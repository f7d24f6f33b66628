import type { KeyEntry, Mark } from "../figure-model.js";
import type { ThemeColors } from "../theme-colors.js";
import { plotlyBars } from "./plotly-bars.js";
import { plotlyAreas, plotlyEstimates, plotlyLevels } from "./plotly-estimates.js";
import type { PlotlyPanel } from "./plotly-figure.js";
import { plotlyRug, plotlySeries, plotlyStems } from "./plotly-series.js";
import { plotlyCenters, plotlyLabels, plotlyMedians } from "./plotly-strips.js";
import { keyText, legendText, type Trace } from "./plotly-trace.js";

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
      ...plotlyAreas(place, key, colors),
      ...plotlyMedians(place, colors),
      ...marks.flatMap((mark) => {
        if (mark.kind === "dots" || mark.kind === "line") {
          const trace = plotlySeries(place, mark, type, key, colors);
          if (!place.panel.y.named) return [trace];
          // Rows have their names beside them, so that all of their dots are one entry.
          const text = keyText(key, ["dot"], mark.color) ?? keyText(key, ["dot"], null);
          if (mark.kind === "line" || text === null) return [{ ...trace, showlegend: false }];
          return [{ ...trace, name: legendText(text), legendgroup: legendText(text) }];
        }
        if (mark.kind === "stems") return plotlyStems(place, mark, colors);
        if (mark.kind === "rug") return [plotlyRug(place, mark, colors)];
        return mark.kind === "bars" ? plotlyBars(place, mark, colors) : [];
      }),
      ...plotlyLevels(place, colors),
      ...plotlyEstimates(place, key, colors),
      ...plotlyCenters(place, key, colors),
      ...plotlyLabels(place, key, colors),
    ];
  });
  return withSharedEntries(traces);
}

/** The first trace, or shape, of a name has the entry, and hides or shows the others with itself. */
export function withSharedEntries(traces: readonly Trace[]): readonly Trace[] {
  const groupOf = ({ legendgroup, name }: Trace): unknown => legendgroup ?? name;
  const groups = traces.map(groupOf);
  const first = new Map<unknown, Trace>();
  for (const trace of traces)
    if (trace.showlegend !== false && !first.has(groupOf(trace))) first.set(groupOf(trace), trace);
  return traces.map((trace, index) => {
    const group = groups[index];
    if (group === undefined) return trace;
    const alone = groups.indexOf(group) === groups.lastIndexOf(group) && trace.legendgroup === undefined;
    return alone ? trace : { ...trace, legendgroup: group, showlegend: first.get(group) === trace };
  });
}

function pointsIn(mark: Mark): number {
  return mark.kind === "dots" || mark.kind === "line" ? mark.x.length : 0;
}
