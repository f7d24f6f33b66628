import type { DisplayUnit } from "../data/display-unit.js";
import { axisPosition } from "./axis-position.js";
import { dataRanges } from "./data-ranges.js";
import type { NumberAxis, Panel } from "./figure-model.js";
import { numberAxis } from "./number-axis.js";
import type { PlotSample } from "./plot-samples.js";
import { quantityText, spanText } from "./quantity-text.js";
import { dotRadius, stripGeometry, stripMarks } from "./strip-marks.js";
import { stripOffsets } from "./strip-offsets.js";
import type { StripStatistics } from "./strip-statistics.js";
import { hullOf, rangeLength, type ValueRange } from "./value-range.js";

/** A sample with its numbers, in its own unit. */
export interface StripData {
  readonly sample: PlotSample;
  readonly values: Float64Array;
  readonly statistics: StripStatistics;
}

/** What all panels of a figure have in common. */
export interface StripPanelStyle {
  readonly scale: "linear" | "log";
  readonly broken: boolean;
  readonly confidence: number;
  readonly seed: number;
  /** Groups in the order of their colours. */
  readonly colors: readonly string[];
  /** Values of the largest strip. */
  readonly largest: number;
  /** Width of a strip with the room beside it, in pixels. */
  readonly unitWidth: number;
  /** Length of the value axis, in pixels. */
  readonly length: number;
  /** The longest range of values of a panel, in the samples' unit; null if there is one panel only. */
  readonly longest: number | null;
}

/** Strips that share a scale, shown in one unit. */
export function stripPanel(strips: readonly StripData[], unit: DisplayUnit, style: StripPanelStyle): Panel {
  const { factor, label } = unit;
  const shown = strips.map(({ sample, values, statistics }) => ({
    sample,
    values: values.map((value) => value * factor),
    statistics: scaled(statistics, factor),
  }));
  const range = hullOf(shown.map(({ statistics }) => statistics.range));
  const y = numberAxis({
    label: label === "" ? metricName(shown) : `${metricName(shown)} (${label})`,
    unit: label,
    scale: style.scale,
    ranges: style.broken ? dataRanges(shown.map(({ values }) => values)) : [range],
    ticks: style.length / 44,
  });
  const geometry = stripGeometry(style.largest, style.unitWidth);
  const radius = dotRadius(style.largest);
  const finest = Math.min(...shown.map(({ statistics }) => halfWidth(statistics)));
  const marks = shown.flatMap(({ sample, values, statistics }, at) => {
    const offsets = stripOffsets(
      values.map((value) => axisPosition(y, value) * style.length),
      { dotSize: 2 * radius, width: 2 * geometry.dotsHalfWidth * style.unitWidth, seed: style.seed },
    );
    return stripMarks(sample, values, offsets, statistics, {
      at,
      color: style.colors.indexOf(sample.group),
      radius,
      geometry,
      unit: label,
      confidence: style.confidence,
      resolution: resolutionOf(halfWidth(statistics), finest, y),
    });
  });
  const longest = style.longest === null ? null : style.longest * factor;
  return {
    note: longest === null ? "" : panelNote(range, longest, y),
    x: {
      kind: "strips",
      strips: shown.map(({ sample: { name }, statistics: { range: _, ...rest } }) => ({ name, ...rest })),
    },
    y,
    marks,
  };
}

function scaled(statistics: StripStatistics, factor: number): StripStatistics {
  const { mean, interval, median, range } = statistics;
  const scale = ([low, high]: ValueRange): ValueRange => [low * factor, high * factor];
  return {
    ...statistics,
    mean: mean * factor,
    median: median * factor,
    interval: interval === null ? null : scale(interval),
    range: scale(range),
  };
}

/** Of the interval of the mean; infinite if there is none. */
function halfWidth({ interval }: StripStatistics): number {
  return interval === null ? Number.POSITIVE_INFINITY : rangeLength(interval) / 2;
}

/** Means of a panel have the same decimals, unless one is known more than ten times better than another. */
function resolutionOf(own: number, finest: number, axis: NumberAxis): number {
  if (!Number.isFinite(finest)) return axisResolution(axis);
  return Number.isFinite(own) && own > 10 * finest ? own : finest;
}

/** The smallest difference that the axis shows. */
function axisResolution({ pieces }: NumberAxis): number {
  return Math.min(...pieces.map(({ domain }) => rangeLength(domain) / 100));
}

function panelNote(range: ValueRange, longest: number, axis: NumberAxis): string {
  const resolution = axisResolution(axis);
  const [low, high] = range;
  const span = spanText(range, axis.unit, resolution);
  const magnified = high > low ? longest / (high - low) : 1;
  if (magnified < 1.5) return span;
  return `${span}, magnified ${quantityText(Number(magnified.toPrecision(2)), "", magnified / 10)}×`;
}

function metricName(strips: readonly StripData[]): string {
  const metrics = new Set(strips.map(({ sample }) => sample.metric));
  return metrics.size === 1 ? strips[0]!.sample.metric : "value";
}
