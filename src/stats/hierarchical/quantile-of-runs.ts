import { type QuantilePosition, quantilePosition } from "../../core/sorted-quantile.js";
import type { DrawnRun, RunStatistic } from "./drawn-run.js";

/**
 * A quantile of type 7. Each value counts as often as it was drawn; without a run, the quantile is looked for from where
 * that of all runs lies, which is near.
 */
export function quantileOfRuns(sorted: Readonly<Float64Array>, p: number): RunStatistic {
  const counts = new Uint32Array(sorted.length);
  const countAll = (runs: readonly DrawnRun[]) => {
    counts.fill(0);
    for (const run of runs) add(counts, run, 1);
  };
  const at = (place: number, seen: number, n: number) =>
    valueAt(sorted, counts, place, seen, quantilePosition(n, p, 7));
  return {
    evaluate(runs) {
      countAll(runs);
      return at(0, counts[0]!, sizeOf(runs));
    },
    leaveOneOut(runs) {
      countAll(runs);
      const n = sizeOf(runs);
      const { lower } = quantilePosition(n, p, 7);
      const { place, seen } = placeOfRank(counts, 0, counts[0]!, lower);
      return Float64Array.from(runs, (run) => {
        add(counts, run, -1);
        const value = at(place, seen - countUpTo(run, place), n - run.length);
        add(counts, run, 1);
        return value;
      });
    },
  };
}

/** @param seen - how many values count up to and including `place` */
function valueAt(
  sorted: Readonly<Float64Array>,
  counts: Readonly<Uint32Array>,
  place: number,
  seen: number,
  { lower, weight }: QuantilePosition,
): number {
  const first = placeOfRank(counts, place, seen, lower);
  const value = sorted[first.place]!;
  if (weight === 0) return value;
  const next = placeOfRank(counts, first.place, first.seen, lower + 1);
  return value + weight * (sorted[next.place]! - value);
}

/** Walks from `place` up or down to the one that the value of this rank, from 0, lies at. */
function placeOfRank(
  counts: Readonly<Uint32Array>,
  place: number,
  seen: number,
  rank: number,
): { readonly place: number; readonly seen: number } {
  let at = place;
  let total = seen;
  while (total <= rank) total += counts[++at]!;
  while (total - counts[at]! > rank) total -= counts[at--]!;
  return { place: at, seen: total };
}

function add(counts: Uint32Array, run: DrawnRun, by: 1 | -1): void {
  for (let i = 0; i < run.length; i++) counts[run[i]!]! += by;
}

function countUpTo(run: DrawnRun, place: number): number {
  let count = 0;
  for (let i = 0; i < run.length; i++) if (run[i]! <= place) count++;
  return count;
}

function sizeOf(runs: readonly DrawnRun[]): number {
  return runs.reduce((total, run) => total + run.length, 0);
}
