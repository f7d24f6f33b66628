import type { Alternative } from "../interval.js";
import type { TieBlocks } from "./tie-blocks.js";

/**
 * The share of all arrangements of the pooled values whose distribution functions are somewhere at least `gap` / (n·m) apart.
 *
 * An arrangement is a path of n + m steps; gaps count only where a block of ties ends. The share of paths to a point that
 * have been that far out is the mean of the shares at its two predecessors, weighted by how many paths come from each: sums
 * of positive terms, so that small p keep their digits. Time O(n·m), memory O(m).
 *
 * @param gap - a whole number above 0
 */
export function pathShare(
  { n, baseline, candidate }: TieBlocks,
  gap: number,
  alternative: Alternative,
): number {
  const [rows, columns] = n;
  const isEnd = new Uint8Array(rows + columns + 1);
  let end = 0;
  for (let block = 0; block < baseline.length; block++) {
    end += baseline[block]! + candidate[block]!;
    isEnd[end] = 1;
  }
  const above = alternative === "less" ? Number.POSITIVE_INFINITY : gap;
  const below = alternative === "greater" ? Number.POSITIVE_INFINITY : gap;
  const share = new Float64Array(columns + 1);
  for (let i = 0; i <= rows; i++) {
    for (let j = 0; j <= columns; j++) {
      const difference = i * columns - j * rows;
      if (isEnd[i + j] === 1 && (difference >= above || -difference >= below)) share[j] = 1;
      else if (i + j > 0) {
        const fromLeft = j > 0 ? j * share[j - 1]! : 0;
        share[j] = (i * share[j]! + fromLeft) / (i + j);
      }
    }
  }
  return share[columns]!;
}
