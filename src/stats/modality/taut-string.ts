/** The bounds of a cumulative distribution at each x, from left to right; the first and the last pin it down. */
export interface Tube {
  /** Strictly ascending. */
  readonly x: Readonly<Float64Array>;
  readonly lower: Readonly<Float64Array>;
  readonly upper: Readonly<Float64Array>;
}

/** A corner of the string. */
export interface Knot {
  readonly index: number;
  readonly x: number;
  readonly y: number;
}

/**
 * The shortest line through a tube, pulled taut between its two ends: of all lines inside it bends the least often, so
 * its slope is the density with the fewest modes that is consistent with the tube.
 *
 * Davies & Kovac (2004), Annals of Statistics 32, 1093–1136, doi:10.1214/009053604000000364. Found as the shortest path
 * in a funnel, whose two sides are the convex and the concave chain from the last corner. Time and memory O(n).
 *
 * @returns its corners, both ends included
 */
export function tautString({ x, lower, upper }: Tube): Knot[] {
  const last = x.length - 1;
  const corners: Knot[] = [{ index: 0, x: x[0]!, y: lower[0]! }];
  const above: Chain = { bend: -1, x, y: upper, indices: new Int32Array(x.length), first: 0, end: 0 };
  const below: Chain = { bend: 1, x, y: lower, indices: new Int32Array(x.length), first: 0, end: 0 };
  for (let index = 1; index <= last; index++) {
    extend(above, below, index, corners);
    extend(below, above, index, corners);
  }
  if (corners.at(-1)!.index !== last) corners.push({ index: last, x: x[last]!, y: lower[last]! });
  return corners;
}

/** The slope of the line from one corner to the next. */
export function slope(from: Knot, to: Knot): number {
  return (to.y - from.y) / (to.x - from.x);
}

/** One side of the funnel: points from the last corner to the newest one, bent towards the other side. */
interface Chain {
  /** 1 where slopes fall along the chain (the lower side), −1 where they rise (the upper one). */
  readonly bend: 1 | -1;
  readonly x: Readonly<Float64Array>;
  readonly y: Readonly<Float64Array>;
  /** Of the points in the chain, from `first` to before `end`. */
  readonly indices: Int32Array;
  first: number;
  end: number;
}

function extend(side: Chain, opposite: Chain, index: number, corners: Knot[]): void {
  const { bend, x, y, indices } = side;
  const corner = corners.at(-1)!;
  for (; side.end > side.first; side.end--) {
    const last = indices[side.end - 1]!;
    const inner = side.end - 1 > side.first;
    const before = inner ? indices[side.end - 2]! : -1;
    const slopeBefore =
      (y[last]! - (inner ? y[before]! : corner.y)) / (x[last]! - (inner ? x[before]! : corner.x));
    if (bend * (slopeBefore - (y[index]! - y[last]!) / (x[index]! - x[last]!)) > 0) break;
  }
  if (side.end === side.first) bendAround(opposite, { index, x: x[index]!, y: y[index]! }, corners);
  indices[side.end++] = index;
}

/** Where the chain stands between the last corner and the point, its own points become corners. */
function bendAround(chain: Chain, point: Knot, corners: Knot[]): void {
  for (; chain.first < chain.end; chain.first++) {
    const index = chain.indices[chain.first]!;
    const knot = { index, x: chain.x[index]!, y: chain.y[index]! };
    const corner = corners.at(-1)!;
    if (chain.bend * (slope(corner, knot) - slope(corner, point)) < 0) return;
    corners.push(knot);
  }
}
