import type { NumberAxis, Panel } from "../figure-model.js";
import { groupedBy } from "../grouped-by.js";
import { numberAxis } from "../number-axis.js";
import { hullOf, rangeLength, type ValueRange } from "../value-range.js";

/** An axis longer than so many times the range of a panel no longer shows its shape. */
const longest = 8;

/**
 * Panels whose axes of one quantity and unit have one scale.
 *
 * @param always - even where panels lie so far apart, or differ so much in spread, that some become flat
 */
export function sharedAxes(panels: readonly Panel[], always: boolean): readonly Panel[] {
  const groups = groupedBy(panels, ({ x, y }) => `${nameOf(x)}/${nameOf(y)}`);
  const shared = new Map<Panel, Panel>();
  for (const group of groups) {
    const across = oneScale(
      group.map(({ x }) => x),
      always,
    );
    const up = oneScale(
      group.map(({ y }) => y),
      always,
    );
    for (const panel of group)
      shared.set(panel, { ...panel, x: across ?? panel.x, y: (up as NumberAxis | null) ?? panel.y });
  }
  return panels.map((panel) => shared.get(panel)!);
}

function nameOf(axis: Panel["x"]): string {
  return axis.kind === "strips" ? "strips" : `${axis.label}/${axis.unit}/${axis.scale}`;
}

/** One axis for all, or null if they keep their own. */
function oneScale(axes: readonly Panel["x"][], always: boolean): NumberAxis | null {
  const numbers = axes.filter((axis): axis is NumberAxis => axis.kind === "number");
  const [first] = numbers;
  if (first === undefined || numbers.length < axes.length || numbers.length < 2) return null;
  if (numbers.some(({ named, pieces }) => named || pieces.length > 1)) return null;
  const ranges = numbers.map(({ pieces }) => pieces[0]!.domain);
  const hull = hullOf(ranges);
  const flat = ranges.some((range) => lengthOf(hull, first.scale) > longest * lengthOf(range, first.scale));
  if (flat && !always) return null;
  const { label, unit, scale, smallestStep } = first;
  const ticks = Math.max(...numbers.map((axis) => axis.ticks.length));
  return numberAxis({ label, unit, scale, ranges: [hull], ticks, smallestStep, air: 0 });
}

function lengthOf(range: ValueRange, scale: "linear" | "log"): number {
  return scale === "log" ? Math.log(range[1] / range[0]) : rangeLength(range);
}
