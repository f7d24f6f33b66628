import type * as Plot from "@observablehq/plot";
import type { CenterMark } from "../figure-model.js";
import { textWidth } from "../typeface/text-width.js";
import { type Drawing, type Scales, twoDecimals } from "./svg-drawing.js";
import type { SvgElement } from "./svg-pen.js";

/**
 * A diamond with an error bar, if there is anything to see of it, and its number where there is room. An end outside the axis is
 * an arrow.
 */
export function svgCenter(mark: CenterMark, drawing: Drawing): Plot.Markish {
  const { along = "y", x, value, interval, label } = mark;
  const { colors, size, across, up, pixel, pen } = drawing;
  return (_index, scales) => {
    const to = scales as unknown as Scales;
    const [other, place] = along === "y" ? [to.x(across(x)), up] : [to.y(up(x)), across];
    const at = (each: number): number =>
      along === "y"
        ? to.y(Math.min(1, Math.max(0, place(each))))
        : to.x(Math.min(1, Math.max(0, place(each))));
    const center = at(value);
    const ends = (interval ?? []).map((end) => ({ at: at(end), inside: place(end) >= 0 && place(end) <= 1 }));
    const reach = Math.max(0, ...ends.map((end) => Math.abs(end.at - center)));
    const visible = reach >= shortestBar;
    // Smaller on a short bar, so as not to cover it.
    const half = visible ? Math.min(largestDiamond, 0.7 * reach) : largestDiamond;
    const spot = (a: number, b: number): string =>
      along === "y"
        ? `${twoDecimals(other + a)} ${twoDecimals(b)}`
        : `${twoDecimals(b)} ${twoDecimals(other + a)}`;
    const line = (a: number, b: number, c: number, d: number): string => `M${spot(a, b)}L${spot(c, d)}`;
    const caps = ends.map((end) => {
      if (end.inside) return line(-cap, end.at, cap, end.at);
      // An arrow out of the panel.
      const inward = end.at + 5 * Math.sign(center - end.at);
      return `M${spot(-4, inward)}L${spot(0, end.at)}L${spot(4, inward)}`;
    });
    const bar = visible ? [line(0, ends[0]!.at, 0, ends[1]!.at), ...caps].join("") : "";
    const diamond = `M${spot(0, center - half)}L${spot(half, center)}L${spot(0, center + half)}L${spot(-half, center)}Z`;
    const number = label.split(" ")[0]!;
    const needed = textWidth(number, 600) * size.text;
    const group = pen.element("g", { fill: colors.ink });
    if (bar !== "")
      group.append(pen.element("path", { d: bar, fill: "none", stroke: colors.ink, "stroke-width": 1.6 }));
    group.append(pen.element("path", { d: diamond }));
    const text = (left: number, top: number): SvgElement =>
      pen.text(number, twoDecimals(left), twoDecimals(top + size.text * 0.36), size.text, {
        "font-weight": 600,
        "text-anchor": "start",
        // On a ground of its own.
        stroke: colors.background,
        "stroke-width": 3,
        "paint-order": "stroke",
        "stroke-linejoin": "round",
      });
    if (along === "y") {
      const fits = needed + 13 <= (0.5 - (x - Math.round(x))) * pixel.across;
      if (fits) group.append(text(other + 10, center));
    } else {
      const end = Math.max(center, ...(visible ? ends.map((each) => each.at) : [])) + 8;
      const start = Math.min(center, ...(visible ? ends.map((each) => each.at) : [])) - 8 - needed;
      group.append(text(end + needed <= pixel.across ? end : start, other));
    }
    return group as never;
  };
}

/** Half of its height, in pixels. */
const largestDiamond = 3.8;
/** Half of its length, in pixels: below that, the ends of a bar run into each other. */
const shortestBar = 2.5;
/** Half of its length, in pixels. */
const cap = 6;
