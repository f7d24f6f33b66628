import type { EstimateMark, KeyEntry, LevelMark, NumberAxis } from "../figure-model.js";
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

/** Bands, and densities with the line above them. */
export function plotlyAreas(place: PlotlyPanel, colors: ThemeColors): readonly Trace[] {
  const [across, up] = [place.panel.x as NumberAxis, place.panel.y];
  return place.panel.marks.flatMap((mark): Trace[] => {
    if (mark.kind !== "area") return [];
    const [forX, forY] = [shownDecimals(across), shownDecimals(up)];
    const x = mark.x.map((each) => rounded(each, forX));
    const high = mark.high.map((each) => rounded(each, forY));
    const low = mark.low.map((each) => rounded(each, forY));
    const color = seriesColor(colors, mark.color);
    const name = legendText(mark.name);
    const common = { type: "scatter", mode: "lines", name, legendgroup: name, ...axesOf(place) };
    return [
      {
        ...common,
        showlegend: false,
        x: [...x, ...x.toReversed()],
        y: [...high, ...low.toReversed()],
        fill: "toself",
        fillcolor: translucent(color, mark.ridge ? 0.35 : 0.18),
        line: { width: 0 },
        hoverinfo: "skip",
      },
      ...(mark.ridge
        ? [
            {
              ...common,
              x,
              y: high,
              line: { color, width: 1.6 },
              hovertemplate: `${hoverText(mark.name, [])}<br>%{x:,.${forX}~f}<extra></extra>`,
            },
          ]
        : []),
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

/** One trace for all estimates of one symbol and colour, which is an entry of the key. */
export function plotlyEstimates(
  place: PlotlyPanel,
  key: readonly KeyEntry[],
  colors: ThemeColors,
): readonly Trace[] {
  const estimates = place.panel.marks.filter((mark): mark is EstimateMark => mark.kind === "estimate");
  return groupedBy(estimates, ({ symbol, color, along }) => `${symbol}/${color}/${along}`).map((group) => {
    const [{ symbol, color: index, along, name }] = group as readonly [EstimateMark];
    const color = seriesColor(colors, index);
    const label = legendText(keyText(key, [symbol], index) ?? name);
    return {
      type: "scatter",
      mode: "markers",
      name: label,
      legendgroup: label,
      ...axesOf(place),
      x: group.map(({ x }) => x),
      y: group.map(({ y }) => place.up(y)),
      [`error_${along}`]: {
        type: "data",
        symmetric: false,
        array: group.map((mark) => reach(mark, 1, place)),
        arrayminus: group.map((mark) => reach(mark, 0, place)),
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
  });
}

/** How far a bar reaches; to the end of the axis where it has none of its own. */
function reach({ along, interval, x, y }: EstimateMark, side: 0 | 1, { panel }: PlotlyPanel): number {
  if (interval === null) return 0;
  const axis = along === "x" ? (panel.x as NumberAxis) : panel.y;
  const edge = axis.pieces.at(side === 0 ? 0 : -1)!.domain[side];
  return Math.abs((interval[side] ?? edge) - (along === "x" ? x : y));
}

function groupedBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): readonly (readonly Item[])[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
}
