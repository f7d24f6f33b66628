import type { RunClass } from "../run-class.js";
import type { BarrettSegment } from "./segment-run.js";

/** How warmup_stats judges segments. */
export interface BarrettCriteria {
  /** What is not to matter, at the mean of the fastest segment. */
  readonly delta: (fastest: number) => number;
  /** A change of level among the last so many values is too late. */
  readonly steady: number;
}

/** A class, and the first of the segments that are equivalent to the last one. */
export interface BarrettClass {
  readonly classification: RunClass;
  readonly firstSteady: number;
}

/**
 * From the end backwards: segments whose mean ± variance overlaps the band of the last one are equivalent to it. Of the others,
 * one that ends among the last `steady` values means no steady state, and one below the band a slowdown; either ends the walk.
 * One above the band means warm-up, and the walk goes on.
 *
 * The band is mean ± the larger of variance and delta, so it adds a square of seconds to seconds; here it is kept.
 *
 * @param n - length of the run with its outliers
 */
export function classifySegments(
  segments: readonly BarrettSegment[],
  n: number,
  { delta, steady }: BarrettCriteria,
): BarrettClass {
  const last = segments.at(-1)!;
  const half = Math.max(last.variance, delta(Math.min(...segments.map(({ mean }) => mean))));
  const [low, high] = [last.mean - half, last.mean + half];
  const isEquivalent = ({ mean, variance }: BarrettSegment) =>
    mean + variance >= low && mean - variance <= high;
  let classification: RunClass = "flat";
  for (const segment of segments.slice(0, -1).reverse()) {
    if (isEquivalent(segment)) continue;
    if (segment.end - 1 > n - steady) {
      classification = "no steady state";
      break;
    }
    if (segment.mean - segment.variance < low) {
      classification = "slowdown";
      break;
    }
    classification = "warmup";
  }
  const firstSteady = segments.findLastIndex((segment) => !isEquivalent(segment)) + 1;
  return { classification, firstSteady };
}
