import * as Plot from "@observablehq/plot";
import { axisPosition } from "../axis-position.js";
import type { DotsMark, Mark, MeanMark, NumberAxis, Panel, Series } from "../figure-model.js";
import { seriesColor } from "../theme-colors.js";
import type { FontSizes, PanelPlace } from "./place-panels.js";
import { svgBars } from "./svg-bars.js";
import type { Drawing } from "./svg-drawing.js";
import type { Pen, SvgElement } from "./svg-pen.js";
import { svgRanges, svgRules } from "./svg-regions.js";
import { textWidth } from "./text-width.js";

/** A panel, drawn by Observable Plot into a group of its own coordinates. */
export function svgPanel(place: PanelPlace, size: FontSizes, pen: Pen): SvgElement {
  const { panel, width, height, numbersBelow } = place;
  const { x, y } = panel;
  const at = (axis: NumberAxis, value: number): number => axisPosition(axis, value);
  const across = (value: number): number => (x.kind === "strips" ? value : at(x, value));
  const up = (value: number): number => at(y, value);
  const pixel = { across: width / (x.kind === "strips" ? x.strips.length : 1), up: height };
  const context: Drawing = { colors: pen.colors, size, across, up, pixel, pen };
  const svg = Plot.plot({
    // linkedom makes the elements: no browser is needed.
    document: pen.document as never,
    width,
    height,
    margin: 0,
    x: { type: "linear", axis: null, domain: x.kind === "strips" ? [-0.5, x.strips.length - 0.5] : [0, 1] },
    y: { type: "linear", axis: null, domain: [0, 1] },
    marks: [
      svgRanges(panel, context),
      breaks(y, context),
      grid(panel, context),
      x.kind === "number" ? base(x, numbersBelow, context) : [],
      panel.marks.map((mark) => draw(mark, context)),
      svgRules(panel, context),
    ],
  });
  return flattened(svg as unknown as SvgElement, place, pen);
}

function grid({ y }: Panel, { colors, size, up }: Drawing): Plot.Markish {
  const levels = y.ticks.map(({ value, label }) => ({ at: up(value), label }));
  return [
    Plot.ruleY(levels, { y: "at", stroke: colors.grid, strokeWidth: 1 }),
    Plot.text(levels, {
      y: "at",
      text: "label",
      frameAnchor: "left",
      textAnchor: "end",
      dx: -8,
      fontSize: size.text,
      fill: colors.muted,
    }),
  ];
}

/** The base line, with numbers or without. */
function base(axis: NumberAxis, numbered: boolean, { colors, size, across }: Drawing): Plot.Markish {
  const places = (numbered ? axis.ticks : []).map(({ value, label }) => ({ at: across(value), label }));
  return [
    Plot.text(places, {
      x: "at",
      text: "label",
      frameAnchor: "bottom",
      lineAnchor: "top",
      dy: 8,
      fontSize: size.text,
      fill: colors.muted,
    }),
    Plot.ruleY([0], { stroke: colors.muted, strokeWidth: 1 }),
  ];
}

function draw(mark: Mark, drawing: Drawing): Plot.Markish {
  const { colors, across, up } = drawing;
  switch (mark.kind) {
    case "dots":
      return dots(mark, drawing);
    case "line":
      return Plot.line(points(mark, drawing), {
        x: "x",
        y: "y",
        z: "run",
        stroke: seriesColor(colors, mark.color),
        strokeWidth: 1.6,
        strokeLinejoin: "round",
      });
    case "bars":
      return svgBars(mark, drawing);
    case "range":
    case "rule":
      return [];
    case "median":
      return Plot.ruleY([mark.value], {
        x1: across(mark.from),
        x2: across(mark.to),
        y: up,
        stroke: colors.ink,
        strokeWidth: 2.5,
      });
    case "mean":
      return mean(mark, drawing);
  }
}

/** A diamond with an error bar, if there is anything to see of it, and its number where there is room. */
function mean({ x, value, interval, label }: MeanMark, drawing: Drawing): Plot.Markish {
  const { colors, size, across, up, pixel } = drawing;
  const place = { x: across(x), y: up(value) };
  const ends = interval === null ? [] : interval.map(up);
  const cap = 6 / pixel.across;
  const bar = { stroke: colors.ink, strokeWidth: 1.6 };
  const number = label.split(" ")[0]!;
  const fits = textWidth(number, 600) * size.text + 13 <= (0.5 - (x - Math.round(x))) * pixel.across;
  const reach = Math.max(0, ...ends.map((end) => Math.abs(end - place.y) * pixel.up));
  const visible = reach >= shortestBar;
  // Smaller on a short bar, so as not to cover it.
  const diamond = visible ? Math.min(largestDiamond, 0.7 * reach) : largestDiamond;
  return [
    Plot.ruleX(visible ? [place] : [], { x: "x", y1: ends[0]!, y2: ends[1]!, ...bar }),
    Plot.ruleY(visible ? ends : [], {
      x1: place.x - cap,
      x2: place.x + cap,
      y: (end: number) => end,
      ...bar,
    }),
    Plot.dot([place], {
      x: "x",
      y: "y",
      symbol: "diamond2",
      r: diamond / Math.sqrt(Math.PI / 2),
      fill: colors.ink,
    }),
    Plot.text(fits ? [place] : [], {
      x: "x",
      y: "y",
      text: () => number,
      textAnchor: "start",
      dx: 10,
      fontSize: size.text,
      fontWeight: 600,
      fill: colors.ink,
      stroke: colors.background,
      strokeWidth: 3,
    }),
  ];
}

/** Half of its height, in pixels. */
const largestDiamond = 3.8;
/** Half of its length, in pixels: below that, the ends of a bar run into each other. */
const shortestBar = 2.5;

/**
 * A path for every few dots: a fifth of the bytes and a tenth of the time of a circle each. Dots of one path melt where they
 * overlap; neighbours go to different paths, so that crowds are darker.
 */
function dots(mark: DotsMark, drawing: Drawing): Plot.Markish {
  const { colors, pen } = drawing;
  const all = points(mark, drawing);
  const layers = Array.from({ length: dotLayers }, (_, layer) =>
    all.filter((_, i) => i % dotLayers === layer),
  );
  return layers.map(
    (layer): Plot.Markish =>
      (_index, scales) => {
        const { x, y } = scales as unknown as Readonly<Record<"x" | "y", (value: number) => number>>;
        return pen.element("path", {
          d: layer.map((point) => `M${round(x(point.x))} ${round(y(point.y))}h.01`).join(""),
          fill: "none",
          stroke: seriesColor(colors, mark.color),
          "stroke-width": round(2 * mark.radius),
          "stroke-linecap": "round",
          "stroke-opacity": 0.6,
        }) as never;
      },
  );
}

const dotLayers = 5;

function points({ x, y, run }: Series, { across, up }: Drawing): { x: number; y: number; run: number }[] {
  return x.map((value, i) => ({ x: across(value), y: up(y[i]!), run: run[i]! }));
}

/** A break of the axis is a shaded band across the panel. */
function breaks({ pieces }: NumberAxis, { colors }: Drawing): Plot.Markish {
  const gaps = pieces.slice(1).map((piece, index) => ({ y1: pieces[index]!.extent[1], y2: piece.extent[0] }));
  return [
    Plot.rectY(gaps, { y1: "y1", y2: "y2", fill: colors.shade }),
    Plot.text(gaps, {
      y: ({ y1, y2 }) => (y1 + y2) / 2,
      text: () => "≈",
      fontSize: 16,
      frameAnchor: "left",
      textAnchor: "end",
      dx: -8,
      fill: colors.muted,
    }),
  ];
}

/** The children of Plot's own SVG in a plain group, without its style sheet. */
function flattened(svg: SvgElement, { left, top }: PanelPlace, pen: Pen): SvgElement {
  const group = pen.element("g", { transform: `translate(${left},${top})`, "text-anchor": "middle" });
  group.append(...Array.from(svg.children).filter(({ tagName }) => tagName.toLowerCase() !== "style"));
  return group;
}

function round(value: number): number {
  return Number(value.toFixed(2));
}
