import { mean } from "../../core/moments.js";
import type { DrawnRun, RunStatistic } from "./drawn-run.js";

/** A statistic of mean and variance (divisor n − 1), from the sums of each run: leaving one out subtracts its own. */
export function momentsOfRuns(
  sorted: Readonly<Float64Array>,
  statistic: (mean: number, variance: number) => number,
): RunStatistic {
  const center = mean(sorted);
  const deviations = sorted.map((value) => value - center);
  const ofSums = (n: number, sum: number, squares: number) => {
    const shift = sum / n;
    return statistic(center + shift, Math.max(0, squares - shift * sum) / (n - 1));
  };
  return {
    evaluate(runs) {
      const { n, sum, squares } = totalSums(deviations, runs);
      return ofSums(n, sum, squares);
    },
    leaveOneOut(runs) {
      const { n, sum, squares, ofRuns } = totalSums(deviations, runs);
      return Float64Array.from(runs, (run, i) =>
        ofSums(n - run.length, sum - ofRuns[2 * i]!, squares - ofRuns[2 * i + 1]!),
      );
    },
  };
}

interface Sums {
  readonly n: number;
  readonly sum: number;
  readonly squares: number;
  /** Sum and sum of squares of every run, in turn. */
  readonly ofRuns: Float64Array;
}

function totalSums(deviations: Readonly<Float64Array>, runs: readonly DrawnRun[]): Sums {
  const ofRuns = new Float64Array(2 * runs.length);
  let n = 0;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i]!;
    let sumOfRun = 0;
    let squaresOfRun = 0;
    for (let j = 0; j < run.length; j++) {
      const deviation = deviations[run[j]!]!;
      sumOfRun += deviation;
      squaresOfRun += deviation * deviation;
    }
    ofRuns[2 * i] = sumOfRun;
    ofRuns[2 * i + 1] = squaresOfRun;
    n += run.length;
    sum += sumOfRun;
    squares += squaresOfRun;
  }
  return { n, sum, squares, ofRuns };
}
