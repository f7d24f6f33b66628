import type { ScanMemory } from "./scan-memory.js";
import { BestSplit, noSplit, relativeRounding, type Split } from "./split.js";

/**
 * The best split of `n` numbers over all places τ and all ends κ, for distances |x − y|.
 *
 * With W the sum of distances within some points, and U = W / (their number − 1), 0 for one point, the statistic of Matteson
 * & James for the first τ points against the next m, N = τ + m together, is
 *
 *   Q(τ, κ) = 2 (N − 1) / N · (U(both) − U(first) − U(next)),
 *
 * which is their 2/N · Σ|x−y| − 2m/(N(τ−1)) · W(first) − 2τ/(N(m−1)) · W(next), since the distances within both are those
 * within each and those between. One more point at the end adds to W(next), for every τ, the sum of its distances to the
 * points from τ on, which grows by one distance a step while τ runs down. So each pair (τ, κ) costs a few additions of
 * numbers that are never negative; no distance is kept. Time O(n²), memory O(n).
 *
 * Two ends are taken at a time, which reads and writes memory half as often and is half as fast again.
 */
export function scanAllEnds(
  values: Readonly<Float64Array>,
  n: number,
  minSegment: number,
  enough: number,
  { within, head, inverse }: ScanMemory,
): Split {
  if (n < 2 * minSegment) return noSplit;
  const best = new BestSplit();
  within.fill(0, 0, n);
  head[1] = 0;
  let total = 0;
  for (let end = 2; end <= n; end += 2) {
    const value = values[end - 1]!;
    // Past the last value it is repeated, and what comes of that is not used.
    const nextValue = values[Math.min(end, n - 1)]!;
    const rounding = relativeRounding * head[end - 1]!;
    let distances = 0;
    let nextDistances = Math.abs(nextValue - value);
    within[end - 1] = nextDistances;
    let first = end - 2;
    for (; first > end - minSegment && first >= minSegment; first--) {
      distances += Math.abs(values[first]! - value);
      nextDistances += Math.abs(values[first]! - nextValue);
      within[first]! += distances + nextDistances;
    }
    // The last place of either end. One value on the side after it comes later, since head[end] is not known yet.
    let place = end - minSegment;
    let least = minSegment === 1 ? head[place]! : Number.POSITIVE_INFINITY;
    let nextPlace = end + 1 - Math.max(2, minSegment);
    let nextLeast =
      nextPlace < minSegment
        ? Number.POSITIVE_INFINITY
        : head[nextPlace]! + within[nextPlace]! * inverse[end - nextPlace]!;
    for (; first >= minSegment; first--) {
      const other = values[first]!;
      distances += Math.abs(other - value);
      nextDistances += Math.abs(other - nextValue);
      const sum = within[first]! + distances;
      const nextSum = sum + nextDistances;
      within[first] = nextSum;
      const before = head[first]!;
      const inside = before + sum * inverse[end - first - 1]!;
      if (inside <= least + rounding) {
        place = first;
        if (inside < least) least = inside;
      }
      const nextInside = before + nextSum * inverse[end - first]!;
      if (nextInside <= nextLeast + rounding) {
        nextPlace = first;
        if (nextInside < nextLeast) nextLeast = nextInside;
      }
    }
    for (; first >= 0; first--) {
      distances += Math.abs(values[first]! - value);
      nextDistances += Math.abs(values[first]! - nextValue);
    }
    total += distances;
    head[end] = total * inverse[end - 1]!;
    if (end >= 2 * minSegment) best.offer(place, ((2 * (end - 1)) / end) * (head[end]! - least), head[end]!);
    if (end === n || best.statistic >= enough) break;
    total += nextDistances;
    head[end + 1] = total * inverse[end]!;
    if (minSegment === 1 && head[end]! < nextLeast) {
      if (head[end]! < nextLeast - rounding) nextPlace = end;
      nextLeast = head[end]!;
    }
    if (end + 1 >= 2 * minSegment) {
      best.offer(nextPlace, ((2 * end) / (end + 1)) * (head[end + 1]! - nextLeast), head[end + 1]!);
    }
    if (best.statistic >= enough) break;
  }
  return best;
}
