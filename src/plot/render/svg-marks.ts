import * as Plot from "@observablehq/plot";
import type { AreaMark, DotsMark, LevelMark, LineMark, Mark, MedianMark } from "../figure-model.js";
import { seriesColor } from "../theme-colors.js";
import { svgBars } from "./svg-bars.js";
import { svgCenter } from "./svg-center.js";
import { svgDots, svgMixedDots, svgStems } from "./svg-dots.js";
import { type Drawing, dashArray, type Scales, twoDecimals } from "./svg-drawing.js";
import { svgEstimate } from "./svg-estimates.js";
import { svgLabel } from "./svg-label.js";
import { svgRug } from "./svg-rug.js";

/** Marks in their order, but for neighbouring dots of one strip, which are mixed. */
export function svgMarks(marks: readonly Mark[], drawing: Drawing): Plot.Markish {
  const drawn: Plot.Markish[] = [];
  for (let i = 0; i < marks.length; i++) {
    const mark = marks[i]!;
    const mixed = [mark];
    if (mark.kind === "dots" && mark.shade !== undefined) {
      while (isShadeOf(mark, marks[i + 1])) mixed.push(marks[++i]!);
    }
    drawn.push(mixed.length > 1 ? svgMixedDots(mixed as DotsMark[], drawing) : svgMark(mark, drawing));
  }
  return drawn;
}

function isShadeOf(mark: DotsMark, next: Mark | undefined): boolean {
  return next?.kind === "dots" && next.name === mark.name && next.color === mark.color;
}

/** A mark as Plot draws it; ranges, rules and references are drawn by themselves, below or above all others. */
function svgMark(mark: Mark, drawing: Drawing): Plot.Markish {
  switch (mark.kind) {
    case "dots":
      return svgDots(mark, drawing);
    case "stems":
      return svgStems(mark, drawing);
    case "line":
      return line(mark, drawing);
    case "area":
      return area(mark, drawing);
    case "bars":
      return svgBars(mark, drawing);
    case "level":
      return mark.reference ? [] : level(mark, drawing);
    case "estimate":
      return svgEstimate(mark, drawing);
    case "median":
      return mark.along === "x" ? upright(mark, drawing) : level({ ...mark, color: null }, drawing);
    case "center":
      return svgCenter(mark, drawing);
    case "label":
      return svgLabel(mark, drawing);
    case "rug":
      return svgRug(mark, drawing);
    case "range":
    case "rule":
      return [];
  }
}

/** One path for each run. */
function line(mark: LineMark, { colors, pen, across, up }: Drawing): Plot.Markish {
  return (_index, scales) => {
    const { x, y } = scales as unknown as Scales;
    let path = "";
    for (let i = 0; i < mark.x.length; i++) {
      const starts = i === 0 || (mark.run !== undefined && mark.run[i] !== mark.run[i - 1]);
      const [left, top] = [twoDecimals(x(across(mark.x[i]!))), twoDecimals(y(up(mark.y[i]!)))];
      path += starts ? `M${left} ${top}` : mark.steps ? `H${left}V${top}` : `L${left} ${top}`;
    }
    return pen.element("path", {
      d: path,
      fill: "none",
      stroke: seriesColor(colors, mark.color),
      "stroke-width": mark.width ?? 1.6,
      "stroke-linejoin": "round",
      ...dashArray(mark.dash),
    }) as never;
  };
}

function area(mark: AreaMark, { colors, pen, across, up }: Drawing): Plot.Markish {
  return (_index, scales) => {
    const { x, y } = scales as unknown as Scales;
    const left = mark.x.map((value) => twoDecimals(x(across(value))));
    const [low, high] = [mark.low, mark.high].map((values) => values.map((each) => twoDecimals(y(up(each)))));
    const last = left.length - 1;
    const there = left.map((at, i) => (mark.steps ? `H${at}V${high![i]}` : `L${at} ${high![i]}`));
    const back = left.map((_, i) => {
      const [at, level] = [left[last - i], low![last - i]];
      return mark.steps ? `V${level}H${at}` : `L${at} ${level}`;
    });
    const color = seriesColor(colors, mark.color);
    const group = pen.element("g", { fill: "none" });
    const upper = `M${left[0]} ${high![0]}${there.slice(1).join("")}`;
    const shape = { d: `${upper}${back.join("")}Z` };
    if (mark.ridge)
      group.append(pen.element("path", { ...shape, fill: colors.background, "fill-opacity": 0.7 }));
    group.append(pen.element("path", { ...shape, fill: color, "fill-opacity": mark.ridge ? 0.3 : 0.18 }));
    if (mark.ridge) group.append(pen.element("path", { d: upper, stroke: color, "stroke-width": 1.6 }));
    return group as never;
  };
}

function level(
  { from, to, value, color }: Pick<LevelMark, "from" | "to" | "value" | "color">,
  { colors, across, up }: Drawing,
): Plot.Markish {
  return Plot.ruleY([value], {
    x1: across(from),
    x2: across(to),
    y: up,
    stroke: seriesColor(colors, color),
    strokeWidth: 2.5,
  });
}

/** The median of values that run from left to right. */
function upright({ from, to, value }: MedianMark, { colors, across, up }: Drawing): Plot.Markish {
  return Plot.ruleX([value], {
    x: across,
    y1: up(from),
    y2: up(to),
    stroke: colors.ink,
    strokeWidth: 2.5,
  });
}
