import { axisPosition } from "../axis-position.js";
import type { NumberAxis } from "../figure-model.js";
import { countText, percentText } from "../quantity-text.js";
import type { ThemeColors } from "../theme-colors.js";
import { fittingTicks } from "./fitting-ticks.js";
import { isBroken, type PlotlyPanel } from "./plotly-figure.js";
import { lettersAcross, type PlotlyPage, stripLabelSize } from "./plotly-page.js";
import { plotlyText } from "./plotly-text.js";

/** The x and y axis of a panel, under the names that Plotly wants. */
export function plotlyAxes(
  place: PlotlyPanel,
  page: PlotlyPage,
  colors: ThemeColors,
): Readonly<Record<string, object>> {
  return {
    [`xaxis${place.suffix}`]: xAxis(place, page, colors),
    [`yaxis${place.suffix}`]: yAxis(place, colors),
  };
}

function xAxis(
  { panel: { x, y }, suffix, domain, names, numbersBelow, matches }: PlotlyPanel,
  page: PlotlyPage,
  colors: ThemeColors,
): object {
  const common = { domain: domain.x, anchor: `y${suffix}`, zeroline: false };
  const base = { showline: true, linecolor: colors.muted, tickfont: { color: colors.muted } };
  if (x.kind === "number") {
    const { range, ...scale } = scaleOf(x);
    return {
      ...common,
      ...base,
      ...scale,
      ...(matches === null ? { range } : { matches }),
      ...(numbersBelow ? {} : { showticklabels: false }),
      // Lines at the numbers of the other axis are enough, unless that has names.
      ...(y.named ? { gridcolor: colors.grid } : { showgrid: false }),
      ...(x.named ? namedTicks(x, lettersAcross(page, page.size.text, domain.x[1] - domain.x[0])) : {}),
    };
  }
  return {
    ...common,
    tickfont: { size: stripLabelSize(page, (domain.x[1] - domain.x[0]) / x.strips.length) },
    range: [-0.5, x.strips.length - 0.5],
    fixedrange: true,
    showgrid: false,
    tickangle: 0,
    tickvals: x.strips.map(({ at }) => at),
    ticktext: x.strips.map(({ coefficientOfVariation: cv, n }, index) =>
      [
        ...names[index]!.map((line) => `<b>${plotlyText(line)}</b>`),
        cv === null ? "CV –" : `CV ${percentText(cv)}`,
        `n = ${countText(n)}`,
      ].join("<br>"),
    ),
  };
}

/** Names, such as commits, as many as there is room for. */
function namedTicks(axis: NumberAxis, letters: number): object {
  const ticks = fittingTicks(axis, letters);
  return {
    tickvals: ticks.map(({ value }) => value),
    ticktext: ticks.map(({ label }) => plotlyText(label)),
    tickangle: 0,
    showgrid: false,
  };
}

function yAxis({ panel: { y }, suffix, domain, rowNames }: PlotlyPanel, colors: ThemeColors): object {
  const common = {
    domain: domain.y,
    anchor: `x${suffix}`,
    zeroline: false,
    gridcolor: colors.grid,
    tickfont: { color: colors.muted },
  };
  if (y.named) {
    return {
      ...common,
      range: y.pieces[0]!.domain,
      tickfont: { color: colors.ink },
      tickvals: y.ticks.map(({ value }) => value),
      ticktext: rowNames.map((lines) => lines.map(plotlyText).join("<br>")),
      showgrid: false,
      fixedrange: true,
    };
  }
  return { ...common, ...scaleOf(y) };
}

/** Range, kind of scale and numbers of an axis. */
function scaleOf(
  axis: NumberAxis,
): { readonly range: readonly number[] } & Readonly<Record<string, unknown>> {
  if (isBroken(axis)) {
    return {
      range: [0, 1],
      tickvals: axis.ticks.map(({ value }) => Number(axisPosition(axis, value).toFixed(4))),
      ticktext: axis.ticks.map(({ label }) => label),
    };
  }
  const [low, high] = axis.pieces[0]!.domain;
  if (axis.scale === "log") {
    // Plotly would write 20 and 50 as "2" and "5".
    return {
      type: "log",
      range: [Math.log10(low), Math.log10(high)],
      tickvals: axis.ticks.map(({ value }) => value),
      ticktext: axis.ticks.map(({ label }) => label),
    };
  }
  return { range: [low, high], tickformat: ",~r" };
}
