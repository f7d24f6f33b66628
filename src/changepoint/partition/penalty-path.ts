import type { CostOfSegment } from "../costs/segment-cost.js";
import { costOfPartition, type Partition } from "./partition.js";

/** A partition that is the best one over a range of penalties. */
export interface PathSegmentation {
  /** Where a new segment starts, ascending. */
  readonly indices: readonly number[];
  /** Cost of all segments, without a penalty. */
  readonly cost: number;
  /** The penalties from which, and up to which, it is the best. */
  readonly penalties: readonly [from: number, to: number];
}

interface Point {
  readonly indices: readonly number[];
  readonly cost: number;
}

/**
 * All partitions that are the best one at some penalty in a range, from the one of most changes to the one of fewest.
 *
 * Between two penalties whose best partitions differ in number of changes, it looks at the one where the two cost the same: what
 * is better there divides the range, and if nothing is, they are neighbours. Haynes, Eckley & Fearnhead (2017).
 *
 * @param best - the best partition at a penalty
 */
export function penaltyPath(
  n: number,
  cost: CostOfSegment,
  best: (penalty: number) => Partition,
  [from, to]: readonly [number, number],
): PathSegmentation[] {
  const at = (penalty: number): Point => {
    const { indices } = best(penalty);
    return { indices, cost: costOfPartition(n, indices, cost) };
  };
  const points = between(at(from), at(to), at);
  return points.map(({ indices, cost: own }, i) => ({
    indices,
    cost: own,
    penalties: [
      i === 0 ? from : crossing(points[i - 1]!, points[i]!),
      i === points.length - 1 ? to : crossing(points[i]!, points[i + 1]!),
    ],
  }));
}

function between(many: Point, few: Point, at: (penalty: number) => Point): Point[] {
  const gap = many.indices.length - few.indices.length;
  if (gap === 0) return [many];
  if (gap === 1) return [many, few];
  const penalty = crossing(many, few);
  const middle = at(penalty);
  const saved = few.cost - middle.cost - penalty * (middle.indices.length - few.indices.length);
  const inside = middle.indices.length < many.indices.length && middle.indices.length > few.indices.length;
  // What costs the same but for rounding lies on the line between the two, and is the best nowhere but at its one penalty.
  if (!inside || saved <= 1e-11 * (Math.abs(few.cost) + Math.abs(many.cost))) return [many, few];
  return [...between(many, middle, at), ...between(middle, few, at).slice(1)];
}

/** The penalty at which both cost the same. */
function crossing(many: Point, few: Point): number {
  return (few.cost - many.cost) / (many.indices.length - few.indices.length);
}
