import type { Coordinates, FillDistances } from "./distances.js";
import { BestSplit, noSplit, type Split } from "./split.js";

/** Sums of the distances of each point to those before it, and to those after it. */
export interface SideSums {
  readonly before: Float64Array;
  readonly after: Float64Array;
}

/**
 * The best split over all places, with the end at the last of `n` points: the sums within the points before and after each
 * place grow by the distances of one point. Time and memory O(n).
 */
export function scanLastEnd({ before, after }: SideSums, n: number, minSegment: number): Split {
  if (n < 2 * minSegment) return noSplit;
  // From here on, `after` holds the sums within the points from each place on, added up from the small end.
  for (let first = n - 2; first >= 0; first--) after[first]! += after[first + 1]!;
  const both = after[0]! / (n - 1);
  const best = new BestSplit();
  let within = 0;
  for (let first = 1; first <= n - minSegment; first++) {
    within += before[first - 1]!;
    if (first < minSegment) continue;
    const head = first === 1 ? 0 : within / (first - 1);
    const tail = n - first === 1 ? 0 : after[first]! / (n - first - 1);
    best.offer(first, ((2 * (n - 1)) / n) * (both - head - tail), both);
  }
  return best;
}

/** The statistic of one place, with the end at the last point. Time O(n), memory O(1). */
export function energyAtLastEnd({ before, after }: SideSums, n: number, place: number): number {
  let [head, tail, all] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    all += before[i]!;
    if (i < place) head += before[i]!;
    else tail += after[i]!;
  }
  const within = head / Math.max(1, place - 1) + tail / Math.max(1, n - place - 1);
  return ((2 * (n - 1)) / n) * (all / (n - 1) - within);
}

/** For any distance, in time O(n² · dimensions). */
export function sumSides(
  points: Coordinates,
  n: number,
  fill: FillDistances,
  row: Float64Array,
  { before, after }: SideSums,
): void {
  before.fill(0, 0, n);
  after.fill(0, 0, n);
  for (let point = 1; point < n; point++) {
    fill(points, point, row);
    let sum = 0;
    for (let i = 0; i < point; i++) {
      sum += row[i]!;
      after[i]! += row[i]!;
    }
    before[point] = sum;
  }
}
