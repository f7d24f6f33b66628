import type {
  DotsMark,
  KeyEntry,
  LineMark,
  NumberAxis,
  RugMark,
  Series,
  StemsMark,
} from "../figure-model.js";
import { seriesColor, shadedColor, type ThemeColors } from "../theme-colors.js";
import { isBroken, type PlotlyPanel } from "./plotly-figure.js";
import { plotlyText } from "./plotly-text.js";
import { axesOf, keyText, legendText, rounded, shownDecimals, type Trace } from "./plotly-trace.js";

/** Dots or a line; hovering tells where a point comes from, and its value. */
export function plotlySeries(
  place: PlotlyPanel,
  mark: DotsMark | LineMark,
  type: string,
  key: readonly KeyEntry[],
  colors: ThemeColors,
): Trace {
  const { x: acrossAxis, y: axis } = place.panel;
  const decimals = {
    x: acrossAxis.kind === "number" ? shownDecimals(acrossAxis) : 3,
    y: shownDecimals(axis),
  };
  const broken = isBroken(axis);
  const brokenAcross = acrossAxis.kind === "number" && isBroken(acrossAxis);
  const color = shadedColor(colors, mark.color, mark.kind === "dots" ? mark.shade : 0);
  const marks = mark.kind === "dots" ? (["dot"] as const) : (["line", "dashes"] as const);
  const named = keyText(key, marks, mark.color) ?? (mark.name === "" ? null : mark.name);
  return {
    type,
    mode: mark.kind === "dots" ? "markers" : "lines",
    name: legendText(named ?? axis.label),
    ...axesOf(place),
    x: mark.x.map((x) => (brokenAcross ? rounded(place.across(x), 5) : rounded(x, decimals.x))),
    y: mark.y.map((y) => (broken ? rounded(place.up(y), 5) : rounded(y, decimals.y))),
    ...hover(place, mark, decimals),
    ...(mark.kind === "dots" ? { marker: marker(mark, color) } : { line: stroke(mark, color) }),
  };
}

function marker({ radius, hollow }: DotsMark, color: string): object {
  const size = Number((2 * radius).toFixed(1));
  return hollow
    ? { color: "rgba(0,0,0,0)", size, line: { color, width: 1.5 } }
    : { color, size, opacity: 0.65 };
}

function stroke({ width = 1.6, dash = [], steps }: LineMark, color: string): object {
  return {
    color,
    width,
    ...(dash.length === 0 ? {} : { dash: dash.map((length) => `${length}px`).join(",") }),
    ...(steps ? { shape: "hv" } : {}),
  };
}

/** A tick for each measurement; hovering tells where it comes from. */
export function plotlyRug(place: PlotlyPanel, mark: RugMark, colors: ThemeColors): Trace {
  const decimals = shownDecimals(place.panel.x as NumberAxis);
  return {
    type: "scatter",
    mode: "markers",
    name: legendText(mark.name === "" ? place.panel.y.label : mark.name),
    showlegend: false,
    ...axesOf(place),
    x: mark.x.map((x) => rounded(x, decimals)),
    y: mark.y.map((y) => Number(y.toPrecision(4))),
    ...hover(place, { ...mark, along: "x" }, { x: decimals, y: shownDecimals(place.panel.y) }),
    marker: {
      symbol: "line-ns-open",
      size: 9,
      color: seriesColor(colors, mark.color),
      line: { color: seriesColor(colors, mark.color), width: 1 },
    },
  };
}

/** Lines from 0, and a dot at the end of each. */
export function plotlyStems(place: PlotlyPanel, mark: StemsMark, colors: ThemeColors): readonly Trace[] {
  const color = seriesColor(colors, mark.color);
  const [across, up] = [place.panel.x as NumberAxis, place.panel.y].map(shownDecimals) as [number, number];
  const x = mark.x.map((each) => rounded(each, across));
  const y = mark.y.map((each) => rounded(each, up));
  const name = legendText(mark.name === "" ? place.panel.y.label : mark.name);
  const common = { type: "scatter", name, legendgroup: name, ...axesOf(place) };
  return [
    {
      ...common,
      mode: "lines",
      showlegend: false,
      x: x.flatMap((each) => [each, each, null]),
      y: y.flatMap((each) => [0, each, null]),
      hoverinfo: "skip",
      line: { color, width: 1.6 },
    },
    {
      ...common,
      mode: "markers",
      x,
      y,
      ...hover(place, mark, { x: across, y: up }),
      marker: { color, size: 7 },
    },
  ];
}

interface Decimals {
  readonly x: number;
  readonly y: number;
}

function hover(place: PlotlyPanel, mark: Series, decimals: Decimals): Trace {
  const { along = "y" } = mark;
  const axis = (along === "y" ? place.panel.y : place.panel.x) as NumberAxis;
  const name = mark.name === "" ? "" : `<b>${plotlyText(mark.name)}</b><br>`;
  const { text, data } = originOf(place, mark, decimals);
  const broken = isBroken(axis);
  const unit = axis.unit === "" ? "" : ` ${plotlyText(axis.unit)}`;
  const shown = broken
    ? `%{customdata[${data[0]?.length ?? 0}]}`
    : `%{${along}:,.${decimals[along]}${mark.run === undefined ? "~" : ""}f}`;
  const details = broken
    ? mark[along].map((value, i) => [...(data[i] ?? []), rounded(value, decimals[along])])
    : data;
  return {
    ...(details.length > 0 ? { customdata: details } : {}),
    hovertemplate: `${name}${text}<br>${shown}${unit}<extra></extra>`,
  };
}

interface Origin {
  readonly text: string;
  /** What the text needs to know about each point; empty if it is nothing. */
  readonly data: readonly (readonly (number | string)[])[];
}

/** Where points come from; what can be told from their place or number is not written down, which saves half of the bytes. */
function originOf({ panel: { x: axis } }: PlotlyPanel, mark: Series, decimals: Decimals): Origin {
  const { run, iteration, labels, along = "y" } = mark;
  if (labels !== undefined)
    return { text: "%{customdata[0]}", data: labels.map((label) => [plotlyText(label)]) };
  if (run === undefined || iteration === undefined) {
    const unit = axis.kind === "number" && axis.unit !== "" ? ` ${plotlyText(axis.unit)}` : "";
    const label = axis.kind === "number" && axis.unit === "" ? `${plotlyText(axis.label)} ` : "";
    return { text: `${label}%{x:,.${decimals.x}~f}${unit}`, data: [] };
  }
  if (new Set(run).size === 1) {
    const source = `run ${run[0]}, iteration`;
    if (iteration.every((each, i) => each === i)) return { text: `${source} %{pointNumber}`, data: [] };
    if (along === "y" && iteration.every((each, i) => each === mark.x[i]))
      return { text: `${source} %{x}`, data: [] };
    return { text: `${source} %{customdata[0]}`, data: iteration.map((each) => [each]) };
  }
  return {
    text: "run %{customdata[0]}, iteration %{customdata[1]}",
    data: run.map((each, i) => [each, iteration[i]!]),
  };
}
