import type { Rng } from "../../random/rng.js";
import { stream } from "../../random/stream.js";
import { preparePoints } from "../energy/points.js";
import { rankNumbers, sumRankedSides } from "../energy/ranked-sides.js";
import { scanAllEnds } from "../energy/scan-all-ends.js";
import { energyAtLastEnd, scanLastEnd } from "../energy/scan-last-end.js";
import { scanMemory } from "../energy/scan-memory.js";
import { sequentialPValue } from "../energy/sequential-p-value.js";
import type { Split } from "../energy/split.js";
import { firstLimit, type ResolvedHunterOptions } from "./hunter-options.js";
import type { PlaceTests } from "./place-tests.js";

/** One value on a side has no distances within, which makes it look like a change of its own. */
const minSegment = 2;

/**
 * Permutations are held to the search that found a place: in a window to the best of all places and ends, between neighbours to
 * the best of all places. So a p-value is right although its place was chosen for being extreme. That several places are
 * tested, between neighbours that were chosen too, is what the test of the whole series makes up for: is its best place of all,
 * or that of any window, better than in rearrangements? Its p is twice the smaller of both (Bonferroni).
 *
 * Random numbers depend on the seed and the places alone, so that later values do not move earlier answers.
 */
export function permutationTests(
  values: Readonly<Float64Array>,
  { permutations, maxP, seed, window }: ResolvedHunterOptions,
): PlaceTests {
  const search = searchIn(window);
  const rngOf = (name: string, ...places: readonly number[]) =>
    stream(seed, "hunter", name, ...places.map(String));
  return {
    minSegment,
    inWindow: (parts, { start, best }) => {
      const rng = rngOf("window", parts[0]!.start, start + best.before);
      const enough = best.statistic - best.rounding;
      const arrangements = parts.map(({ start, end }) => arrangement(values.subarray(start, end), rng));
      const draw = () => arrangements.some((next) => search(next(), enough).statistic >= enough);
      return sequentialPValue(draw, permutations, firstLimit(maxP)).p;
    },
    between: (start, place, end) => {
      if (place - start < minSegment || end - place < minSegment) return 1;
      const part = values.subarray(start, end);
      return placePValue(part, place - start, rngOf("between", start, place, end), permutations, maxP);
    },
    anywhere: () => {
      const whole = placePValue(values, null, rngOf("anywhere", values.length), permutations, maxP / 2);
      if (2 * whole < maxP) return 2 * whole;
      const rng = rngOf("any window", values.length);
      const { statistic, rounding } = bestWindow(values, window, search, Number.POSITIVE_INFINITY);
      const enough = statistic - rounding;
      const next = arrangement(values, rng);
      const draw = () => bestWindow(next(), window, search, enough).statistic >= enough;
      const { p } = sequentialPValue(draw, permutations, maxP / 2);
      return Math.min(1, 2 * whole, 2 * p);
    },
  };
}

type Search = (values: Readonly<Float64Array>, enough: number) => Split;

function searchIn(window: number): Search {
  const memory = scanMemory(window);
  return (values, enough) => scanAllEnds(values, values.length, minSegment, enough, memory);
}

/** The values in random order, a new one each time, in the same memory. */
function arrangement(values: Readonly<Float64Array>, rng: Rng): () => Readonly<Float64Array> {
  const order = Uint32Array.from(values.keys());
  const arranged = new Float64Array(values.length);
  return () => {
    rng.shuffleFirst(order, order.length);
    for (let i = 0; i < order.length; i++) arranged[i] = values[order[i]!]!;
    return arranged;
  };
}

/** The best place of windows half of one apart. */
function bestWindow(
  values: Readonly<Float64Array>,
  window: number,
  search: Search,
  enough: number,
): Pick<Split, "statistic" | "rounding"> {
  let statistic = Number.NEGATIVE_INFINITY;
  let rounding = 0;
  for (let start = 0; start < values.length && statistic < enough; start += Math.floor(window / 2)) {
    const best = search(values.subarray(start, start + window), enough);
    statistic = Math.max(statistic, best.statistic);
    rounding = Math.max(rounding, best.rounding);
  }
  return { statistic, rounding };
}

/** How often does the best place of rearranged values differ as much as this one, or as the best one? */
function placePValue(
  part: Readonly<Float64Array>,
  place: number | null,
  rng: Rng,
  permutations: number,
  significance: number,
): number {
  const n = part.length;
  const values = preparePoints([part]).coordinates;
  const ranked = rankNumbers(values);
  const order = Uint32Array.from(values.keys());
  const tree = new Float64Array(2 * (n + 1));
  const sides = { before: new Float64Array(n), after: new Float64Array(n) };
  sumRankedSides(values, ranked, order, tree, sides);
  const atPlace = place === null ? null : energyAtLastEnd(sides, n, place);
  const best = scanLastEnd(sides, n, minSegment);
  const enough = (atPlace ?? best.statistic) - best.rounding;
  const draw = () => {
    rng.shuffleFirst(order, n);
    sumRankedSides(values, ranked, order, tree, sides);
    return scanLastEnd(sides, n, minSegment).statistic >= enough;
  };
  return sequentialPValue(draw, permutations, significance).p;
}
