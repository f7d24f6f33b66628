import type {
  BarsMark,
  DotsMark,
  LineMark,
  Mark,
  MeanMark,
  MedianMark,
  NumberAxis,
} from "../figure-model.js";
import { seriesColor, type ThemeColors } from "../theme-colors.js";
import { isBroken, type PlotlyPanel } from "./plotly-figure.js";
import { plotlyText } from "./plotly-text.js";
import { wrapText } from "./wrap-text.js";

type Trace = Readonly<Record<string, unknown>>;

/** Above so many points, drawing each as an SVG element is too slow for browsers; WebGL may be missing, so not before. */
const mostSvgPoints = 20_000;

/** One trace for each strip or line, one for all medians and one for all means of a panel. */
export function plotlyTraces(panels: readonly PlotlyPanel[], colors: ThemeColors): readonly Trace[] {
  const points = panels
    .flatMap(({ panel }) => panel.marks)
    .reduce((total, mark) => total + pointsIn(mark), 0);
  const type = points > mostSvgPoints ? "scattergl" : "scatter";
  return panels.flatMap((place, index) => {
    const { marks } = place.panel;
    return [
      ...medians(
        place,
        marks.filter((mark) => mark.kind === "median"),
        index === 0,
        colors,
      ),
      ...marks.flatMap((mark) =>
        mark.kind === "dots" || mark.kind === "line" ? [series(place, mark, type, colors)] : [],
      ),
      ...marks.flatMap((mark) => (mark.kind === "bars" ? [bars(place, mark, colors)] : [])),
      ...means(
        place,
        marks.filter((mark) => mark.kind === "mean"),
        index === 0,
        colors,
      ),
    ];
  });
}

function pointsIn(mark: Mark): number {
  return mark.kind === "dots" || mark.kind === "line" ? mark.x.length : 0;
}

function series(place: PlotlyPanel, mark: DotsMark | LineMark, type: string, colors: ThemeColors): Trace {
  const { y: axis } = place.panel;
  const decimals = shownDecimals(axis);
  const value = (y: number): number => Number(y.toFixed(decimals));
  const broken = isBroken(axis);
  const runs = new Set(mark.run).size;
  // In a single run the index of the point is the iteration, unless dots were left out, which saves half of the bytes.
  const isPlain = runs === 1 && mark.iteration.every((iteration, i) => iteration === i);
  const origin = isPlain
    ? `run ${mark.run[0]}, iteration %{pointNumber}`
    : "run %{customdata[0]}, iteration %{customdata[1]}";
  const shown = broken ? `%{customdata[${isPlain ? 0 : 2}]}` : `%{y:,.${decimals}f}`;
  const details = mark.y.map((y, i) => [
    ...(isPlain ? [] : [mark.run[i]!, mark.iteration[i]!]),
    ...(broken ? [value(y)] : []),
  ]);
  const color = seriesColor(colors, mark.color);
  const name = mark.name === "" ? "" : `<b>${plotlyText(mark.name)}</b><br>`;
  const unit = axis.unit === "" ? "" : ` ${plotlyText(axis.unit)}`;
  return {
    type,
    mode: mark.kind === "dots" ? "markers" : "lines",
    name: plotlyText(wrapText(mark.name === "" ? axis.label : mark.name, { width: 24, lines: 1 })[0] ?? ""),
    ...axesOf(place),
    x: mark.x.map((x) => Number(x.toFixed(3)) + 0),
    y: mark.y.map((y) => (broken ? Number(place.up(y).toFixed(5)) : value(y))),
    ...(details[0]!.length > 0 ? { customdata: details } : {}),
    hovertemplate: `${name}${origin}<br>${shown}${unit}<extra></extra>`,
    ...(mark.kind === "dots"
      ? { marker: { color, size: Number((2 * mark.radius).toFixed(1)), opacity: 0.65 } }
      : { line: { color, width: 1.6 } }),
  };
}

function bars(place: PlotlyPanel, mark: BarsMark, colors: ThemeColors): Trace {
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

function medians(
  place: PlotlyPanel,
  marks: readonly MedianMark[],
  first: boolean,
  colors: ThemeColors,
): Trace[] {
  if (marks.length === 0) return [];
  return [
    {
      type: "scatter",
      mode: "lines",
      name: "median",
      legendgroup: "median",
      legendrank: 1001,
      showlegend: first,
      ...axesOf(place),
      x: marks.flatMap(({ from, to }) => [from, to, null]),
      y: marks.flatMap(({ value }) => [place.up(value), place.up(value), null]),
      text: marks.flatMap(({ name, label }) => {
        const text = hover(name, [`median ${label}`]);
        return [text, text, ""];
      }),
      hovertemplate: "%{text}<extra></extra>",
      line: { color: colors.ink, width: 2.5 },
    },
  ];
}

function means(place: PlotlyPanel, marks: readonly MeanMark[], first: boolean, colors: ThemeColors): Trace[] {
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
      showlegend: first,
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
        hover(name, intervalLabel === "" ? [`mean ${label}`] : [`mean ${label}`, intervalLabel]),
      ),
      hovertemplate: "%{text}<extra></extra>",
      marker: { symbol: "diamond", size: 9, color: colors.ink },
    },
  ];
}

function hover(name: string, lines: readonly string[]): string {
  const heading = name === "" ? [] : [`<b>${plotlyText(name)}</b>`];
  return [...heading, ...lines.map(plotlyText)].join("<br>");
}

function axesOf({ suffix }: PlotlyPanel): { readonly xaxis: string; readonly yaxis: string } {
  return { xaxis: `x${suffix}`, yaxis: `y${suffix}` };
}

/** As many decimals as tell apart a hundred-thousandth of the axis. */
function shownDecimals({ pieces }: NumberAxis): number {
  const shortest = Math.min(...pieces.map(({ domain: [low, high] }) => high - low));
  return Math.min(20, Math.max(0, 5 - Math.floor(Math.log10(shortest))));
}
