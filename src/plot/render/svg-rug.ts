import type * as Plot from "@observablehq/plot";
import type { RugMark } from "../figure-model.js";
import { seriesColor } from "../theme-colors.js";
import { type Drawing, type Scales, twoDecimals } from "./svg-drawing.js";

/** All ticks of a rug as one path. */
export function svgRug({ x, y, size, color }: RugMark, { colors, pen, across, up }: Drawing): Plot.Markish {
  return (_index, scales) => {
    const to = scales as unknown as Scales;
    const tick = (value: number, i: number): string => {
      const [top, base] = [y[i]! + size / 2, y[i]! - size / 2].map((end) => twoDecimals(to.y(up(end))));
      return `M${twoDecimals(to.x(across(value)))} ${top}V${base}`;
    };
    return pen.element("path", {
      d: x.map(tick).join(""),
      fill: "none",
      stroke: seriesColor(colors, color),
      "stroke-width": 1,
      "stroke-opacity": 0.7,
    }) as never;
  };
}
