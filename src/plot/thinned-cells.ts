import { fillLevel } from "./fill-level.js";

/**
 * Which of many items to draw: all in cells that hold few, so that every one on its own stays, and of the crowded ones the same
 * number each, evenly in the order given. Time O(n).
 *
 * @param cellOf - the cell of an item
 * @param most - about how many are kept; a few more where there are more cells
 * @returns indices, ascending
 */
export function thinnedCells(n: number, cellOf: (index: number) => number, most: number): readonly number[] {
  const indices = Array.from({ length: n }, (_, i) => i);
  if (n <= most) return indices;
  const counts = new Map<number, number>();
  for (const i of indices) counts.set(cellOf(i), (counts.get(cellOf(i)) ?? 0) + 1);
  const level = fillLevel([...counts.values()], most);
  const seen = new Map<number, number>();
  return indices.filter((i) => {
    const [count, before] = [counts.get(cellOf(i))!, seen.get(cellOf(i)) ?? 0];
    seen.set(cellOf(i), before + 1);
    const kept = Math.min(count, level);
    return Math.floor(((before + 1) * kept) / count) > Math.floor((before * kept) / count);
  });
}
