import { checkInteger, checkOptions } from "../core/check-options.js";
import { InputError } from "../core/input-error.js";
import { show } from "../core/show.js";
import type { Warning } from "../core/warning.js";
import { type MatchedChange, matchChanges } from "./score/match-changes.js";
import { covering, randIndices, segmentOverlaps } from "./score/segment-overlaps.js";

/** Changes, ascending: the index of the first value of each new regime; or what a change-point method returned. */
export type ChangeList =
  | readonly number[]
  | { readonly indices: readonly number[]; readonly n?: number | undefined };

/** Options of {@link scoreSegmentation}. */
export interface ScoreSegmentationOptions {
  /** Length of the series. Default that of a result that is scored; without it there is no Rand index and no covering. */
  readonly n?: number;
  /** How many values a found change may lie beside the true one, 0 or more. Default 5. */
  readonly margin?: number;
  /**
   * Whether index 0 counts as a change that is true and found, as in van den Burg & Williams (2020): then precision, recall and F1
   * are defined for every series. Default false.
   */
  readonly countStart?: boolean;
}

/** Result of {@link scoreSegmentation}. */
export interface ScoreSegmentationResult {
  readonly method: "segmentation-score";
  /** How many changes were found. */
  readonly found: number;
  /** How many there are. */
  readonly truth: number;
  /** Which found change stands for which true one. */
  readonly matches: readonly MatchedChange[];
  /** Share of the found changes that are true; null if none was found. */
  readonly precision: number | null;
  /** Share of the true changes that were found; null if there is none. */
  readonly recall: number | null;
  /** 2 × matches over all found and all true changes, the harmonic mean of the two; null if there are none of either. */
  readonly f1: number | null;
  /** Mean distance of matched changes, in values; null if none is matched. */
  readonly meanLocationError: number | null;
  /** The largest distance of any change, found or true, from the nearest of the other kind; null if one kind has none. */
  readonly hausdorff: number | null;
  /** Share of pairs of values that both put into one segment, or both into two; null without `n`. */
  readonly rand: number | null;
  /** The Rand index corrected for chance: 1 for equal segmentations, 0 for what chance does. */
  readonly adjustedRand: number | null;
  /** How well the found segments cover the true ones, in (0, 1]. */
  readonly covering: number | null;
  readonly margin: number;
  readonly countStart: boolean;
  readonly n: number | null;
  readonly warnings: readonly Warning[];
}

/**
 * How well found changes agree with true ones: precision and recall within a margin, distances, and agreement of the segments.
 *
 * Each true change is matched at most once, so that two found beside it are one hit and one false alarm: as many pairs as possible,
 * of those the nearest. Where there is no change and none is found, distance is 0 and agreement 1; precision and recall are
 * null, unless `countStart`. Truong, Oudre & Vayatis (2020), Signal Processing 167, 107299, doi:10.1016/j.sigpro.2019.107299;
 * van den Burg & Williams (2020), arXiv:2003.06222. Time and memory O(found · true).
 *
 * @param found - ascending indices of the first value of each new regime, or the result of a change-point method
 * @param truth - the same of the true changes
 * @param options - `n`, length of the series, default that of a result; `margin`, 0 or more, default 5; `countStart`, default false
 * @returns shares and indices from 0 to 1 (`adjustedRand` may be negative), distances in values; null where not defined
 * @throws {InputError} indices are no ascending whole numbers from 1 to n − 1, or an option is out of range
 * @example
 * const score = scoreSegmentation([98, 150, 203], [100, 200], { n: 300 })
 * score.precision // ≈ 0.6667
 * score.recall // 1
 * score.meanLocationError // 2.5
 */
export function scoreSegmentation(
  found: ChangeList,
  truth: ChangeList,
  options: ScoreSegmentationOptions = {},
): ScoreSegmentationResult {
  const { margin = 5, countStart = false } = checkOptions("scoreSegmentation", options);
  checkInteger("scoreSegmentation", "margin", margin, 0);
  const n = options.n ?? lengthOf(found) ?? lengthOf(truth);
  if (n !== null) checkInteger("scoreSegmentation", "n", n, 1);
  const ours = checkChanges("found", found, n);
  const theirs = checkChanges("truth", truth, n);
  const start = countStart ? [0] : [];
  const matches = matchChanges([...start, ...ours], [...start, ...theirs], margin);
  const [nFound, nTrue] = [ours.length + start.length, theirs.length + start.length];
  const errors = matches.slice(start.length).map((match) => Math.abs(match.found - match.truth));
  const overlaps = n === null ? null : segmentOverlaps(ours, theirs, n);
  return {
    method: "segmentation-score",
    found: ours.length,
    truth: theirs.length,
    matches: matches.slice(start.length),
    precision: nFound === 0 ? null : matches.length / nFound,
    recall: nTrue === 0 ? null : matches.length / nTrue,
    f1: nFound + nTrue === 0 ? null : (2 * matches.length) / (nFound + nTrue),
    meanLocationError: errors.length === 0 ? null : errors.reduce((sum, x) => sum + x, 0) / errors.length,
    hausdorff: hausdorff(ours, theirs),
    ...(n === null || overlaps === null
      ? { rand: null, adjustedRand: null, covering: null }
      : { ...randIndices(overlaps, ours, theirs, n), covering: covering(overlaps, n) }),
    margin,
    countStart,
    n,
    warnings: n === null ? [noLength] : [],
  };
}

function lengthOf(changes: ChangeList): number | null {
  return isResult(changes) ? (changes.n ?? null) : null;
}

function isResult(changes: ChangeList): changes is Exclude<ChangeList, readonly number[]> {
  return typeof changes === "object" && changes !== null && "indices" in changes;
}

function checkChanges(argument: string, changes: ChangeList, n: number | null): readonly number[] {
  const indices: readonly number[] = isResult(changes) ? changes.indices : changes;
  if (!Array.isArray(indices)) {
    throw new InputError(
      "scoreSegmentation",
      argument,
      `needs an array of indices, or the result of a change-point method, got ${show(changes)}`,
    );
  }
  for (let i = 0; i < indices.length; i++) {
    const [index, before] = [indices[i]!, i === 0 ? 0 : indices[i - 1]!];
    if (Number.isSafeInteger(index) && index > before && (n === null || index < n)) continue;
    throw new InputError(
      "scoreSegmentation",
      `${argument}[${i}]`,
      `needs a whole number above ${before}${n === null ? "" : ` and below n, ${n}`}, the first index of a new regime, ` +
        `in ascending order, got ${show(index)}`,
    );
  }
  return indices;
}

function hausdorff(found: readonly number[], truth: readonly number[]): number | null {
  if (found.length === 0 && truth.length === 0) return 0;
  if (found.length === 0 || truth.length === 0) return null;
  return Math.max(farthest(found, truth), farthest(truth, found));
}

/** The largest distance of a change from the nearest of the others, both ascending. */
function farthest(changes: readonly number[], others: readonly number[]): number {
  let largest = 0;
  let j = 0;
  for (const change of changes) {
    while (j + 1 < others.length && Math.abs(others[j + 1]! - change) <= Math.abs(others[j]! - change)) j++;
    largest = Math.max(largest, Math.abs(others[j]! - change));
  }
  return largest;
}

const noLength: Warning = {
  code: "no-length",
  message:
    "Rand index and covering need the length of the series: give n, or score the result of a change-point method.",
};
