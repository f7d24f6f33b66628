import type { Values } from "../core/values.js";
import { fillLevel } from "./fill-level.js";

/** How {@link thinnedDots} thins. */
export interface ThinnedDotsOptions {
  /** Dots in stretches of this length, in the unit of the positions, stand for one another. */
  readonly stretch: number;
  /** About how many dots are kept; a few more where there are more stretches with dots. */
  readonly most: number;
}

/**
 * Which dots of a strip to draw when there are too many: all in stretches of the value axis that hold few, so that every value
 * on its own stays, and of the crowded ones the same number each, evenly in the order of the values given. Time O(n).
 *
 * @param positions - finite places along the value axis; never modified
 * @returns indices, ascending
 */
export function thinnedDots(positions: Values, options: ThinnedDotsOptions): readonly number[] {
  const { stretch, most } = options;
  const indices = Array.from(positions, (_, i) => i);
  if (indices.length <= most) return indices;
  const stretchOf = (i: number): number => Math.floor(positions[i]! / stretch);
  const counts = new Map<number, number>();
  for (const i of indices) counts.set(stretchOf(i), (counts.get(stretchOf(i)) ?? 0) + 1);
  const level = fillLevel([...counts.values()], most);
  const seen = new Map<number, number>();
  return indices.filter((i) => {
    const [count, before] = [counts.get(stretchOf(i))!, seen.get(stretchOf(i)) ?? 0];
    seen.set(stretchOf(i), before + 1);
    const kept = Math.min(count, level);
    return Math.floor(((before + 1) * kept) / count) > Math.floor((before * kept) / count);
  });
}
