import { sortedQuantile } from "../../core/sorted-quantile.js";

/** A value far from its neighbours' level, alone or with one beside it: no change of level. */
export interface IsolatedOutlier {
  readonly index: number;
  readonly value: number;
  /** Median of the segment around it. */
  readonly level: number;
  readonly side: "low" | "high";
}

/**
 * An outlier is at least three times as far from the median as 90 % of the values on its side, 4.9 standard deviations if
 * they are normal; farther where 90 % are many times as far as half of them, as in a long tail.
 */
const farness = 3;
const tailWeight = 1.25;

/** Shorter segments are measured by the spread of all. */
const longSegment = 40;

/** More far values than this side by side are no outliers. */
const longestRun = 2;

/** Where most values are equal, what differs is far, unless one in so many does. */
const rarity = 50;

/**
 * Values far from the median of their segment, one or two in a row. Distance is measured on each side by itself, since times
 * have longer tails above than below. Time O(n log n), memory O(n).
 *
 * @param bounds - where segments begin, without the first
 */
export function isolatedOutliers(
  values: Readonly<Float64Array>,
  bounds: readonly number[],
): IsolatedOutlier[] {
  const edges = [0, ...bounds, values.length];
  const deviations = new Float64Array(values.length);
  const levels = new Float64Array(values.length);
  for (let k = 1; k < edges.length; k++) {
    const part = values.subarray(edges[k - 1]!, edges[k]!);
    const level = sortedQuantile(part.slice().sort(), 0.5);
    for (let i = edges[k - 1]!; i < edges[k]!; i++) {
      deviations[i] = values[i]! - level;
      levels[i] = level;
    }
  }
  const common = fences(deviations);
  const far = new Int8Array(values.length);
  for (let k = 1; k < edges.length; k++) {
    const part = deviations.subarray(edges[k - 1]!, edges[k]!);
    const [low, high] = part.length >= longSegment ? fences(part) : common;
    for (let i = 0; i < part.length; i++) {
      far[edges[k - 1]! + i] = part[i]! > high ? 1 : part[i]! < low ? -1 : 0;
    }
  }
  return runsOf(far).flatMap(([start, end]) =>
    end - start > longestRun
      ? []
      : Array.from({ length: end - start }, (_, k): IsolatedOutlier => {
          const index = start + k;
          const side = far[index] === 1 ? "high" : "low";
          return { index, value: values[index]!, level: levels[index]!, side };
        }),
  );
}

function fences(deviations: Readonly<Float64Array>): readonly [low: number, high: number] {
  const sorted = Float64Array.from(deviations).sort();
  const above = sorted.filter((deviation) => deviation >= 0);
  const below = sorted
    .filter((deviation) => deviation <= 0)
    .map((deviation) => -deviation)
    .sort();
  return [-fence(below, sorted.length), fence(above, sorted.length)];
}

function fence(distances: Readonly<Float64Array>, n: number): number {
  if (distances.length === 0) return 0;
  const usual = sortedQuantile(distances, 0.9);
  const half = sortedQuantile(distances, 0.5);
  if (half > 0) return usual * Math.max(farness, (usual / half) ** tailWeight);
  if (usual > 0) return farness * usual;
  const off = distances.reduce((count, distance) => count + (distance > 0 ? 1 : 0), 0);
  return rarity * off <= n ? 0 : Number.POSITIVE_INFINITY;
}

/** Start and end of each stretch of marked values. */
function runsOf(marks: Readonly<Int8Array>): [start: number, end: number][] {
  const runs: [number, number][] = [];
  for (let start = 0; start < marks.length; start++) {
    if (marks[start] === 0) continue;
    let end = start + 1;
    while (end < marks.length && marks[end] !== 0) end++;
    runs.push([start, end]);
    start = end;
  }
  return runs;
}
