import { type DisplayUnit, displayUnit } from "../data/display-unit.js";
import type { Panel } from "./figure-model.js";
import { fillLevel } from "./fill-level.js";
import { scaleGroups } from "./scale-groups.js";
import { stripPanel } from "./strip-panel.js";
import { stripRows } from "./strip-rows.js";
import { type StripData, type StripScale, stripScale } from "./strip-scale.js";
import { hullOf, rangeLength } from "./value-range.js";

/** Where the values of strips that lie far apart go. */
export type StripLayout = "shared" | "panels" | "broken";

/** What {@link stripPanels} needs to know about the figure. */
export interface StripPanelsOptions {
  readonly layout: StripLayout | "auto";
  readonly scale: "linear" | "log";
  readonly confidence: number;
  readonly seed: number;
  readonly width: number;
  /** Undefined: as high as its rows of panels need. */
  readonly height: number | undefined;
}

/** Strips arranged in panels, and what was chosen. */
export interface StripPanels {
  readonly layout: StripLayout;
  readonly height: number;
  readonly panels: readonly Panel[];
}

/** With more groups than colours that are easily told apart, colour would be noise. */
const mostColors = 6;

/** More dots in a figure cover one another, and take browsers and notebooks long. */
const mostDots = 20_000;

/** Arranges strips, one or more of one unit, in one panel or in several with a scale of their own. */
export function stripPanels(strips: readonly StripData[], options: StripPanelsOptions): StripPanels {
  const { scale, confidence, seed, width } = options;
  const apart = scaleGroups(strips.map(({ statistics }) => statistics.range));
  const own = apart.length > 1 && scale === "linear" ? "panels" : "shared";
  const layout = options.layout === "auto" ? own : options.layout;
  const groups = groupsOf(strips, layout, apart);
  const rows = stripRows(
    groups.map((group) => group.length),
    width,
  );
  const { height = 540 + 300 * (rows.length - 1) } = options;
  const widest = Math.max(...rows.map((row) => row.reduce((total, { from, to }) => total + to - from, 0)));
  const colors = [...new Set(strips.map(({ sample }) => sample.group))];
  // What the texts of the figure and the numbers of the axes leave, roughly.
  const length = (0.58 * height) / rows.length;
  const style = {
    confidence,
    seed,
    colors: colors.length > mostColors ? [] : colors,
    largest: Math.max(...strips.map(({ values }) => values.length)),
    mostDots: fillLevel(
      strips.map(({ values }) => values.length),
      mostDots,
    ),
    unitWidth: (0.9 * width) / widest,
    length,
  };
  const scales = groupScales(groups, { scale, broken: layout === "broken", length });
  const panels = rows.flatMap((row, index) =>
    row.map(({ group, from, to }) =>
      stripPanel(groups[group]!.slice(from, to), scales[group]!, index, style),
    ),
  );
  return { layout, height, panels };
}

type Group = readonly StripData[];

function groupsOf(
  strips: readonly StripData[],
  layout: StripLayout,
  apart: readonly (readonly number[])[],
): readonly Group[] {
  if (layout !== "panels") return [strips];
  if (apart.length === 1) return strips.map((strip) => [strip]);
  return apart.map((group) => group.map((index) => strips[index]!));
}

function groupScales(
  groups: readonly Group[],
  options: { readonly scale: "linear" | "log"; readonly broken: boolean; readonly length: number },
): readonly StripScale[] {
  const lengths = groups.map((group) => rangeLength(hullOf(group.map(({ statistics }) => statistics.range))));
  const longest = groups.length === 1 ? null : Math.max(...lengths);
  const units = groupUnits(groups);
  return groups.map((group, index) => stripScale(group, units[index]!, { ...options, longest }));
}

/** One unit for the figure, unless its panels are ten thousand times apart. */
function groupUnits(groups: readonly Group[]): readonly DisplayUnit[] {
  const sizes = groups.map((group) =>
    Math.max(...group.map(({ statistics }) => Math.abs(statistics.median))),
  );
  const together = Math.max(...sizes) <= 1e4 * Math.min(...sizes);
  return groups.map((group) => unitOf(together ? groups.flat() : group));
}

function unitOf(group: Group): DisplayUnit {
  return displayUnit(
    group.flatMap(({ values }) => Array.from(values)),
    group[0]!.sample.unit,
  );
}
