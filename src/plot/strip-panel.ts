import { axisPosition } from "./axis-position.js";
import { dotRadius } from "./dot-radius.js";
import type { NumberAxis, Panel, Strip } from "./figure-model.js";
import { stripGeometry, stripMarks } from "./strip-marks.js";
import { stripOffsets } from "./strip-offsets.js";
import { halfWidth, type StripData, type StripScale } from "./strip-scale.js";
import { thinnedDots } from "./thinned-dots.js";
import { rangeLength, type ValueRange } from "./value-range.js";

/** What all panels of a figure have in common. */
export interface StripPanelStyle {
  readonly confidence: number;
  readonly seed: number;
  /** Groups in the order of their colours; empty if all strips have the same. */
  readonly colors: readonly string[];
  /** Values of the largest strip. */
  readonly largest: number;
  /** About as many dots of a strip are drawn at most. */
  readonly mostDots: number;
  /** Width of a strip with the room beside it, in pixels. */
  readonly unitWidth: number;
  /** Length of the value axis, in pixels. */
  readonly length: number;
}

/** Strips side by side on one scale. */
export function stripPanel(
  strips: readonly StripData[],
  scale: StripScale,
  row: number,
  style: StripPanelStyle,
): Panel {
  const { y, unit, finest, note } = scale;
  const geometry = stripGeometry(style.largest, style.unitWidth);
  const radius = dotRadius(style.largest);
  const shown = strips.map((strip, index) => inUnit(strip, unit.factor, index + geometry.dotsCenter));
  const marks = shown.flatMap(({ strip, values }, at) => {
    const { sample } = strips[at]!;
    const positions = values.map((value) => axisPosition(y, value) * style.length);
    const drawn = thinnedDots(positions, { stretch: radius, most: style.mostDots });
    const offsets = stripOffsets(positions, {
      dotSize: 2 * radius,
      width: 2 * geometry.dotsHalfWidth * style.unitWidth,
      seed: style.seed,
      drawn,
    });
    return stripMarks(
      strip,
      sample.runs,
      values,
      { drawn, offsets },
      {
        at,
        color: Math.max(0, style.colors.indexOf(sample.group)),
        radius,
        geometry,
        unit: unit.label,
        confidence: style.confidence,
        resolution: resolutionOf(halfWidth(strip.interval), finest, y),
      },
    );
  });
  return { row, note, x: { kind: "strips", strips: shown.map(({ strip }) => strip) }, y, marks };
}

function inUnit(
  { sample, values, statistics }: StripData,
  factor: number,
  at: number,
): { strip: Strip; values: Float64Array } {
  const { n, mean, interval, median, coefficientOfVariation } = statistics;
  const scaled = (range: ValueRange): ValueRange => [range[0] * factor, range[1] * factor];
  const strip = {
    name: sample.name,
    at: Number(at.toFixed(4)),
    n,
    mean: mean * factor,
    interval: interval === null ? null : scaled(interval),
    median: median * factor,
    coefficientOfVariation,
  };
  return { strip, values: values.map((value) => value * factor) };
}

/** Means of a panel have the same decimals, unless one is known more than ten times better than another. */
function resolutionOf(own: number, finest: number, { pieces }: NumberAxis): number {
  if (Number.isFinite(own) && own > 10 * finest) return own;
  if (Number.isFinite(finest)) return finest;
  return Math.min(...pieces.map(({ domain }) => rangeLength(domain))) / 10;
}
