import { type Coordinates, distancesOf } from "./distances.js";
import type { Points } from "./points.js";
import { rankNumbers, sumRankedSides } from "./ranked-sides.js";
import { scanAllEnds } from "./scan-all-ends.js";
import { scanAllEndsOfPoints } from "./scan-all-ends-of-points.js";
import { scanLastEnd, sumSides } from "./scan-last-end.js";
import { scanMemory } from "./scan-memory.js";
import { noSplit, type SplitSearch } from "./split.js";

/** Which ends of the second part are tried: all, as Matteson & James do, or that of the segment, as MongoDB does. */
export type Kappa = "all" | "end";

/** How the best split is found. */
export interface SplitOptions {
  /** Exponent of the distances, above 0 and up to 2. */
  readonly alpha: number;
  /** The fewest points on either side. */
  readonly minSegment: number;
  readonly kappa: Kappa;
}

/** A search for the best split of the points from `start` up to, and without, `end`, the fastest there is for its options. */
export function splitSearch(points: Points, start: number, end: number, options: SplitOptions): SplitSearch {
  const { alpha, minSegment, kappa } = options;
  if (end - start < 2 * minSegment) return () => noSplit;
  if (points.dimensions > 1 || alpha !== 1) return searchPoints(points, start, end, options);
  const values = points.coordinates.subarray(start, end);
  return kappa === "all" ? searchAllEnds(values, minSegment) : searchLastEnd(values, minSegment);
}

function searchAllEnds(values: Readonly<Float64Array>, minSegment: number): SplitSearch {
  const n = values.length;
  const arranged = new Float64Array(n);
  const memory = scanMemory(n);
  return (order, enough) => {
    for (let i = 0; i < n; i++) arranged[i] = values[order[i]!]!;
    return scanAllEnds(arranged, n, minSegment, enough, memory);
  };
}

function searchLastEnd(values: Readonly<Float64Array>, minSegment: number): SplitSearch {
  const n = values.length;
  const ranked = rankNumbers(values);
  const tree = new Float64Array(2 * (n + 1));
  const sides = { before: new Float64Array(n), after: new Float64Array(n) };
  return (order) => {
    sumRankedSides(values, ranked, order, tree, sides);
    return scanLastEnd(sides, n, minSegment);
  };
}

function searchPoints(
  { n: stride, dimensions, coordinates }: Points,
  start: number,
  end: number,
  { alpha, minSegment, kappa }: SplitOptions,
): SplitSearch {
  const n = end - start;
  const fill = distancesOf(dimensions, alpha);
  const row = new Float64Array(n);
  const arranged: Coordinates = { values: new Float64Array(n * dimensions), stride: n, dimensions };
  const arrange = (order: Readonly<Uint32Array>): void => {
    for (let dimension = 0; dimension < dimensions; dimension++) {
      const from = dimension * stride + start;
      for (let i = 0; i < n; i++) arranged.values[dimension * n + i] = coordinates[from + order[i]!]!;
    }
  };
  if (kappa === "end") {
    const sides = { before: new Float64Array(n), after: new Float64Array(n) };
    return (order) => {
      arrange(order);
      sumSides(arranged, n, fill, row, sides);
      return scanLastEnd(sides, n, minSegment);
    };
  }
  const memory = scanMemory(n);
  return (order, enough) => {
    arrange(order);
    return scanAllEndsOfPoints(arranged, n, minSegment, enough, fill, memory, row);
  };
}
