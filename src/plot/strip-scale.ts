import type { DisplayUnit } from "../data/display-unit.js";
import { dataRanges } from "./data-ranges.js";
import type { NumberAxis } from "./figure-model.js";
import { numberAxis } from "./number-axis.js";
import { quantityText, spanText } from "./quantity-text.js";
import type { GroupedSample } from "./strip-groups.js";
import type { StripStatistics } from "./strip-statistics.js";
import { hullOf, rangeLength, type ValueRange } from "./value-range.js";

/** A sample with its numbers, in its own unit. */
export interface StripData extends GroupedSample {
  readonly values: Float64Array;
  readonly statistics: StripStatistics;
  /** What its interval takes as repeated; null for no interval. */
  readonly over: "runs" | "values" | null;
}

/** What strips that can be compared by eye have in common. */
export interface StripScale {
  readonly unit: DisplayUnit;
  readonly y: NumberAxis;
  /** Half the width of the narrowest interval of a mean; infinite if there is none. */
  readonly finest: number;
  /** Tells a scale from those of other panels; empty if there are none. */
  readonly note: string;
}

/** How {@link stripScale} makes an axis. */
export interface StripScaleOptions {
  readonly scale: "linear" | "log";
  readonly broken: boolean;
  /** Length of the axis, in pixels. */
  readonly length: number;
  /** The longest range of values with a scale of its own, in the samples' unit; null if there is one scale only. */
  readonly longest: number | null;
}

/** The scale of strips, one or more, in a unit. */
export function stripScale(
  strips: readonly StripData[],
  unit: DisplayUnit,
  options: StripScaleOptions,
): StripScale {
  const { factor, label } = unit;
  const { scale, broken, length, longest } = options;
  const metric = metricName(strips);
  const [low, high] = hullOf(strips.map(({ statistics }) => statistics.range));
  const range = [low * factor, high * factor] as const;
  const shown = withIntervals(strips, [low, high]).map((end) => end * factor) as [number, number];
  const y = numberAxis({
    label: label === "" ? metric : `${metric} (${label})`,
    unit: label,
    scale,
    ranges: broken ? dataRanges(strips.map(({ values }) => values.map((value) => value * factor))) : [shown],
    ticks: length / 50,
  });
  return {
    unit,
    y,
    finest: factor * Math.min(...strips.map(({ statistics }) => halfWidth(statistics.interval))),
    note: longest === null ? "" : scaleNote(range, longest * factor, y),
  };
}

/** A range of values and the intervals around it; one that is very wide ends outside the axis. */
function withIntervals(strips: readonly StripData[], range: ValueRange): ValueRange {
  const [low, high] = range;
  const room = mostRoom * (high - low);
  const ends = strips.flatMap(({ statistics: { interval } }): ValueRange[] =>
    interval === null ? [] : [interval],
  );
  const [lowest, highest] = hullOf([range, ...ends]);
  return [
    Math.max(lowest, low > 0 ? Math.max(low - room, low / 2) : low - room),
    Math.min(highest, high + room),
  ];
}

/** For intervals, as a part of the range of values. */
const mostRoom = 0.1;

/** Half the width of an interval; infinite if there is none. */
export function halfWidth(interval: ValueRange | null): number {
  return interval === null ? Number.POSITIVE_INFINITY : rangeLength(interval) / 2;
}

function metricName(strips: readonly StripData[]): string {
  const metrics = new Set(strips.map(({ sample }) => sample.metric));
  return metrics.size === 1 ? strips[0]!.sample.metric : "value";
}

function scaleNote(range: ValueRange, longest: number, y: NumberAxis): string {
  const span = spanText(range, y.unit, rangeLength(y.pieces[0]!.domain) / 100);
  const magnified = Number((longest / rangeLength(range)).toPrecision(2));
  // A larger factor says nothing that the numbers of the axes do not.
  if (!(magnified >= 1.5 && magnified <= 10_000)) return span;
  return `${span}, magnified ${quantityText(magnified, "", magnified / 10)}×`;
}
