import type { ValueRange } from "./value-range.js";

/** A strip whose axis is longer than this many times its own spread no longer shows its shape. */
const longestAxis = 25;

/**
 * Which strips can share a scale: neighbours are joined, nearest first, while no strip of the group becomes flatter
 * than 1/25 of the axis. Strips that overlap always share one. Time O(k³) for k strips.
 *
 * @param ranges - of each strip; one of no spread asks for no room
 * @returns indices of strips by group, both in the order given
 */
export function scaleGroups(ranges: readonly ValueRange[]): readonly (readonly number[])[] {
  let groups = ranges
    .map((range, index) => ({ low: range[0], high: range[1], least: spread(range), members: [index] }))
    .sort((a, b) => a.low - b.low || a.high - b.high);
  for (;;) {
    const joins = groups
      .slice(1)
      .map((right, index) => ({
        index,
        gap: right.low - groups[index]!.high,
        joined: join(groups[index]!, right),
      }))
      .filter(({ gap, joined }) => gap <= 0 || joined.high - joined.low <= longestAxis * joined.least)
      .sort((a, b) => a.gap - b.gap);
    const [nearest] = joins;
    if (nearest === undefined) break;
    groups = groups.toSpliced(nearest.index, 2, nearest.joined);
  }
  return groups.map(({ members }) => members.toSorted((i, j) => i - j)).sort((a, b) => a[0]! - b[0]!);
}

interface Group {
  readonly low: number;
  readonly high: number;
  /** The least spread of a member. */
  readonly least: number;
  readonly members: number[];
}

function join(left: Group, right: Group): Group {
  return {
    low: Math.min(left.low, right.low),
    high: Math.max(left.high, right.high),
    least: Math.min(left.least, right.least),
    members: [...left.members, ...right.members],
  };
}

function spread([low, high]: ValueRange): number {
  return high > low ? high - low : Number.POSITIVE_INFINITY;
}
