import { stream } from "../../random/stream.js";
import { chanceOf } from "./chance.js";
import { type NormalScores, normalScores } from "./normal-scores.js";
import { scan } from "./scan.js";
import type { Dependence } from "./serial-dependence.js";

/** Below, neither table nor permutation can tell a change from chance. */
export const fewestValues = 10;

/** Ties that take more of the scores' variance than this need a distribution of their own. */
const mostTied = 0.02;

/** Segments that are shorter than the table's may hide in more places. */
const tabulatedSegment = 5;

/** What a stretch of a series is searched with. */
export interface StretchOptions {
  readonly alpha: number;
  readonly minSegment: number;
  readonly seed: number;
  /** How many values the whole series has. */
  readonly n: number;
}

/** What a stretch shows. */
export interface StretchSign {
  /** Where its level seems to change, counted from the stretch's first value. */
  readonly bounds: readonly number[];
  /** How often noise alone gives as much in a stretch of its length; null if that cannot be told. */
  readonly p: number | null;
  /** Where one step would lie; null if that cannot be told. */
  readonly step: number | null;
}

/**
 * Tests whether the level of a stretch changes anywhere. The chance comes from the table of the scan, or, where ties or
 * segments shorter than the table's make another distribution, from shuffles of these very scores, stopped early if the
 * answer is plain (Besag & Clifford, 1991, Biometrika 78, 301–304, doi:10.1093/biomet/78.2.301).
 */
export function testStretch(
  values: Readonly<Float64Array>,
  dependence: Dependence,
  options: StretchOptions,
): StretchSign {
  const { minSegment } = options;
  if (values.length < Math.max(fewestValues, 2 * minSegment)) return nothing;
  const ranked = normalScores(values);
  if (ranked.tied === 1) return nothing;
  const { statistic, bounds, step } = scan(ranked.scores, dependence.rho, minSegment);
  const allowed = statistic - dependence.charge;
  const tabulated = ranked.tied <= mostTied && minSegment >= tabulatedSegment;
  const p = tabulated ? chanceOf(allowed, values.length) : shuffledChance(ranked, allowed, options);
  return { bounds, p, step };
}

const nothing: StretchSign = { bounds: [], p: null, step: null };

/** After so many shuffles a statistic far above all of them is plain. */
const firstShuffles = 20;

/** More are never made: beyond them the tail tells. */
const mostShuffles = 999;

/**
 * Enough shuffles for a tenth of the level that a stretch of this length is tested at, unless ten reach the statistic
 * before, or the first ones stay so far below it that the tail, which falls as exp(−statistic) (see {@link chanceOf}), puts it
 * a thousand times below that level.
 */
function shuffledChance({ scores }: NormalScores, statistic: number, options: StretchOptions): number {
  const { alpha, minSegment, seed, n } = options;
  const level = (alpha * scores.length) / n;
  const shuffles = Math.min(Math.ceil(10 / level) - 1, mostShuffles);
  const rng = stream(seed, "detectChangePoints", "shuffle", String(scores.length));
  const order = Uint32Array.from(scores.keys());
  const shuffled = new Float64Array(scores.length);
  let reached = 0;
  let largest = 0;
  const tail = (round: number) => Math.exp(largest - statistic) / (round + 1);
  for (let round = 1; round <= shuffles; round++) {
    rng.shuffleFirst(order, order.length);
    for (let i = 0; i < order.length; i++) shuffled[i] = scores[order[i]!]!;
    const other = scan(shuffled, 0, minSegment).statistic;
    if (other > largest) largest = other;
    if (other >= statistic && ++reached === 10) return reached / round;
    if (round === firstShuffles && tail(round) < level / 1000) return Math.max(tail(round), Number.MIN_VALUE);
  }
  return reached > 0 ? (reached + 1) / (shuffles + 1) : Math.max(tail(shuffles), Number.MIN_VALUE);
}
