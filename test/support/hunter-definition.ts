import { studentTCdf } from "../../src/stats/distributions.js";
import { energyByDefinition } from "./energy-definition.js";

/** What Hunter finds by its description, slow and obvious. */
export interface DefinedChanges {
  readonly indices: readonly number[];
  readonly weak: readonly number[];
}

interface Tested {
  readonly p: number;
  readonly magnitude: number;
}

/** Both passes with full loops; "student" re-tests the two places after a drop, as Otava does, "welch" those on both sides. */
export function hunterByDefinition(
  values: readonly number[],
  window: number,
  maxP: number,
  minMagnitude: number,
  test: "student" | "welch",
): DefinedChanges {
  const limit = maxP < 0.05 ? 10 * maxP : maxP < 0.5 ? 2 * maxP : maxP;
  const found: number[] = [];
  let start = 0;
  while (start < values.length) {
    const places = windowPlaces(values, start, Math.min(start + window, values.length), limit, test);
    for (const place of places) if (!found.includes(place)) found.push(place);
    start = Math.max(start + Math.floor(window / 2), ...places);
  }
  const weak = found.toSorted((a, b) => a - b);
  const places = [...weak];
  const tests = places.map((_, k) => testedAt(values, places, k, test));
  while (places.length > 0) {
    const largestP = Math.max(...tests.map(({ p }) => p));
    const smallest = Math.min(...tests.map(({ magnitude }) => magnitude));
    if (largestP < maxP && smallest > minMagnitude) break;
    const drop = tests.findIndex(({ p, magnitude }) =>
      largestP < maxP ? magnitude === smallest : p === largestP,
    );
    places.splice(drop, 1);
    tests.splice(drop, 1);
    for (const k of test === "student" ? [drop, drop + 1] : [drop - 1, drop]) {
      if (k >= 0 && k < places.length) tests[k] = testedAt(values, places, k, test);
    }
  }
  return { indices: places, weak };
}

function windowPlaces(
  values: readonly number[],
  start: number,
  end: number,
  limit: number,
  test: "student" | "welch",
): number[] {
  const bounds = [start, end];
  for (;;) {
    const best = { q: Number.NEGATIVE_INFINITY, from: 0, place: 0, to: 0 };
    bounds.slice(1).forEach((to, k) => {
      const from = bounds[k]!;
      for (let place = from + 1; place < to; place++) {
        for (let kappa = place + 1; kappa <= to; kappa++) {
          const q = energyByDefinition(values.slice(from, place), values.slice(place, kappa), 1);
          const rounding = 1e-10 * Math.max(1, ...values.map(Math.abs));
          if (q > best.q + rounding) Object.assign(best, { q, from, place, to });
        }
      }
    });
    if (best.place === 0) break;
    const p = pValue(values.slice(best.from, best.place), values.slice(best.place, best.to), test);
    if (!(p <= limit)) break;
    bounds.push(best.place);
    bounds.sort((a, b) => a - b);
  }
  return bounds.slice(1, -1);
}

function testedAt(
  values: readonly number[],
  places: readonly number[],
  k: number,
  test: "student" | "welch",
): Tested {
  const before = values.slice(places[k - 1] ?? 0, places[k]);
  const after = values.slice(places[k], places[k + 1] ?? values.length);
  const [m1, m2] = [mean(before), mean(after)];
  const magnitude = Math.max(m1 === 0 ? 0 : Math.abs(m2 / m1 - 1), m2 === 0 ? 0 : Math.abs(m1 / m2 - 1));
  return { p: pValue(before, after, test), magnitude };
}

/** Places of equal constant sides are dropped in any case; a p of 1 does that too. */
function pValue(before: readonly number[], after: readonly number[], test: "student" | "welch"): number {
  const [n1, n2] = [before.length, after.length];
  const squares = (side: readonly number[]) => side.reduce((sum, x) => sum + (x - mean(side)) ** 2, 0);
  if (test === "student" ? n1 + n2 <= 2 : n1 < 2 || n2 < 2) return 1;
  const ddof = test === "student" ? 0 : 1;
  const [v1, v2] = [squares(before) / (n1 - ddof), squares(after) / (n2 - ddof)];
  const pooled = ((n1 - 1) * v1 + (n2 - 1) * v2) / (n1 + n2 - 2);
  const error = test === "student" ? pooled * (1 / n1 + 1 / n2) : v1 / n1 + v2 / n2;
  const df =
    test === "student" ? n1 + n2 - 2 : error ** 2 / ((v1 / n1) ** 2 / (n1 - 1) + (v2 / n2) ** 2 / (n2 - 1));
  const difference = Math.abs(mean(before) - mean(after));
  if (error === 0) return difference === 0 ? 1 : 0;
  return 2 * studentTCdf(-difference / Math.sqrt(error), df);
}

function mean(side: readonly number[]): number {
  const sum = side.reduce((sum, x) => sum + x, 0);
  return side.every((x) => x === side[0]) ? side[0]! : sum / side.length;
}
