import type { ChangePoint, ChangePointResult, Segment } from "../../changepoint/change-points.js";
import type { Mark } from "../figure-model.js";
import { changeText, confidenceText, countText, quantityText } from "../quantity-text.js";
import type { XPlaces } from "./x-places.js";

/** A result of a change-point method, with the values that it marks as outliers where it has any. */
export interface PlotChanges extends ChangePointResult {
  readonly outliers?: readonly (number | { readonly index: number })[];
}

/** Which number of a segment its line shows. */
export type SegmentLevel = "mean" | "median";

/** Where and how changes are drawn. */
export interface ChangePlace {
  readonly places: XPlaces;
  /** Place of the first value of the series on the x axis. */
  readonly offset: number;
  /** From the series' own unit to the axis'. */
  readonly factor: number;
  readonly unit: string;
  readonly level: SegmentLevel;
  /** Index into the theme's colours; null is the colour of text. */
  readonly color: number | null;
}

/**
 * Segments as level lines; each change as a rule with its size, the largest first, so that it keeps its label, and the places
 * among which it lies as a band.
 *
 * @returns what goes below the values, and what goes above them
 */
export function changeMarks(
  { changePoints, segments }: PlotChanges,
  place: ChangePlace,
): { readonly below: readonly Mark[]; readonly above: readonly Mark[] } {
  const { places, offset, factor, level, color } = place;
  const bands = changePoints.flatMap(({ indexInterval }): Mark[] => {
    if (indexInterval === null) return [];
    const [from, to] = indexInterval.map((index) => places.before(index + offset)) as [number, number];
    return [{ kind: "range", from, to, uncertain: true, label: "" }];
  });
  const levels = segments.map(
    (segment): Mark => ({
      kind: "level",
      name: `${level} of a segment`,
      color,
      from: places.before(segment.start + offset),
      to: places.before(segment.end + offset),
      value: segment[level] * factor,
      details: segmentDetails(segment, place),
    }),
  );
  const rules = changePoints
    .toSorted((a, b) => sizeOf(b) - sizeOf(a))
    .map(
      (change): Mark => ({
        kind: "rule",
        at: places.before(change.index + offset),
        label: changeLabel(change, place),
      }),
    );
  return { below: bands, above: [...levels, ...rules] };
}

/** Places of the outliers in the series. */
export function outlierIndices({ outliers = [] }: PlotChanges): readonly number[] {
  return outliers.map((outlier) => (typeof outlier === "number" ? outlier : outlier.index));
}

/** A change in words: "+8.2 % at iteration 1,790 (95 %: 1,786 to 1,792)". */
export function changeInWords(change: ChangePoint, confidence: number, place: ChangePlace): string {
  const { places, offset } = place;
  const at = `${changeLabel(change, place)} at ${places.text(change.index + offset)}`;
  if (change.indexInterval === null) return at;
  const [first, last] = change.indexInterval.map((index) => places.text(index + offset)) as [string, string];
  return `${at} (${confidenceText(confidence)} interval: ${first === last ? first : `${first} to ${last}`})`;
}

/** The size of a change: relative where it can be told, else in the unit. */
export function changeLabel({ relativeChange, before, after }: ChangePoint, place: ChangePlace): string {
  if (relativeChange !== null) return changeText(relativeChange);
  const difference = (after.mean - before.mean) * place.factor;
  const size = quantityText(Math.abs(difference), place.unit, 0);
  return `${difference < 0 ? "−" : "+"}${size}`;
}

function sizeOf({ relativeChange, before, after }: ChangePoint): number {
  return relativeChange === null ? Math.abs(after.mean - before.mean) : Math.abs(Math.log1p(relativeChange));
}

function segmentDetails(segment: Segment, { places, offset, factor, unit }: ChangePlace): readonly string[] {
  const { start, end, n, mean, median, sd } = segment;
  const resolution = sd === null ? 0 : (sd * factor) / Math.sqrt(n);
  return [
    `mean ${quantityText(mean * factor, unit, resolution)}`,
    `median ${quantityText(median * factor, unit, resolution)}`,
    ...(sd === null ? [] : [`standard deviation ${quantityText(sd * factor, unit, (sd * factor) / 50)}`]),
    `${places.text(start + offset)} to ${places.text(end - 1 + offset)}, ${countText(n)} value${n === 1 ? "" : "s"}`,
  ];
}
