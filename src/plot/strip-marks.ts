import type { DotsMark, Mark, Strip } from "./figure-model.js";
import { confidenceText, quantityText, spanText } from "./quantity-text.js";
import type { StripStatistic } from "./strip-statistics.js";

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
export function stripGeometry(most: number, unitWidth: number, lying: boolean): StripGeometry {
  if (lying) return { dotsCenter: -0.12, dotsHalfWidth: 0.28, medianHalfWidth: 0.32, meanAt: 0.32 };
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
  readonly statistic: StripStatistic;
  readonly confidence: number;
}

/** Which values are drawn as dots, and how. */
export interface StripDots {
  readonly drawn: readonly number[];
  /** Sideways, from −1 to 1. */
  readonly offsets: Float64Array;
  /** Of each dot, from −1 (towards the page) to 1 (towards the ink). */
  readonly shades: Float64Array;
  /** Of all values. */
  readonly run: Readonly<Uint32Array>;
  readonly iteration: Readonly<Uint32Array>;
}

/** The dots of a strip, its median, and its mean or median with an interval. */
export function stripMarks(strip: Strip, values: Float64Array, dots: StripDots, place: StripPlace): Mark[] {
  const { name, mean, median, interval } = strip;
  const { at, geometry, unit, resolution, statistic, confidence } = place;
  const { dotsCenter, medianHalfWidth, meanAt } = geometry;
  const value = statistic === "mean" ? mean : median;
  return [
    {
      kind: "median",
      name,
      from: round(at + dotsCenter - medianHalfWidth),
      to: round(at + dotsCenter + medianHalfWidth),
      value: median,
      label: quantityText(median, unit, resolution),
    },
    ...dotsByShade(name, values, dots, place),
    {
      kind: "center",
      statistic,
      name,
      x: round(at + meanAt),
      value,
      interval,
      label: quantityText(value, unit, resolution),
      intervalLabel:
        interval === null
          ? ""
          : `${confidenceText(confidence)} interval ${spanText(interval, unit, resolution)}`,
    },
  ];
}

/** A mark of a single run needs no run and iteration for each dot when it is written down, if there are not too many marks. */
const mostRunMarks = 40;

/** Dots of one shade, and of one run if there are few enough. */
function dotsByShade(
  name: string,
  values: Float64Array,
  { drawn, offsets, shades, run, iteration }: StripDots,
  { at, color, radius, geometry }: StripPlace,
): DotsMark[] {
  const { dotsCenter, dotsHalfWidth } = geometry;
  const groups = new Map<string, number[]>();
  const split = (run.at(-1) ?? 1) <= mostRunMarks;
  for (let dot = 0; dot < drawn.length; dot++) {
    const key = `${shades[dot]} ${split ? run[drawn[dot]!] : ""}`;
    const dots = groups.get(key);
    if (dots === undefined) groups.set(key, [dot]);
    else dots.push(dot);
  }
  return [...groups.values()].map((dots) => ({
    kind: "dots",
    name,
    color,
    ...(shades[dots[0]!] === 0 ? {} : { shade: shades[dots[0]!]! }),
    radius,
    x: dots.map((dot) => round(at + dotsCenter + offsets[dot]! * dotsHalfWidth)),
    y: dots.map((dot) => values[drawn[dot]!]!),
    run: dots.map((dot) => run[drawn[dot]!]!),
    iteration: dots.map((dot) => iteration[drawn[dot]!]!),
  }));
}

/** To four decimals, a hundredth of a pixel; plus zero, so that a rounded −0 is written as 0. */
function round(value: number): number {
  return Math.round(value * 10_000) / 10_000 + 0;
}
