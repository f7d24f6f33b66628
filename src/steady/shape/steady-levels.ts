import type { Level } from "./levels.js";

/** Where the steady part of a run begins, by its levels. */
export interface SteadyLevels {
  /** Of its first level. */
  readonly index: number;
  /** The last brief stretch within it that is not at its level, from where to where; null if there is none. */
  readonly brief: readonly [start: number, end: number] | null;
}

/** Which share of a run may be off its level for a while without ending the steady part. */
const briefShare = 0.05;

/**
 * From the end backwards, levels that do not differ from the last one belong to the steady part, and so do brief stretches
 * between such levels, if the level before is longer than the stretch and all stretches together are no more than a
 * twentieth of the run.
 */
export function firstSteadyLevel(levels: readonly Level[], differs: (level: Level) => boolean): SteadyLevels {
  let allowed = briefShare * levels.at(-1)!.end;
  let index = levels.length - 1;
  let brief: SteadyLevels["brief"] = null;
  while (index > 0) {
    const like = levels.findLastIndex((level, i) => i < index && !differs(level));
    if (like === -1) break;
    const [start, end] = [levels[like]!.end, levels[index]!.start];
    const length = end - start;
    if (length > allowed || (length > 0 && levels[like]!.end - levels[like]!.start <= length)) break;
    if (length > 0) brief ??= [start, end];
    allowed -= length;
    index = like;
  }
  return { index, brief };
}
