import type { KeyEntry } from "../figure-model.js";
import { shaded } from "../theme-colors.js";
import { dashArray } from "./svg-drawing.js";
import { symbolAt } from "./svg-estimates.js";
import type { Pen, SvgElement } from "./svg-pen.js";

/** The sign of a kind of mark in the key: 20 pixels wide from x, around the height y. */
export function keyGlyph(
  { mark, dash }: KeyEntry,
  x: number,
  y: number,
  ink: string,
  draw: Pen,
): SvgElement[] {
  const stroke = { stroke: ink, "stroke-linecap": "round" };
  const outline = { fill: "none", stroke: ink };
  const middle = x + 10;
  switch (mark) {
    case "dot": {
      const fill = ink === draw.colors.ink ? draw.colors.muted : ink;
      return [draw.element("circle", { cx: middle, cy: y, r: 4, fill, "fill-opacity": 0.75 })];
    }
    case "ring":
      return [draw.element("circle", { cx: middle, cy: y, r: 5, ...outline, "stroke-width": 1.5 })];
    case "line":
    case "median":
      return [
        draw.element("path", {
          // A dashed line needs room to be seen as such.
          d: dash === undefined || dash.length === 0 ? `M${x} ${y}h20` : `M${x - 4} ${y}h24`,
          stroke: ink,
          "stroke-width": 2,
          ...(dash === undefined || dash.length === 0 ? { "stroke-linecap": "round" } : dashArray(dash)),
        }),
      ];
    case "dashes":
      return [
        draw.element("path", {
          d: `M${x} ${y}h20`,
          ...stroke,
          "stroke-width": 1.6,
          "stroke-dasharray": "5 4",
        }),
      ];
    case "rule":
      return [
        draw.element("path", {
          d: `M${middle} ${y - 8}v16`,
          ...stroke,
          "stroke-width": 1.5,
          "stroke-dasharray": "5 4",
        }),
      ];
    case "area": {
      const area = { fill: ink, "fill-opacity": 0.4, stroke: ink, "stroke-width": 1.5 };
      return [draw.element("rect", { x: x + 2, y: y - 6, width: 16, height: 12, ...area })];
    }
    case "band":
      return [
        draw.element("rect", { x: x + 1, y: y - 7, width: 18, height: 14, fill: ink, "fill-opacity": 0.18 }),
      ];
    case "shades":
      return [1, 0.33, -0.33, -1].map((shade, i) => smallDot(x + 1 + 6 * i, y, shade, ink, draw));
    case "crowd":
      return [0, 0.5, 1].map((shade, i) => smallDot(x + 3 + 7 * i, y, shade, ink, draw));
    case "label":
      return [draw.text("#", x + 6, y + 4.5, 13, { fill: draw.colors.muted })];
    case "center":
      return [
        draw.element("path", {
          d: `M${middle} ${y - 8}v16m-5 0h10m0 -16h-10`,
          ...outline,
          "stroke-width": 1.8,
        }),
        diamondAt(middle, y, ink, draw),
      ];
    case "center alone":
      return [diamondAt(middle, y, ink, draw)];
    default:
      return [
        draw.element("path", { ...stroke, d: `M${x} ${y}h20`, "stroke-width": 1.8 }),
        symbolAt(mark, middle, y, ink, draw),
      ];
  }
}

function smallDot(x: number, y: number, shade: number, ink: string, { colors, element }: Pen): SvgElement {
  const color = ink === colors.ink ? colors.muted : ink;
  return element("circle", { cx: x, cy: y, r: 3, fill: shaded(color, colors, shade) });
}

function diamondAt(x: number, y: number, fill: string, draw: Pen): SvgElement {
  return draw.element("path", { d: `M${x} ${y - 4.5}l4.5 4.5l-4.5 4.5l-4.5 -4.5Z`, fill });
}
