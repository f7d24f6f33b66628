import type { Values } from "../core/values.js";
import { thinnedCells } from "./thinned-cells.js";

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
  return thinnedCells(positions.length, (i) => Math.floor(positions[i]! / stretch), most);
}
