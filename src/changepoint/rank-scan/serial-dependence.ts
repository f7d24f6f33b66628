import { usualLimit } from "./chance.js";
import { scan } from "./scan.js";
import { serialCorrelation } from "./serial-correlation.js";

/** How the values of a series hang together, and what the scan has to allow for it. */
export interface Dependence {
  /** Estimated correlation of neighbours at the same level, −0.95 to 0.95. */
  readonly estimate: number;
  /** What the scan is told: the estimate with a margin for its error, never negative. */
  readonly rho: number;
  /** What the scan's statistic loses beside. */
  readonly charge: number;
}

/**
 * Estimates the dependence of a series before its changes are known. Changes look like dependence and dependence like
 * changes: first, only what stands out as clearly as no weak dependence would is taken for changes, then what stands out
 * given the dependence found so; the estimate is mixed with one that takes nothing for a change. Time O(n log n).
 */
export function unsegmentedDependence(scores: Readonly<Float64Array>, minSegment: number): Dependence {
  const limit = usualLimit(scores.length);
  let estimate = serialCorrelation(scores, standingOut(scores, 0, limit + 2, minSegment));
  for (let round = 0; round < 2; round++) {
    const bounds = standingOut(scores, Math.max(0, estimate), limit - 1, minSegment);
    const next = serialCorrelation(scores, bounds);
    if (next === estimate) break;
    estimate = next;
  }
  const plain = serialCorrelation(scores, []);
  return allowance(0.3 * plain + 0.7 * estimate, scores.length);
}

/** The dependence of a series whose changes are known. */
export function segmentedDependence(scores: Readonly<Float64Array>, bounds: readonly number[]): Dependence {
  return allowance(serialCorrelation(scores, bounds), scores.length);
}

/**
 * Margin and charge are such that the scan keeps its level for coefficients from 0 to 0.5; see docs/simulations-
 * changepoint.md.
 */
function allowance(estimate: number, n: number): Dependence {
  const positive = Math.max(0, estimate);
  const rho = Math.min(0.95, positive + (7 / Math.sqrt(n)) * positive * (1 - positive) ** 2);
  return { estimate, rho, charge: (150 / n) * positive };
}

/** Where the statistic is above a limit, by splitting again and again. */
function standingOut(
  scores: Readonly<Float64Array>,
  rho: number,
  limit: number,
  minSegment: number,
): number[] {
  const found: number[] = [];
  const open: [number, number][] = [[0, scores.length]];
  for (let stretch = open.pop(); stretch !== undefined; stretch = open.pop()) {
    const [start, end] = stretch;
    if (end - start < 2 * minSegment) continue;
    const part = scores.subarray(start, end);
    if (part.every((score) => score === part[0])) continue;
    const { statistic, bounds } = scan(part, rho, minSegment);
    if (statistic < limit) continue;
    const places = bounds.map((bound) => start + bound);
    found.push(...places);
    const edges = [start, ...places, end];
    for (let k = 1; k < edges.length; k++) open.push([edges[k - 1]!, edges[k]!]);
  }
  return found.sort((i, j) => i - j);
}
