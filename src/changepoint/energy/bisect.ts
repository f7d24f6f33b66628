import { stream } from "../../random/stream.js";
import type { Points } from "./points.js";
import { type SequentialPValue, sequentialPValue } from "./sequential-p-value.js";
import type { Split, SplitSearch } from "./split.js";
import { type SplitOptions, splitSearch } from "./split-search.js";

/** How often to bisect, and after which test. */
export interface BisectOptions extends SplitOptions {
  readonly significance: number;
  /** 0 for no test. */
  readonly permutations: number;
  /** Null for no limit. */
  readonly maxChangePoints: number | null;
  readonly seed: number;
}

/** What a search by energy distance says of a place to split. */
export interface EnergySplit {
  /** Index of the first value after it. */
  readonly index: number;
  /** The energy statistic Q, in the unit of the values to the power `alpha`. */
  readonly statistic: number;
  /** Null if it was not tested. */
  readonly p: number | null;
  /** Random rearrangements that the test took. */
  readonly draws: number;
  /** 1 for the split that was found first, and so on. */
  readonly step: number;
}

/** The splits that are significant, and the first one that is not. */
export interface Bisection {
  /** By index. */
  readonly found: readonly EnergySplit[];
  readonly rejected: EnergySplit | null;
}

interface Segment {
  readonly start: number;
  readonly end: number;
  readonly search: SplitSearch;
  /** Its points, as rearranged last. */
  readonly order: Uint32Array;
  readonly best: Split;
}

/**
 * Splits the segment whose best split has the largest statistic, as long as that is significant: points are rearranged
 * within the segments found so far, and the largest statistic of all of these is compared. Matteson & James (2014), section 3.
 */
export function bisect(points: Points, options: BisectOptions): Bisection {
  const { permutations, significance, maxChangePoints, seed, alpha } = options;
  const unit = 2 ** (points.exponent * alpha);
  const found: EnergySplit[] = [];
  let rejected: EnergySplit | null = null;
  let segments = [segmentOf(points, 0, points.n, options)];
  while (maxChangePoints === null || found.length < maxChangePoints) {
    const segment = segments.reduce((best, other) => (stands(other.best, best.best) ? other : best));
    const { before, statistic, rounding } = segment.best;
    if (!(statistic > rounding)) break;
    const index = segment.start + before;
    const step = found.length + 1;
    const test =
      permutations === 0
        ? { p: null, draws: 0 }
        : permutationTest(segments, statistic - rounding, permutations, significance, seed, step);
    const split = { index, statistic: statistic * unit, ...test, step };
    if (split.p !== null && split.p > significance) {
      rejected = split;
      break;
    }
    found.push(split);
    segments = segments.flatMap((other) =>
      other === segment
        ? [segmentOf(points, segment.start, index, options), segmentOf(points, index, segment.end, options)]
        : [other],
    );
  }
  return { found: found.toSorted((a, b) => a.index - b.index), rejected };
}

function segmentOf(points: Points, start: number, end: number, options: SplitOptions): Segment {
  const search = splitSearch(points, start, end, options);
  const order = Uint32Array.from({ length: end - start }, (_, i) => i);
  return { start, end, search, order, best: search(order, Number.POSITIVE_INFINITY) };
}

/** Of equal statistics, the one in the earlier segment stands. */
function stands(challenger: Split, best: Split): boolean {
  return challenger.statistic > best.statistic + Math.max(challenger.rounding, best.rounding);
}

function permutationTest(
  segments: readonly Segment[],
  enough: number,
  permutations: number,
  significance: number,
  seed: number,
  step: number,
): SequentialPValue {
  const rng = stream(seed, "e-divisive", String(step));
  const divisible = segments.filter(({ best }) => best.before > 0);
  const draw = (): boolean =>
    divisible.some(({ search, order }) => {
      rng.shuffleFirst(order, order.length);
      return search(order, enough).statistic >= enough;
    });
  return sequentialPValue(draw, permutations, significance);
}
