import { mean } from "../../core/moments.js";
import type { DrawnRun, RunStatistic } from "./drawn-run.js";

/** A statistic of mean and variance (divisor n − 1), from the sums of each run: leaving one out subtracts its own. */
export function momentsOfRuns(
  sorted: Readonly<Float64Array>,
  statistic: (mean: number, variance: number) => number,
): RunStatistic {
  const center = mean(sorted);
  const deviations = sorted.map((value) => value - center);
  const ofSums = ({ n, sum, squares }: Sums) => {
    const shift = sum / n;
    return statistic(center + shift, Math.max(0, squares - shift * sum) / (n - 1));
  };
  return {
    evaluate: (runs) => ofSums(total(runs.map((run) => sumsOf(deviations, run)))),
    leaveOneOut(runs) {
      const sums = runs.map((run) => sumsOf(deviations, run));
      const all = total(sums);
      return Float64Array.from(sums, ({ n, sum, squares }) =>
        ofSums({ n: all.n - n, sum: all.sum - sum, squares: all.squares - squares }),
      );
    },
  };
}

interface Sums {
  readonly n: number;
  readonly sum: number;
  readonly squares: number;
}

function sumsOf(deviations: Readonly<Float64Array>, run: DrawnRun): Sums {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < run.length; i++) {
    const deviation = deviations[run[i]!]!;
    sum += deviation;
    squares += deviation * deviation;
  }
  return { n: run.length, sum, squares };
}

function total(sums: readonly Sums[]): Sums {
  return sums.reduce((all, one) => ({
    n: all.n + one.n,
    sum: all.sum + one.sum,
    squares: all.squares + one.squares,
  }));
}
