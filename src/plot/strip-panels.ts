import { type DisplayUnit, displayUnit } from "../data/display-unit.js";
import type { Panel } from "./figure-model.js";
import { scaleGroups } from "./scale-groups.js";
import { type StripData, type StripPanelStyle, stripPanel } from "./strip-panel.js";
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
  readonly height: number;
}

/** Strips arranged in panels, and the layout that was chosen. */
export interface StripPanels {
  readonly layout: StripLayout;
  readonly panels: readonly Panel[];
}

/** Arranges strips, one or more of one unit, in one panel or in several with a scale of their own. */
export function stripPanels(strips: readonly StripData[], options: StripPanelsOptions): StripPanels {
  const { scale, confidence, seed, width, height } = options;
  const apart = scaleGroups(strips.map(({ statistics }) => statistics.range));
  const own = apart.length > 1 && scale === "linear" ? "panels" : "shared";
  const layout = options.layout === "auto" ? own : options.layout;
  const groups = groupsOf(strips, layout, apart);
  const style: StripPanelStyle = {
    scale,
    broken: layout === "broken",
    confidence,
    seed,
    colors: [...new Set(strips.map(({ sample }) => sample.group))],
    largest: Math.max(...strips.map(({ values }) => values.length)),
    // What the texts of the figure and the numbers of the axes leave, roughly.
    unitWidth: (0.9 * width) / strips.length,
    length: 0.58 * height,
    longest:
      groups.length === 1
        ? null
        : Math.max(...groups.map((group) => rangeLength(hullOf(group.map(rangeOf))))),
  };
  const units = groupUnits(groups);
  return { layout, panels: groups.map((group, index) => stripPanel(group, units[index]!, style)) };
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

function rangeOf({ statistics }: StripData): readonly [number, number] {
  return statistics.range;
}

/** One unit for the figure, unless its panels are ten thousand times apart. */
function groupUnits(groups: readonly Group[]): readonly DisplayUnit[] {
  const unitOf = (group: Group): DisplayUnit =>
    displayUnit(
      group.flatMap(({ values }) => Array.from(values)),
      group[0]!.sample.unit,
    );
  const sizes = groups.map((group) =>
    Math.max(...group.map(({ statistics }) => Math.abs(statistics.median))),
  );
  const together = Math.max(...sizes) <= 1e4 * Math.min(...sizes);
  if (!together) return groups.map(unitOf);
  const common = unitOf(groups.flat());
  return groups.map(() => common);
}
