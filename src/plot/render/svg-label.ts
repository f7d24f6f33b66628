import * as Plot from "@observablehq/plot";
import type { LabelMark } from "../figure-model.js";
import type { Drawing } from "./svg-drawing.js";

/** A text beside a dot, on a ground of its own. */
export function svgLabel({ x, y, radius, side, text }: LabelMark, drawing: Drawing): Plot.Markish {
  const { colors, size, across, up } = drawing;
  const place = across(x);
  const anchors = {
    right: "start",
    left: "end",
    above: place < 0.06 ? "start" : place > 0.94 ? "end" : "middle",
  } as const;
  return Plot.text([text], {
    x: [place],
    y: [up(y)],
    dx: { right: radius + 4, left: -radius - 4, above: 0 }[side],
    dy: side === "above" ? -radius - 8 : 0,
    textAnchor: anchors[side],
    fontSize: size.small,
    fill: colors.muted,
    stroke: colors.background,
    strokeWidth: 3,
  });
}
