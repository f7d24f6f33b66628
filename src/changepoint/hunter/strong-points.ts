import { moments } from "../../core/moments.js";
import { magnitude } from "../magnitude.js";
import type { ResolvedHunterOptions } from "./hunter-options.js";
import type { PlaceTests } from "./place-tests.js";

/** A place and its test against the stretches on both sides. */
export interface TestedPlace {
  readonly index: number;
  /** NaN where both sides are constant and equal. */
  readonly p: number;
  /** How much larger one mean is than the other, as a fraction. */
  readonly magnitude: number;
}

/** Each place, tested between its neighbours. */
export function testPlaces(
  values: Readonly<Float64Array>,
  places: readonly number[],
  tests: PlaceTests,
): TestedPlace[] {
  return places.map((index, k) =>
    testPlace(values, places[k - 1] ?? 0, index, places[k + 1] ?? values.length, tests),
  );
}

/**
 * The second pass: as long as any place has a p of `maxP` or more, the one with the largest p is dropped, else the one of the
 * smallest magnitude, if that is no more than `minMagnitude`.
 *
 * After each, the places on both sides have new neighbours and are tested anew. Hunter and Otava take the two that follow
 * instead, so the place before keeps a p and a magnitude that are no longer true; their published results hold only so.
 */
export function dropWeakPoints(
  values: Readonly<Float64Array>,
  weak: readonly TestedPlace[],
  { maxP, minMagnitude, significance }: Pick<ResolvedHunterOptions, "maxP" | "minMagnitude" | "significance">,
  tests: PlaceTests,
): number[] {
  const places = [...weak];
  while (places.length > 0) {
    let drop = extreme(places, ({ p }) => p);
    if (places[drop]!.p < maxP) {
      drop = extreme(places, ({ magnitude }) => -magnitude);
      if (places[drop]!.magnitude > minMagnitude) break;
    }
    places.splice(drop, 1);
    for (const k of significance === "student" ? [drop, drop + 1] : [drop - 1, drop]) {
      const place = places[k];
      if (place === undefined) continue;
      const [start, end] = [places[k - 1]?.index ?? 0, places[k + 1]?.index ?? values.length];
      places[k] = testPlace(values, start, place.index, end, tests);
    }
  }
  return places.map(({ index }) => index);
}

/** The first of the largest; NaN is never larger, and nothing larger than NaN, as in Python. */
function extreme(places: readonly TestedPlace[], size: (place: TestedPlace) => number): number {
  let largest = 0;
  for (let k = 1; k < places.length; k++) {
    if (size(places[k]!) > size(places[largest]!)) largest = k;
  }
  return largest;
}

function testPlace(
  values: Readonly<Float64Array>,
  start: number,
  index: number,
  end: number,
  tests: PlaceTests,
): TestedPlace {
  const before = moments(values.subarray(start, index)).mean;
  const after = moments(values.subarray(index, end)).mean;
  return {
    index,
    p: tests.between(start, index, end),
    magnitude: magnitude(before, after),
  };
}
