import type { Values } from "../core/values.js";
import { axisPosition } from "./axis-position.js";
import type { LabelMark, NumberAxis, Strip } from "./figure-model.js";
import { outlierEpisodes, outlierLabels } from "./outlier-labels.js";
import type { StripLayout, ThinnedStrip } from "./strip-dots.js";
import type { StripDots, StripPlace } from "./strip-marks.js";
import { textWidth } from "./typeface/text-width.js";

/** A strip whose dots have their places. */
export interface PlacedStrip {
  readonly strip: Strip;
  readonly thinned: ThinnedStrip;
  readonly runs: readonly Values[];
  readonly dots: StripDots;
  readonly place: StripPlace;
  readonly axis: NumberAxis;
}

/** How a figure is drawn, as far as labels are concerned; lengths in pixels. */
export interface StripLabelsOptions {
  readonly layout: StripLayout;
  readonly lying: boolean;
  /** Of the value axis. */
  readonly length: number;
  /** Of a strip with the room beside it. */
  readonly unitWidth: number;
}

/** Of a label, in pixels. */
const lineHeight = 18;
const letterSize = 11.5;
/** Of a strip. */
const mostLabels = 3;

/**
 * Labels with the iterations of severe outliers, beside their dots, as far as there is room: those of the farthest ones, and none
 * that would lie over another, over dots, or over the mean.
 */
export function stripLabels(placed: PlacedStrip, options: StripLabelsOptions): readonly LabelMark[] {
  const { strip, thinned, runs, dots, place, axis } = placed;
  const { layout, lying, length, unitWidth } = options;
  const { at, geometry, radius, statistic } = place;
  const { positions, values, drawn } = thinned;
  const labels = outlierLabels(outlierEpisodes(values, runs), runs.length > 1, {
    positions,
    labelSize: (text) => (lying ? widthOf(text) + 12 : lineHeight),
    most: mostLabels,
  });
  const center = axisPosition(axis, statistic === "mean" ? strip.mean : strip.median) * length;
  return labels.flatMap(({ index, position, text }): LabelMark[] => {
    // Dots that go up from left to right have their room on the other side.
    const side = layout === "sorted" && !lying && values[index]! > strip.median ? "left" : "right";
    // Of lying strips, above them.
    const outward = side === "right" && !lying ? 1 : -1;
    const reach = (lying ? widthOf(text) : lineHeight) / 2;
    let edge = -1;
    for (let dot = 0; dot < drawn.length; dot++) {
      const near = Math.abs(positions[drawn[dot]!]! - position) <= reach;
      if (near) edge = Math.max(edge, outward * dots.offsets[dot]!);
    }
    const from = geometry.dotsCenter + outward * edge * geometry.dotsHalfWidth;
    const end = from + (outward * (widthOf(text) + radius + 8)) / unitWidth;
    const free = Math.abs(center - position) < lineHeight ? geometry.meanAt - 0.02 : 0.5;
    if (!lying && (end > free || end < -0.5)) return [];
    const x = Math.round((at + from) * 10_000) / 10_000;
    return [{ kind: "label", name: strip.name, x, y: values[index]!, radius, side, text }];
  });
}

function widthOf(text: string): number {
  return textWidth(text) * letterSize;
}
