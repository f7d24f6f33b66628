import type { ResampledStatistic } from "../bootstrap/resampled-statistic.js";
import type { DrawnRun, RunStatistic } from "./drawn-run.js";
import { momentsOfRuns } from "./moments-of-runs.js";
import { quantileOfRuns } from "./quantile-of-runs.js";

/**
 * The fast way to a statistic that has a name; a function of one's own is called with all values written out.
 * Time of both, for n drawn values: O(n), for a function one call, and one for each run left out.
 */
export function runStatistic(statistic: ResampledStatistic, sorted: Readonly<Float64Array>): RunStatistic {
  const { name } = statistic;
  if (name === "median") return quantileOfRuns(sorted, 0.5);
  if (typeof name === "object") return quantileOfRuns(sorted, name.quantile);
  if (name === "mean") return momentsOfRuns(sorted, (mean) => mean);
  if (name === "sd") return momentsOfRuns(sorted, (_mean, variance) => Math.sqrt(variance));
  if (name === "cv") return momentsOfRuns(sorted, (mean, variance) => Math.sqrt(variance) / Math.abs(mean));
  return functionOfRuns(statistic, sorted);
}

function functionOfRuns(statistic: ResampledStatistic, sorted: Readonly<Float64Array>): RunStatistic {
  const evaluate = (runs: readonly DrawnRun[]) => {
    const values = new Float64Array(runs.reduce((total, run) => total + run.length, 0));
    let filled = 0;
    for (const run of runs) {
      for (let i = 0; i < run.length; i++) values[filled++] = sorted[run[i]!]!;
    }
    return statistic.evaluate(values);
  };
  return {
    evaluate,
    leaveOneOut: (runs) => Float64Array.from(runs, (_, left) => evaluate(runs.filter((_, i) => i !== left))),
  };
}
