import type { Values } from "../core/values.js";
import { densityShades, runShades } from "./dot-shades.js";
import type { Mark, NumberAxis, Panel, Strip } from "./figure-model.js";
import { type StripLayout, sidewaysOffsets, type ThinnedStrip } from "./strip-dots.js";
import { stripLabels } from "./strip-labels.js";
import { type StripDots, type StripPlace, stripGeometry, stripMarks } from "./strip-marks.js";
import { halfWidth, type StripData, type StripScale } from "./strip-scale.js";
import type { StripStatistic } from "./strip-statistics.js";
import { rangeLength, type ValueRange } from "./value-range.js";

/** What all panels of a figure have in common. */
export interface StripPanelStyle {
  readonly statistic: StripStatistic;
  readonly confidence: number;
  readonly layout: StripLayout;
  readonly lying: boolean;
  readonly seed: number;
  /** Groups in the order of their colours; empty if all strips have the same. */
  readonly colors: readonly string[];
  /** Values of the largest strip. */
  readonly largest: number;
  /** Of a dot, in pixels. */
  readonly radius: number;
  /** Width of a strip with the room beside it, in pixels. */
  readonly unitWidth: number;
  /** Of the value axis, in pixels. */
  readonly length: number;
  /** Whether severe outliers are labelled. */
  readonly labels: boolean;
  /** The largest number of values that a dot stands for; 1 if all are drawn. */
  readonly largestStand: number;
}

/** A strip, and which of its values are drawn. */
export interface DrawnStrip {
  readonly data: StripData;
  readonly thinned: ThinnedStrip;
}

/** Strips side by side on one scale. */
export function stripPanel(
  strips: readonly DrawnStrip[],
  scale: StripScale,
  row: number,
  style: StripPanelStyle,
): Panel {
  const { y, unit, finest, note } = scale;
  const geometry = stripGeometry(style.largest, style.unitWidth, style.lying);
  const shown = strips.map(({ data }, index) => inUnit(data, unit.factor, index + geometry.dotsCenter));
  const marks = strips.flatMap(({ data, thinned }, at): Mark[] => {
    const strip = shown[at]!;
    const place: StripPlace = {
      at,
      color: Math.max(0, style.colors.indexOf(data.sample.group)),
      radius: style.radius,
      geometry,
      unit: unit.label,
      resolution: resolutionOf(halfWidth(strip.interval), finest, y),
      statistic: style.statistic,
      confidence: style.confidence,
    };
    const dots = stripDots(thinned, data.sample.runs, place, style);
    const labels = style.labels
      ? stripLabels({ strip, thinned, runs: data.sample.runs, dots, place, axis: y }, style)
      : [];
    return [...stripMarks(strip, thinned.values, dots, place), ...labels];
  });
  return {
    row,
    note,
    x: { kind: "strips", strips: shown },
    y,
    marks,
    ...(style.lying ? { lying: true } : {}),
  };
}

function stripDots(
  thinned: ThinnedStrip,
  runs: readonly Values[],
  { radius, geometry }: StripPlace,
  { layout, seed, unitWidth, largestStand }: StripPanelStyle,
): StripDots {
  const { drawn, stands, values } = thinned;
  const [run, iteration] = [new Uint32Array(values.length), new Uint32Array(values.length)];
  let index = 0;
  runs.forEach(({ length }, number) => {
    for (let i = 0; i < length; i++, index++) [run[index], iteration[index]] = [number + 1, i];
  });
  const offsets = sidewaysOffsets(thinned, {
    layout,
    dotSize: 2 * radius,
    width: 2 * geometry.dotsHalfWidth * unitWidth,
    seed,
  });
  const shades =
    largestStand > 1
      ? densityShades(stands ?? new Float64Array(drawn.length).fill(1), largestStand)
      : runShades(
          Float64Array.from(drawn, (i) => run[i]!),
          runs.length,
        );
  return { drawn, offsets, shades, run, iteration };
}

function inUnit({ name, label, group, statistics }: StripData, factor: number, at: number): Strip {
  const { n, mean, interval, median, coefficientOfVariation } = statistics;
  const scaled = (range: ValueRange): ValueRange => [range[0] * factor, range[1] * factor];
  return {
    name,
    label,
    group,
    at: Number(at.toFixed(4)),
    n,
    mean: mean * factor,
    interval: interval === null ? null : scaled(interval),
    median: median * factor,
    coefficientOfVariation,
  };
}

/** Means of a panel have the same decimals, unless one is known more than ten times better than another. */
function resolutionOf(own: number, finest: number, { pieces }: NumberAxis): number {
  if (Number.isFinite(own) && own > 10 * finest) return own;
  if (Number.isFinite(finest)) return finest;
  return Math.min(...pieces.map(({ domain }) => rangeLength(domain))) / 10;
}
