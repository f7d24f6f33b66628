import * as Plot from "@observablehq/plot";
import { axisPosition } from "../axis-position.js";
import type { NumberAxis } from "../figure-model.js";
import { fittingTicks } from "./fitting-ticks.js";
import type { FontSizes, PanelPlace } from "./place-panels.js";
import type { Drawing } from "./svg-drawing.js";
import { svgMarks } from "./svg-marks.js";
import type { Pen, SvgElement } from "./svg-pen.js";
import { svgRanges, svgReferences, svgRules } from "./svg-regions.js";

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
      x.kind === "number" ? breaksAcross(x, context) : [],
      grid(place, context),
      x.kind === "number" ? base(x, numbersBelow, context) : [],
      svgReferences(panel, context),
      svgMarks(panel.marks, context),
      svgRules(panel, context),
    ],
  });
  return flattened(svg as unknown as SvgElement, place, pen);
}

/** Lines at the numbers of the value axis; rows of names are told apart by lines at the numbers of the other. */
function grid(
  { panel: { x, y }, rowNames }: PanelPlace,
  { colors, size, across, up }: Drawing,
): Plot.Markish {
  const levels = y.ticks.map(({ value, label }) => ({ at: up(value), label }));
  const line = { stroke: colors.grid, strokeWidth: 1 };
  const text = { frameAnchor: "left", textAnchor: "end", dx: -8, fontSize: size.text } as const;
  if (y.named && x.kind === "number") {
    return [
      Plot.ruleX(x.ticks, { x: ({ value }) => across(value), ...line }),
      levels.map(({ at }, index) =>
        Plot.text([rowNames[index]!.join("\n")], {
          y: [at],
          text: (name) => name,
          ...text,
          fill: colors.ink,
        }),
      ),
    ];
  }
  return [
    Plot.ruleY(levels, { y: "at", ...line }),
    Plot.text(levels, { y: "at", text: "label", ...text, fill: colors.muted }),
  ];
}

/** The base line, with numbers or without. */
function base(axis: NumberAxis, numbered: boolean, { colors, size, across, pixel }: Drawing): Plot.Markish {
  const shown = numbered ? fittingTicks(axis, pixel.across / size.text) : [];
  const places = shown.map(({ value, label }) => ({ at: across(value), label }));
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

function breaksAcross({ pieces }: NumberAxis, { colors }: Drawing): Plot.Markish {
  const gaps = pieces.slice(1).map((piece, index) => ({ x1: pieces[index]!.extent[1], x2: piece.extent[0] }));
  return Plot.rectX(gaps, { x1: "x1", x2: "x2", fill: colors.shade });
}

/** The children of Plot's own SVG in a plain group, without its style sheet. */
function flattened(svg: SvgElement, { left, top }: PanelPlace, pen: Pen): SvgElement {
  const group = pen.element("g", { transform: `translate(${left},${top})`, "text-anchor": "middle" });
  group.append(...Array.from(svg.children).filter(({ tagName }) => tagName.toLowerCase() !== "style"));
  return group;
}
