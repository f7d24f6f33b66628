import type * as Plot from "@observablehq/plot";
import type { BarsMark } from "../figure-model.js";
import { seriesColor } from "../theme-colors.js";
import type { Drawing } from "./svg-drawing.js";

/** A histogram as one area with an outline: two that overlap stay readable, and so does either alone. */
export function svgBars({ edges, y, color }: BarsMark, { colors, pen, across, up }: Drawing): Plot.Markish {
  return (_index, scales) => {
    const to = scales as unknown as Readonly<Record<"x" | "y", (value: number) => number>>;
    const place = (value: number): string => to.x(across(value)).toFixed(2);
    const height = (value: number): string => to.y(up(value)).toFixed(2);
    const bar = (value: number, i: number): string => {
      if (value === 0) return "";
      // A run of bars is one shape; where there is nothing, there is no line either.
      const start = i === 0 || y[i - 1] === 0 ? `M${place(edges[i]!)} ${height(0)}` : "";
      const end = i === y.length - 1 || y[i + 1] === 0 ? `V${height(0)}Z` : "";
      return `${start}V${height(value)}H${place(edges[i + 1]!)}${end}`;
    };
    const ink = seriesColor(colors, color);
    return pen.element("path", {
      d: y.map(bar).join(""),
      fill: ink,
      "fill-opacity": 0.4,
      stroke: ink,
      "stroke-width": 1.5,
      "stroke-linejoin": "round",
    }) as never;
  };
}
