import type { Values } from "../core/values.js";
import { axisPosition } from "./axis-position.js";
import { beeswarmOffsets } from "./beeswarm-offsets.js";
import type { NumberAxis } from "./figure-model.js";
import { sortedOffsets } from "./sorted-offsets.js";
import { stripOffsets } from "./strip-offsets.js";
import { thinnedDots } from "./thinned-dots.js";

/** How dots are moved sideways: as wide as they are dense, side by side without touching, or by size from left to right. */
export type StripLayout = "jitter" | "beeswarm" | "sorted";

/** The values of a strip along an axis, and those that are drawn. */
export interface ThinnedStrip {
  /** In the unit of the axis. */
  readonly values: Float64Array;
  /** In pixels along the axis. */
  readonly positions: Float64Array;
  /** Indices of the values that are drawn, ascending. */
  readonly drawn: readonly number[];
  /** How many values each of them stands for; null if each for itself. */
  readonly stands: Float64Array | null;
}

/** How many dots are drawn, and how large the axis is; lengths in pixels. */
export interface ThinStripOptions {
  readonly axis: NumberAxis;
  readonly length: number;
  /** Dots that are less than this apart stand for one another, if there are too many. */
  readonly stretch: number;
  /** About how many are drawn at most. */
  readonly most: number;
}

/** Places values along an axis, and thins them where there are too many. Time O(n). */
export function thinStrip(
  values: Float64Array,
  { axis, length, stretch, most }: ThinStripOptions,
): ThinnedStrip {
  const positions = values.map((value) => axisPosition(axis, value) * length);
  const drawn = thinnedDots(positions, { stretch, most });
  if (drawn.length === values.length) return { values, positions, drawn, stands: null };
  const stretchOf = (i: number): number => Math.floor(positions[i]! / stretch);
  const count = (indices: Iterable<number>): ReadonlyMap<number, number> => {
    const counts = new Map<number, number>();
    for (const i of indices) counts.set(stretchOf(i), (counts.get(stretchOf(i)) ?? 0) + 1);
    return counts;
  };
  const [all, some] = [count(positions.keys()), count(drawn)];
  const stands = Float64Array.from(drawn, (i) => all.get(stretchOf(i))! / some.get(stretchOf(i))!);
  return { values, positions, drawn, stands };
}

/** How {@link sidewaysOffsets} spreads; lengths in pixels. */
export interface SidewaysOffsetsOptions {
  readonly layout: StripLayout;
  readonly dotSize: number;
  readonly width: number;
  readonly seed: number;
}

/** Offsets from −1 to 1 of the dots that are drawn. */
export function sidewaysOffsets(
  { positions, drawn }: ThinnedStrip,
  { layout, dotSize, width, seed }: SidewaysOffsetsOptions,
): Float64Array {
  if (layout === "jitter") return stripOffsets(positions, { dotSize, width, seed, drawn });
  // A place in the order of all values holds for those that are drawn; in a beeswarm only those that are drawn take room.
  if (layout === "sorted") return pick(sortedOffsets(positions), drawn);
  return beeswarmOffsets(pick(positions, drawn), { dotSize, width });
}

function pick(values: Values, indices: readonly number[]): Float64Array {
  return Float64Array.from(indices, (i) => values[i]!);
}
