import { InputError } from "../core/input-error.js";
import { mean, variance } from "../core/moments.js";
import type { Warning } from "../core/warning.js";
import { checkRuns, type Runs } from "./runs/run-values.js";

/** Result of {@link varianceComponents}. */
export interface VarianceComponentsResult {
  readonly method: "variance-components";
  /** Variance between the true means of runs, in the square of the unit; 0, with a warning, if its estimate is negative. */
  readonly between: number;
  /** Variance of iterations within a run, in the square of the unit. */
  readonly within: number;
  readonly betweenSd: number;
  readonly withinSd: number;
  /** Between, as a share of between + within: the correlation of two iterations of one run. Null if nothing varies. */
  readonly betweenShare: number | null;
  /** Of the means of runs, each run counting the same. */
  readonly mean: number;
  /** How many runs. */
  readonly runs: number;
  /** Iterations of each run. */
  readonly iterations: readonly number[];
  readonly unit: string | null;
  readonly warnings: readonly Warning[];
}

/**
 * How much of the noise comes with each new run (memory layout, order of compilation, neighbours), and how much with each
 * iteration: what more iterations average out, and what only more runs do.
 *
 * Assumes that runs are alike and independent, and so are iterations within a run: leave out the warm-up first. Needs no shape
 * of distribution. Expected mean squares of the one-way analysis of variance with random effects, for runs of unequal length
 * too: Searle, Casella & McCulloch (1992), Variance Components, section 3.6. The estimates are unbiased until a negative one is
 * cut at 0; between needs ten runs or more to be good for anything. Time O(number of values), memory O(runs).
 *
 * @param runs - a sample with two runs or more, or an array of runs; one run must have two iterations or more
 * @returns `between` and `within`, variances in the square of the input unit, with their standard deviations
 * @throws {InputError} there are fewer than two runs, or none with two iterations; a value is not finite; or the runs are of several
 *   benchmarks or units
 * @example
 * varianceComponents([[10, 11, 12], [13, 14, 15], [10, 12, 14]]).within // 2
 * varianceComponents([[10, 11, 12], [13, 14, 15], [10, 12, 14]]).between // ≈ 1.6667
 */
export function varianceComponents(runs: Runs): VarianceComponentsResult {
  const checked = checkRuns("varianceComponents", "runs", runs);
  const iterations = checked.runs.map((run) => run.length);
  const total = iterations.reduce((sum, n) => sum + n, 0);
  const count = iterations.length;
  if (count < 2) {
    throw new InputError(
      "varianceComponents",
      "runs",
      "needs two runs or more, got 1; repeat the whole process",
    );
  }
  if (total === count) {
    throw new InputError(
      "varianceComponents",
      "runs",
      "needs two iterations or more in some run, got one in each",
    );
  }

  const means = Float64Array.from(checked.runs, mean);
  const within =
    checked.runs.reduce((sum, run) => sum + (run.length > 1 ? (run.length - 1) * variance(run) : 0), 0) /
    (total - count);
  const grand = means.reduce((sum, center, i) => sum + center * (iterations[i]! / total), 0);
  const betweenSquare =
    means.reduce((sum, center, i) => sum + iterations[i]! * (center - grand) ** 2, 0) / (count - 1);
  const typicalLength = (total - iterations.reduce((sum, n) => sum + n * n, 0) / total) / (count - 1);
  const estimate = (betweenSquare - within) / typicalLength;
  const between = Math.max(0, estimate);
  return {
    method: "variance-components",
    between,
    within,
    betweenSd: Math.sqrt(between),
    withinSd: Math.sqrt(within),
    betweenShare: between + within > 0 ? between / (between + within) : null,
    mean: mean(means),
    runs: count,
    iterations,
    unit: checked.unit,
    warnings: weaknesses(estimate, count, between + within),
  };
}

function weaknesses(estimate: number, count: number, total: number): Warning[] {
  if (total === 0) return [noVariation];
  return [...(estimate < 0 ? [negativeEstimate] : []), ...(count < 10 ? [fewRuns(count)] : [])];
}

const noVariation: Warning = {
  code: "no-variation",
  message: "All values are equal; measure with a finer clock or over more work an iteration.",
};

const negativeEstimate: Warning = {
  code: "negative-variance",
  message:
    "The means of runs differ less than iterations alone would make them, so the variance between runs is set to 0; that is " +
    "chance, or iterations of one run are not independent.",
};

function fewRuns(count: number): Warning {
  return {
    code: "few-runs",
    message: `The variance between runs of only ${count} runs may be far off; measure ten runs or more.`,
  };
}
