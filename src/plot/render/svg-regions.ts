import * as Plot from "@observablehq/plot";
import type { Panel, RangeMark, RuleMark } from "../figure-model.js";
import { seriesColor } from "../theme-colors.js";
import type { Drawing } from "./svg-drawing.js";
import { textWidth } from "./text-width.js";

/** Labels of neighbouring boundaries stand on different lines, at most so many. */
const mostLines = 3;
const leading = 1.4;

/** Shaded ranges of x, to be drawn first, with their labels below those of the boundaries. */
export function svgRanges({ marks }: Panel, { colors, size, across }: Drawing): Plot.Markish {
  const ranges = marks.filter((mark): mark is RangeMark => mark.kind === "range");
  const rules = marks.filter(({ kind }) => kind === "rule").length;
  return [
    Plot.rectX(ranges, { x1: ({ from }) => across(from), x2: ({ to }) => across(to), fill: colors.shade }),
    Plot.text(ranges, {
      x: ({ from, to }) => (across(from) + across(to)) / 2,
      text: "label",
      frameAnchor: "top",
      lineAnchor: "top",
      dy: 6 + Math.min(rules, mostLines) * leading * size.text,
      fontSize: size.text,
      fill: colors.muted,
    }),
  ];
}

/** Boundaries, with labels to their right, or to their left where the panel ends. */
export function svgRules({ marks }: Panel, drawing: Drawing): Plot.Markish {
  const rules = marks.filter((mark): mark is RuleMark => mark.kind === "rule");
  return rules.map((rule, index) => svgRule(rule, index % mostLines, drawing));
}

function svgRule({ at, label, color, side }: RuleMark, line: number, drawing: Drawing): Plot.Markish {
  const { colors, size, across, pixel } = drawing;
  const place = across(at);
  const needed = textWidth(label, 600) * size.text + 10;
  const fits = { left: needed <= place * pixel.across, right: needed <= (1 - place) * pixel.across };
  const before = (side === "left" && fits.left) || (!fits.right && place > 0.5);
  return [
    Plot.ruleX(
      [place],
      color === undefined
        ? { stroke: colors.ink, strokeWidth: 1.5, strokeDasharray: "5 4" }
        : { stroke: seriesColor(colors, color), strokeWidth: 2.5 },
    ),
    Plot.text([label], {
      x: [place],
      frameAnchor: "top",
      lineAnchor: "top",
      textAnchor: before ? "end" : "start",
      dx: before ? -7 : 7,
      dy: 5 + line * leading * size.text,
      fontSize: size.text,
      fontWeight: 600,
      fill: colors.ink,
      // Above bars a label needs a ground of its own.
      ...(color === undefined ? {} : { stroke: colors.background, strokeWidth: 3 }),
    }),
  ];
}
