import { stream } from "../../src/random/stream.js";

/** One resample of runs, and the statistic's jackknife standard error over the runs in it. */
export interface RunReplicate {
  readonly value: number;
  readonly error: number;
}

/**
 * The slow obvious twin of the hierarchical bootstrap: every resample is written out as arrays, from the same random
 * numbers, and so is each resample without one of its runs.
 */
export function resampleRuns(
  runs: readonly (readonly number[])[],
  statistic: (values: readonly number[]) => number,
  iterations: "resampled" | "kept",
  resamples: number,
  seed: number,
  ...names: readonly string[]
): RunReplicate[] {
  const rng = stream(seed, "hierarchical-bootstrap", ...names);
  // A run's iterations are numbered in ascending order.
  const ascending = runs.map((run) => run.toSorted((left, right) => left - right));
  return Array.from({ length: resamples }, () => {
    const drawn = runs.map(() => {
      const run = ascending[rng.below(runs.length)]!;
      if (iterations === "kept") return run;
      const chosen = new Uint32Array(run.length);
      rng.fillBelow(chosen, run.length);
      return Array.from(chosen, (iteration) => run[iteration]!);
    });
    return { value: statistic(drawn.flat()), error: jackknifeError(drawn, statistic) };
  });
}

/** Tukey's: the spread of the statistic without each run in turn. */
export function jackknifeError(
  runs: readonly (readonly number[])[],
  statistic: (values: readonly number[]) => number,
): number {
  const leftOut = runs.map((_, left) => statistic(runs.filter((_, i) => i !== left).flat()));
  const center = leftOut.reduce((sum, value) => sum + value, 0) / runs.length;
  const squares = leftOut.reduce((sum, value) => sum + (value - center) ** 2, 0);
  return Math.sqrt(((runs.length - 1) / runs.length) * squares);
}
