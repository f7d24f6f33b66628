import type { Values } from "../core/values.js";
import type { Mark, Strip } from "./figure-model.js";
import { confidenceText, quantityText, spanText } from "./quantity-text.js";

/**
 * Places across a strip, which is one unit wide: dots left of the middle, the mean right of them, then room for a number
 * if the strip is wide enough. Strips of few values use only the middle of a wide unit.
 */
export interface StripGeometry {
  readonly dotsCenter: number;
  readonly dotsHalfWidth: number;
  readonly medianHalfWidth: number;
  readonly meanAt: number;
}

/**
 * Where things go in a strip.
 *
 * @param most - values of the largest strip
 * @param unitWidth - of a strip, in pixels
 */
export function stripGeometry(most: number, unitWidth: number): StripGeometry {
  if (unitWidth < 150) return { dotsCenter: -0.09, dotsHalfWidth: 0.33, medianHalfWidth: 0.38, meanAt: 0.39 };
  const used = Math.min(1, Math.min(330, 140 + 0.15 * most) / unitWidth);
  return {
    dotsCenter: -0.19 * used,
    dotsHalfWidth: 0.24 * used,
    medianHalfWidth: 0.28 * used,
    meanAt: 0.15 * used,
  };
}

/** How a strip is drawn. */
export interface StripPlace {
  readonly at: number;
  readonly color: number;
  readonly radius: number;
  readonly geometry: StripGeometry;
  readonly unit: string;
  /** A difference that matters. */
  readonly resolution: number;
  readonly confidence: number;
}

/** Which values are drawn as dots, and their sideways offsets from −1 to 1. */
export interface StripDots {
  readonly drawn: readonly number[];
  readonly offsets: Float64Array;
}

/** The dots of a strip, between its median and its mean. */
export function stripMarks(
  strip: Strip,
  runs: readonly Values[],
  values: Float64Array,
  { drawn, offsets }: StripDots,
  place: StripPlace,
): Mark[] {
  const { name, mean, median, interval } = strip;
  const { at, color, radius, geometry, unit, resolution, confidence } = place;
  const { dotsCenter, dotsHalfWidth, medianHalfWidth, meanAt } = geometry;
  const run = runs.flatMap((values, index) => Array<number>(values.length).fill(index + 1));
  const iteration = runs.flatMap((values) => Array.from(values, (_, index) => index));
  return [
    {
      kind: "median",
      name,
      from: round(at + dotsCenter - medianHalfWidth, 4),
      to: round(at + dotsCenter + medianHalfWidth, 4),
      value: median,
      label: quantityText(median, unit, resolution),
    },
    {
      kind: "dots",
      name,
      color,
      radius,
      x: Array.from(offsets, (offset) => round(at + dotsCenter + offset * dotsHalfWidth, 4)),
      y: drawn.map((i) => values[i]!),
      run: drawn.map((i) => run[i]!),
      iteration: drawn.map((i) => iteration[i]!),
    },
    {
      kind: "mean",
      name,
      x: round(at + meanAt, 4),
      value: mean,
      interval,
      label: quantityText(mean, unit, resolution),
      intervalLabel:
        interval === null
          ? ""
          : `${confidenceText(confidence)} interval ${spanText(interval, unit, resolution)}`,
    },
  ];
}

function round(value: number, decimals: number): number {
  // Plus zero, so that a rounded −0 is written as 0.
  return Number(value.toFixed(decimals)) + 0;
}
