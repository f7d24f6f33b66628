import type { Values } from "../core/values.js";
import { spreadEvenly } from "./strip-offsets.js";

/** How {@link beeswarmOffsets} places dots. All lengths share one unit, such as pixels. */
export interface BeeswarmOffsetsOptions {
  /** Diameter of a dot. */
  readonly dotSize: number;
  /** Width of the strip. */
  readonly width: number;
}

/** Places that are tried in the width of a dot. */
const fineness = 4;

/**
 * Sideways offsets of a beeswarm: dots are placed in order of value, each as near to the middle as it can lie without touching
 * another; neighbours take turns at going left and right. Where a strip is full, dots lie over each other, evenly spread.
 *
 * Needs no seed. Time O(n · width / dotSize), memory O(n).
 *
 * @param positions - finite places along the value axis, in the length unit of the options, in any order
 * @returns an offset from −1 (left edge) to 1 (right edge) for each position
 */
export function beeswarmOffsets(positions: Values, options: BeeswarmOffsetsOptions): Float64Array {
  const { dotSize, width } = options;
  const order = Float64Array.from(positions, (_, i) => i).sort(
    (i, j) => positions[i]! - positions[j]! || i - j,
  );
  const step = dotSize / fineness;
  const half = Math.floor((width - dotSize) / 2 / step);
  // The highest dot on each place so far; of those below it none can be nearer.
  const highest = new Float64Array(2 * Math.max(0, half) + 1).fill(Number.NEGATIVE_INFINITY);
  const reach = Float64Array.from(
    { length: fineness },
    (_, i) => dotSize * Math.sqrt(1 - (i / fineness) ** 2),
  );
  const isFree = (place: number, position: number): boolean => {
    for (let i = 0; i < fineness; i++) {
      // A hair less than touching, so that rounding keeps no dots apart.
      const least = position - reach[i]! * (1 - 1e-9);
      if (place + i < highest.length && highest[place + i]! > least) return false;
      if (place - i >= 0 && highest[place - i]! > least) return false;
    }
    return true;
  };
  const offsets = new Float64Array(order.length);
  for (const [rank, index] of order.entries()) {
    const position = positions[index]!;
    const side = rank % 2 === 0 ? 1 : -1;
    let place = -1;
    for (let away = 0; away <= half && place < 0; away++) {
      if (isFree(half + side * away, position)) place = half + side * away;
      else if (isFree(half - side * away, position)) place = half - side * away;
    }
    if (place >= 0) highest[place] = position;
    offsets[index] = place >= 0 ? ((place - half) * step * 2) / width : spreadEvenly(rank);
  }
  return offsets;
}
