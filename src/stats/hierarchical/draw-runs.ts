import { moments } from "../../core/moments.js";
import type { Rng } from "../../random/rng.js";
import { stream } from "../../random/stream.js";
import type { BootstrapMethod, Replicates } from "../bootstrap/bounds.js";
import type { ResampledStatistic } from "../bootstrap/resampled-statistic.js";
import type { DrawnRun } from "./drawn-run.js";
import { runStatistic } from "./run-statistic.js";
import { sortRuns } from "./sorted-runs.js";

/** What happens to the iterations of a drawn run: as many are drawn from them, or all of them are kept. */
export type IterationScheme = "resampled" | "kept";

/** The statistic of resampled runs, and what the bounds need beside it. */
export interface ResampledRuns {
  readonly replicates: Replicates;
  /** The statistic of the sample without each run in turn. */
  readonly jackknife: () => Float64Array;
}

/**
 * Draws as many runs as there are, with replacement, and the iterations of each. With standard errors, these come from the
 * jackknife: the resample, and the sample itself, without each of its runs in turn.
 *
 * @param names - of the stream of random numbers
 */
export function drawRuns(
  statistic: ResampledStatistic,
  runs: readonly Readonly<Float64Array>[],
  iterations: IterationScheme,
  method: BootstrapMethod,
  resamples: number,
  seed: number,
  ...names: readonly string[]
): ResampledRuns {
  const { sorted, places } = sortRuns(runs);
  const { evaluate, leaveOneOut } = runStatistic(statistic, sorted);
  const draw = drawer(places, iterations, stream(seed, ...names));
  const values = new Float64Array(resamples);
  const errors = method === "studentized" ? new Float64Array(resamples) : null;
  for (let r = 0; r < resamples; r++) {
    const drawn = draw();
    values[r] = evaluate(drawn);
    if (errors !== null) errors[r] = jackknifeError(leaveOneOut(drawn));
  }
  const jackknife = () => leaveOneOut(places);
  return {
    replicates: {
      values,
      errors:
        errors === null
          ? null
          : { scale: "linear", ofEstimate: jackknifeError(jackknife()), ofValues: errors },
    },
    jackknife,
  };
}

/** Each call draws runs into the same memory. */
function drawer(
  places: readonly Uint32Array[],
  iterations: IterationScheme,
  rng: Rng,
): () => readonly DrawnRun[] {
  const any = () => places[rng.below(places.length)]!;
  if (iterations === "kept") return () => places.map(any);
  const longest = Math.max(...places.map((run) => run.length));
  const memory = places.map(() => new Uint32Array(longest));
  return () =>
    memory.map((whole) => {
      const run = any();
      const drawn = whole.subarray(0, run.length);
      rng.fillBelow(drawn, run.length);
      for (let i = 0; i < drawn.length; i++) drawn[i] = run[drawn[i]!]!;
      return drawn;
    });
}

function jackknifeError(leftOut: Readonly<Float64Array>): number {
  const { n, mean, squares } = moments(leftOut);
  const error = Math.sqrt(((n - 1) / n) * squares);
  // Leaving out one of several runs that are alike changes nothing but the last digits, which are no spread.
  return error <= 1e-12 * Math.abs(mean) ? 0 : error;
}
