import type { Coordinates, FillDistances } from "./distances.js";
import type { ScanMemory } from "./scan-memory.js";
import { BestSplit, noSplit, relativeRounding, type Split } from "./split.js";

/**
 * {@link scanAllEnds} for any distance: the distances from each point to those before it are computed first, so that the loop
 * over them is the same for all. Time O(n² · dimensions), memory O(n).
 *
 * @param row - room for `n` distances
 */
export function scanAllEndsOfPoints(
  points: Coordinates,
  n: number,
  minSegment: number,
  enough: number,
  fill: FillDistances,
  { within, head, inverse }: ScanMemory,
  row: Float64Array,
): Split {
  if (n < 2 * minSegment) return noSplit;
  const best = new BestSplit();
  within.fill(0, 0, n);
  head[1] = 0;
  let total = 0;
  for (let end = 2; end <= n; end++) {
    fill(points, end - 1, row);
    const rounding = relativeRounding * head[end - 1]!;
    let place = end - 1;
    let least = minSegment === 1 ? head[place]! : Number.POSITIVE_INFINITY;
    let distances = 0;
    for (let first = end - 2; first >= 0; first--) {
      distances += row[first]!;
      within[first]! += distances;
      if (first < minSegment || end - first < minSegment) continue;
      const inside = head[first]! + within[first]! * inverse[end - first - 1]!;
      if (inside <= least + rounding) {
        place = first;
        if (inside < least) least = inside;
      }
    }
    total += distances;
    head[end] = total * inverse[end - 1]!;
    if (end >= 2 * minSegment) best.offer(place, ((2 * (end - 1)) / end) * (head[end]! - least), head[end]!);
    if (best.statistic >= enough) break;
  }
  return best;
}
