import * as Plot from "@observablehq/plot";
import type { LevelMark, Panel, RangeMark, RuleMark } from "../figure-model.js";
import { seriesColor } from "../theme-colors.js";
import { textWidth } from "../typeface/text-width.js";
import { placeRuleLabels, type RuleLabel } from "./rule-labels.js";
import type { Drawing } from "./svg-drawing.js";

const leading = 1.4;

/** Shaded ranges, to be drawn first, with labels of phases below those of the boundaries. */
export function svgRanges(panel: Panel, { colors, size, across, up, pixel }: Drawing): Plot.Markish {
  const ranges = panel.marks.filter((mark): mark is RangeMark => mark.kind === "range");
  const lines = placeRuleLabels(panel, pixel.across / size.text).lines;
  const phases = ranges.filter(({ label, along }) => label !== "" && along !== "y");
  return [
    ranges.map(({ along, from, to, uncertain }) => {
      const paint = uncertain ? { fill: colors.ink, fillOpacity: 0.13 } : { fill: colors.shade };
      if (along === "y") return Plot.rectY([from], { y1: up(from), y2: up(to), ...paint });
      // A range of no width is there all the same.
      const [start, end] = [across(from), Math.max(across(to), across(from) + 1.5 / pixel.across)];
      return Plot.rectX([from], { x1: start, x2: end, ...paint });
    }),
    phases.map(({ from, to, label }) => {
      const [start, end] = [across(from), across(to)];
      // A label that is wider than its range begins with it.
      const fits = textWidth(label) * size.text <= (end - start) * pixel.across;
      return Plot.text([label], {
        x: [fits ? (start + end) / 2 : start],
        textAnchor: fits ? "middle" : "start",
        frameAnchor: "top",
        lineAnchor: "top",
        dy: 6 + lines * leading * size.text,
        fontSize: size.text,
        fill: colors.muted,
      });
    }),
  ];
}

/** Thin lines behind the other marks. */
export function svgReferences({ marks }: Panel, { colors, across, up }: Drawing): Plot.Markish {
  const rules = marks.filter((mark): mark is RuleMark => mark.kind === "rule" && mark.reference === true);
  const levels = marks.filter((mark): mark is LevelMark => mark.kind === "level" && mark.reference === true);
  return [
    Plot.ruleX(rules, { x: ({ at }) => across(at), stroke: colors.muted, strokeWidth: 1.2 }),
    levels.map(({ from, to, value, color }) =>
      Plot.ruleY([value], {
        x1: across(from),
        x2: across(to),
        y: up,
        stroke: color === null ? colors.muted : seriesColor(colors, color),
        strokeWidth: 1.2,
        ...(value === 0 ? {} : { strokeDasharray: "5 4" }),
      }),
    ),
  ];
}

/** Boundaries, with their labels above one another where they are close. */
export function svgRules(panel: Panel, drawing: Drawing): Plot.Markish {
  const { colors, size, across, pixel } = drawing;
  const rules = panel.marks.filter((mark): mark is RuleMark => mark.kind === "rule" && !mark.reference);
  return [
    rules.map(({ at, color }) =>
      Plot.ruleX(
        [across(at)],
        color === undefined
          ? { stroke: colors.ink, strokeWidth: 1.5, strokeDasharray: "5 4" }
          : // Dashed, or it would pass for a bar.
            { stroke: seriesColor(colors, color), strokeWidth: 2.5, strokeDasharray: "8 4" },
      ),
    ),
    placeRuleLabels(panel, pixel.across / size.text).labels.map((label) => ruleLabel(label, drawing)),
  ];
}

function ruleLabel({ rule, line, before }: RuleLabel, { colors, size, across }: Drawing): Plot.Markish {
  return Plot.text([rule.label], {
    x: [across(rule.at)],
    frameAnchor: "top",
    lineAnchor: "top",
    textAnchor: before ? "end" : "start",
    dx: before ? -7 : 7,
    dy: 5 + line * leading * size.text,
    fontSize: size.text,
    fontWeight: 600,
    fill: colors.ink,
    // Above dots and bars a label needs a ground of its own.
    stroke: colors.background,
    strokeWidth: 3,
  });
}
