import type * as Plot from "@observablehq/plot";
import type { DotsMark, StemsMark } from "../figure-model.js";
import { seriesColor, shadedColor } from "../theme-colors.js";
import { type Drawing, type Scales, twoDecimals } from "./svg-drawing.js";

/** Dots, or circles around something. */
export function svgDots(mark: DotsMark, drawing: Drawing): Plot.Markish {
  return mark.hollow ? rings(mark, drawing) : discs([mark], drawing);
}

/** Dots of different shades that belong together: none lie above all others. */
export function svgMixedDots(marks: readonly DotsMark[], drawing: Drawing): Plot.Markish {
  return discs(marks, drawing);
}

/**
 * A path for every few dots: a fifth of the bytes and a tenth of the time of a circle each. Dots of one path melt where they
 * overlap; neighbours go to different paths, so that crowds are darker.
 */
function discs(marks: readonly DotsMark[], { colors, pen, across, up }: Drawing): Plot.Markish {
  const layers = Array.from({ length: dotLayers }, (_, layer) => marks.map((mark) => ({ mark, layer })));
  return layers.flat().map(
    ({ mark, layer }): Plot.Markish =>
      (_index, scales) => {
        const { x, y } = scales as unknown as Scales;
        const place = (i: number): string =>
          `M${twoDecimals(x(across(mark.x[i]!)))} ${twoDecimals(y(up(mark.y[i]!)))}h.01`;
        let path = "";
        for (let i = layer; i < mark.x.length; i += dotLayers) path += place(i);
        return pen.element("path", {
          d: path,
          fill: "none",
          stroke: shadedColor(colors, mark.color, mark.shade),
          "stroke-width": twoDecimals(2 * mark.radius),
          "stroke-linecap": "round",
          "stroke-opacity": 0.6,
        }) as never;
      },
  );
}

const dotLayers = 5;

function rings(mark: DotsMark, { colors, pen, across, up }: Drawing): Plot.Markish {
  return (_index, scales) => {
    const { x, y } = scales as unknown as Scales;
    const r = twoDecimals(mark.radius);
    const ring = (value: number, i: number): string =>
      `M${twoDecimals(x(across(value)) - mark.radius)} ${twoDecimals(y(up(mark.y[i]!)))}` +
      `a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
    return pen.element("path", {
      d: mark.x.map(ring).join(""),
      fill: "none",
      stroke: seriesColor(colors, mark.color),
      "stroke-width": 1.5,
    }) as never;
  };
}

/** Lines from 0 with a dot at the end. */
export function svgStems(mark: StemsMark, drawing: Drawing): Plot.Markish {
  const { colors, pen, across, up } = drawing;
  const stems: Plot.Markish = (_index, scales) => {
    const { x, y } = scales as unknown as Scales;
    const stem = (value: number, i: number): string =>
      `M${twoDecimals(x(across(value)))} ${twoDecimals(y(up(0)))}V${twoDecimals(y(up(mark.y[i]!)))}`;
    return pen.element("path", {
      d: mark.x.map(stem).join(""),
      fill: "none",
      stroke: seriesColor(colors, mark.color),
      "stroke-width": 1.6,
    }) as never;
  };
  return [stems, discs([{ ...mark, kind: "dots", radius: 3.2 }], drawing)];
}
