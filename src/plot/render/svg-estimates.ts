import type * as Plot from "@observablehq/plot";
import type { EstimateMark, PointSymbol } from "../figure-model.js";
import { seriesColor } from "../theme-colors.js";
import { type Drawing, type Scales, twoDecimals } from "./svg-drawing.js";
import type { Pen, SvgElement } from "./svg-pen.js";

/** A symbol on its interval; where that has no end, it runs to the edge of the panel. */
export function svgEstimate(mark: EstimateMark, { colors, pen, across, up, pixel }: Drawing): Plot.Markish {
  const { x, y, interval, along, color, symbol } = mark;
  return (_index, scales) => {
    const to = scales as unknown as Scales;
    const ink = seriesColor(colors, color);
    const [left, top] = [to.x(across(x)), to.y(up(y))].map(twoDecimals) as [number, number];
    const group = pen.element("g", { fill: "none", stroke: ink, "stroke-width": 1.8 });
    if (interval !== null) {
      const edges = along === "x" ? [0, pixel.across] : [pixel.up, 0];
      const ends = interval.map((end, side) =>
        twoDecimals(end === null ? edges[side]! : along === "x" ? to.x(across(end)) : to.y(up(end))),
      );
      const cap = (side: 0 | 1): string => {
        if (interval[side] === null) return "";
        return along === "x" ? `M${ends[side]} ${top - 4.5}v9` : `M${left - 4.5} ${ends[side]}h9`;
      };
      const bar = along === "x" ? `M${ends[0]} ${top}H${ends[1]}` : `M${left} ${ends[0]}V${ends[1]}`;
      group.append(pen.element("path", { d: bar + cap(0) + cap(1) }));
    }
    group.append(symbolAt(symbol, left, top, ink, pen));
    return group as never;
  };
}

/** A symbol with a rim of the page around it, so that it stands on its bar. */
export function symbolAt(symbol: PointSymbol, x: number, y: number, ink: string, pen: Pen): SvgElement {
  const { background } = pen.colors;
  const filled = { fill: symbol === "open" ? background : ink, stroke: symbol === "open" ? ink : background };
  const width = { "stroke-width": symbol === "open" ? 1.8 : 1 };
  if (symbol === "circle" || symbol === "open")
    return pen.element("circle", { cx: x, cy: y, r: symbol === "open" ? 4.2 : 5, ...filled, ...width });
  const outlines = {
    diamond: "m0 -6.5l6 6.5l-6 6.5l-6 -6.5Z",
    up: "m0 -6.2l6.2 11h-12.4Z",
    down: "m0 6.2l6.2 -11h-12.4Z",
  };
  return pen.element("path", { d: `M${x} ${y}${outlines[symbol]}`, ...filled, ...width });
}
