import { dotRadius } from "./dot-radius.js";
import type { Panel } from "./figure-model.js";
import { fillLevel } from "./fill-level.js";
import { panelUnits } from "./plot-unit.js";
import { scaleGroups } from "./scale-groups.js";
import { type StripLayout, thinStrip } from "./strip-dots.js";
import { type DrawnStrip, stripPanel } from "./strip-panel.js";
import { type StripSlice, stripRows, stripWidth } from "./strip-rows.js";
import { type StripData, type StripScale, stripScale } from "./strip-scale.js";
import type { StripStatistic } from "./strip-statistics.js";
import { hullOf, rangeLength } from "./value-range.js";

/** Where the values of strips that lie far apart go: one axis, panels with a scale of their own, or a broken axis. */
export type StripAxes = "shared" | "panels" | "broken";

/** What {@link stripPanels} needs to know about the figure. */
export interface StripPanelsOptions {
  readonly axes: StripAxes | "auto";
  readonly layout: StripLayout;
  readonly lying: boolean;
  readonly labels: boolean;
  readonly scale: "linear" | "log";
  readonly statistic: StripStatistic;
  readonly confidence: number;
  readonly seed: number;
  readonly width: number;
  /** Undefined: as high as its rows of panels need. */
  readonly height: number | undefined;
}

/** Strips arranged in panels, and what was chosen. */
export interface StripPanels {
  readonly axes: StripAxes;
  readonly height: number;
  readonly panels: readonly Panel[];
  /** The largest number of values that a dot stands for; 1 if all are drawn. */
  readonly largestStand: number;
}

/** With more groups than colours that are easily told apart, colour would be noise. */
const mostColors = 6;

/** More dots in a figure cover one another, and take browsers and notebooks long. */
const mostDots = 20_000;

/** Of a lying strip, in pixels: many of them are flatter, so that a page holds them. */
function lyingHeight(strips: number): number {
  return Math.round(Math.min(84, Math.max(46, 1100 / strips)));
}

/** Arranges strips, one or more of one unit, in one panel or in several with a scale of their own. */
export function stripPanels(strips: readonly StripData[], options: StripPanelsOptions): StripPanels {
  const { scale, lying, width } = options;
  const apart = scaleGroups(strips.map(({ statistics }) => statistics.range));
  const own = apart.length > 1 && scale === "linear" ? "panels" : "shared";
  const axes = options.axes === "auto" ? own : options.axes;
  const groups = groupsOf(strips, axes, apart);
  const sizes = groups.map((group) => group.length);
  const rows = lying
    ? sizes.map((size, group) => [{ group, from: 0, to: size }])
    : stripRows(sizes, width, stripWidth(strips.map(({ label }) => label)));
  const usual = lying
    ? lyingHeight(strips.length) * strips.length + lyingRoom(rows.length)
    : 540 + 300 * (rows.length - 1);
  const { height = Math.max(300, usual) } = options;
  const widest = Math.max(...rows.map((row) => row.reduce((total, { from, to }) => total + to - from, 0)));
  // What the texts of the figure and the numbers of the axes leave, roughly.
  const grouped = strips.some(({ group }) => group !== "");
  const length = lying ? 0.7 * width : ((grouped ? 0.5 : 0.58) * height) / rows.length;
  const unitWidth = lying ? (height - lyingRoom(rows.length)) / strips.length : (0.9 * width) / widest;
  const scales = groupScales(groups, { scale, broken: axes === "broken", length });
  const radius = dotRadius(Math.max(...strips.map(({ values }) => values.length)));
  const drawn = drawnStrips(groups, scales, { length, radius });
  const largestStand = Math.max(...drawn.flat().map(largestStandOf));
  const colors = [...new Set(strips.map(({ sample }) => sample.group))];
  const style = {
    ...options,
    colors: colors.length > mostColors ? [] : colors,
    largest: Math.max(...strips.map(({ values }) => values.length)),
    radius,
    unitWidth,
    length,
    largestStand,
  };
  const panelOf = ({ group, from, to }: StripSlice, row: number): Panel =>
    stripPanel(drawn[group]!.slice(from, to), scales[group]!, row, style);
  return {
    axes,
    height,
    panels: rows.flatMap((row, index) => row.map((slice) => panelOf(slice, index))),
    largestStand,
  };
}

/** What the texts of the figure and the axes of so many panels take of the height of lying strips. */
function lyingRoom(panels: number): number {
  return 170 + 72 * panels;
}

type Group = readonly StripData[];

function groupsOf(
  strips: readonly StripData[],
  axes: StripAxes,
  apart: readonly (readonly number[])[],
): readonly Group[] {
  if (axes !== "panels") return [strips];
  if (apart.length === 1) return strips.map((strip) => [strip]);
  return apart.map((group) => group.map((index) => strips[index]!));
}

function drawnStrips(
  groups: readonly Group[],
  scales: readonly StripScale[],
  { length, radius }: { readonly length: number; readonly radius: number },
): readonly (readonly DrawnStrip[])[] {
  const sizes = groups.flat().map(({ values }) => values.length);
  const most = fillLevel(sizes, mostDots);
  return groups.map((group, index) =>
    group.map((data) => {
      const { unit, y } = scales[index]!;
      const values = data.values.map((value) => value * unit.factor);
      return { data, thinned: thinStrip(values, { axis: y, length, stretch: radius, most }) };
    }),
  );
}

function largestStandOf({ thinned: { stands } }: DrawnStrip): number {
  return stands === null ? 1 : stands.reduce((a, b) => Math.max(a, b), 1);
}

function groupScales(
  groups: readonly Group[],
  options: { readonly scale: "linear" | "log"; readonly broken: boolean; readonly length: number },
): readonly StripScale[] {
  const lengths = groups.map((group) => rangeLength(hullOf(group.map(({ statistics }) => statistics.range))));
  const longest = groups.length === 1 ? null : Math.max(...lengths);
  const units = panelUnits(
    groups.map((group) => group.map(({ values }) => values)),
    groups[0]![0]!.sample.unit,
  );
  return groups.map((group, index) => stripScale(group, units[index]!, { ...options, longest }));
}
