import type { EstimateMark, KeyEntry, LevelMark, NumberAxis } from "../figure-model.js";
import { groupedBy } from "../grouped-by.js";
import { seriesColor, type ThemeColors } from "../theme-colors.js";
import type { PlotlyPanel } from "./plotly-figure.js";
import {
  axesOf,
  hoverText,
  keyText,
  legendText,
  rounded,
  shownDecimals,
  type Trace,
} from "./plotly-trace.js";
import { translucent } from "./translucent.js";

/** Bands, and densities with the line above them: each a lower line and an upper one, filled between. */
export function plotlyAreas(
  place: PlotlyPanel,
  key: readonly KeyEntry[],
  colors: ThemeColors,
): readonly Trace[] {
  return place.panel.marks.flatMap((mark): Trace[] => {
    if (mark.kind !== "area") return [];
    const decimals = { x: shownDecimals(place.panel.x as NumberAxis), y: shownDecimals(place.panel.y) };
    const color = seriesColor(colors, mark.color);
    const x = mark.x.map((each) => rounded(each, decimals.x));
    const text = keyText(key, ["area", "band"], mark.color) ?? keyText(key, ["area"], null);
    const name = legendText(text ?? mark.name);
    const edge = (values: readonly number[], line: object): Trace => ({
      type: "scatter",
      mode: "lines",
      name,
      legendgroup: name,
      showlegend: false,
      ...axesOf(place),
      x,
      y: values.map((each) => rounded(each, decimals.y)),
      line: { ...line, ...(mark.steps ? { shape: "hv" } : {}) },
      hoverinfo: "skip",
    });
    const fill = { fill: "tonexty", fillcolor: translucent(color, mark.ridge ? 0.35 : 0.18) };
    return [
      edge(mark.low, { width: 0 }),
      {
        ...edge(mark.high, mark.ridge ? { color, width: 1.6 } : { width: 0 }),
        ...fill,
        ...(text === null ? {} : { showlegend: true, legendrank: 1004 }),
      },
    ];
  });
}

/** One trace for all levels of one name. */
export function plotlyLevels(place: PlotlyPanel, colors: ThemeColors): readonly Trace[] {
  const levels = place.panel.marks.filter(
    (mark): mark is LevelMark => mark.kind === "level" && !mark.reference,
  );
  return groupedBy(levels, ({ name, color }) => `${name}/${color}`).map((group) => {
    const [{ name, color }] = group as readonly [LevelMark];
    return {
      type: "scatter",
      mode: "lines",
      name: legendText(name),
      legendgroup: name,
      legendrank: 1001,
      ...axesOf(place),
      x: group.flatMap(({ from, to }) => [from, to, null]),
      y: group.flatMap(({ value }) => [place.up(value), place.up(value), null]),
      text: group.flatMap((level) => [hoverText(name, level.details), hoverText(name, level.details), ""]),
      hovertemplate: "%{text}<extra></extra>",
      line: { color: seriesColor(colors, color), width: 2.5 },
    };
  });
}

const symbols = {
  circle: "circle",
  diamond: "diamond",
  up: "triangle-up",
  down: "triangle-down",
  open: "circle-open",
};

/**
 * One trace for all estimates of one symbol and colour, which is an entry of the key; intervals without an end are lines of a
 * trace below it, for error bars of Plotly always have a cap.
 */
export function plotlyEstimates(
  place: PlotlyPanel,
  key: readonly KeyEntry[],
  colors: ThemeColors,
): readonly Trace[] {
  const estimates = place.panel.marks.filter((mark): mark is EstimateMark => mark.kind === "estimate");
  return groupedBy(estimates, ({ symbol, color, along }) => `${symbol}/${color}/${along}`).flatMap(
    (group) => {
      const [{ symbol, color: index, along, name }] = group as readonly [EstimateMark];
      const color = seriesColor(colors, index);
      const label = legendText(keyText(key, [symbol], index) ?? name);
      const common = { type: "scatter", name: label, legendgroup: label, ...axesOf(place) };
      const open = group.flatMap((mark) => openSides(mark, place));
      const bars = {
        ...common,
        mode: "lines",
        showlegend: false,
        x: open.flatMap(({ x }) => [...x, null]),
        y: open.flatMap(({ y }) => [...y, null]),
        line: { color, width: 1.8 },
        hoverinfo: "skip",
      };
      const points = {
        ...common,
        mode: "markers",
        x: group.map(({ x }) => x),
        y: group.map(({ y }) => place.up(y)),
        [`error_${along}`]: {
          type: "data",
          symmetric: false,
          array: group.map((mark) => reach(mark, 1)),
          arrayminus: group.map((mark) => reach(mark, 0)),
          color,
          thickness: 1.8,
          width: 4,
        },
        text: group.map((mark) => hoverText(mark.name, mark.details)),
        hovertemplate: "%{text}<extra></extra>",
        marker: {
          symbol: symbols[symbol],
          size: 10,
          color,
          ...(symbol === "open" ? { line: { width: 2 } } : {}),
        },
      };
      return open.length === 0 ? [points] : [bars, points];
    },
  );
}

/** How far a bar with an end reaches. */
function reach({ along, interval, x, y }: EstimateMark, side: 0 | 1): number {
  const end = interval?.[side] ?? null;
  return end === null ? 0 : Math.abs(end - (along === "x" ? x : y));
}

/** Lines from an estimate to the edge of the panel, on the sides where its interval has no end. */
function openSides(
  { along, interval, x, y }: EstimateMark,
  { panel, up }: PlotlyPanel,
): readonly { readonly x: readonly number[]; readonly y: readonly number[] }[] {
  const { pieces } = along === "x" ? (panel.x as NumberAxis) : panel.y;
  return ([0, 1] as const)
    .filter((side) => interval !== null && interval[side] === null)
    .map((side) => {
      const edge = pieces.at(side === 0 ? 0 : -1)!.domain[side];
      return along === "x" ? { x: [x, edge], y: [up(y), up(y)] } : { x: [x, x], y: [up(y), up(edge)] };
    });
}
