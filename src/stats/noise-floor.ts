import { checkChoice, checkConfidence, checkInteger, checkOptions } from "../core/check-options.js";
import { checkMeasurements, type Measurements } from "../core/measurements.js";
import { mean, variance } from "../core/moments.js";
import { isSample } from "../core/sample.js";
import { sortedQuantile } from "../core/sorted-quantile.js";
import type { Values } from "../core/values.js";
import type { Warning } from "../core/warning.js";
import { normalQuantile, studentTQuantile } from "./distributions.js";
import { checkRuns } from "./runs/run-values.js";
import { noVariation } from "./weak-data.js";

/** Options of {@link noiseFloor}. */
export interface NoiseFloorOptions {
  /** How many of the changes between runs of the same code stay below the floor, in (0, 1). Default 0.95. */
  readonly confidence?: number;
  /** How many runs a later comparison averages on each side. Default 1. */
  readonly comparedRuns?: number;
  /** What sums up a run. Default "mean". */
  readonly statistic?: "mean" | "median";
}

/** Result of {@link noiseFloor}. */
export interface NoiseFloorResult {
  readonly method: "noise-floor";
  /** In the input unit; null, with a warning, if there are fewer than two runs or they do not vary. */
  readonly floor: number | null;
  /** As a fraction of the baseline; null as above, or if a run's result is not above zero. */
  readonly relativeFloor: number | null;
  /** The largest change between any two of the runs, as a fraction; null as above. */
  readonly largestObserved: number | null;
  /** Standard deviation of the runs' results; null for a single run. */
  readonly sd: number | null;
  /** Of the runs' results. */
  readonly mean: number;
  readonly confidence: number;
  readonly comparedRuns: number;
  readonly statistic: "mean" | "median";
  /** How many runs of the same code. */
  readonly runs: number;
  readonly unit: string | null;
  readonly warnings: readonly Warning[];
}

/**
 * The change below which a setup sees nothing, from runs of the same code (A/A runs) on it: so much two results differ by
 * chance alone, in `confidence` of all comparisons.
 *
 * Assumes that runs are independent, normal about one mean, and as long as those compared later. Then it is exact for any number
 * of runs: with their standard deviation s, two further results, each a mean of k runs, differ by at most t·s·√(2/k) with the
 * chance asked for, t of Student's distribution with runs − 1 degrees of freedom. (The relative floor is the same on logarithms.)
 * Few runs cost: with 3, the floor is twice as high as with many. Simulated at a confidence of 95 %, 95 to 97 % of changes
 * stay below it for normal and log-normal results, 93 to 96 % for gamma ones, 90 to 95 % for exponential, 92 to 99 % for two-humped.
 * A true effect must be some 1.4 times as large to be found with chance 0.8: {@link minimumDetectableEffect}. Time O(number of values), memory O(runs).
 *
 * @param runs - a sample whose runs are of the same code, an array of such runs, or an array of one result a run
 * @param options - `confidence` in (0, 1), default 0.95; `comparedRuns` ≥ 1, default 1; `statistic` "mean" (default) or "median"
 * @returns `floor` in the input unit and `relativeFloor` as a fraction; null, with a warning, for a single run or equal ones
 * @throws {InputError} there are no runs, one is empty or holds a non-finite value, they are of several benchmarks or units, or an
 *   option is out of range
 * @example
 * noiseFloor([100.2, 101.1, 99.4, 100.7, 98.9, 100.3]).relativeFloor // ≈ 0.030167
 */
export function noiseFloor(
  runs: Measurements | readonly Measurements[],
  options: NoiseFloorOptions = {},
): NoiseFloorResult {
  const { confidence = 0.95, comparedRuns = 1, statistic = "mean" } = checkOptions("noiseFloor", options);
  checkConfidence("noiseFloor", confidence);
  checkInteger("noiseFloor", "comparedRuns", comparedRuns, 1);
  checkChoice("noiseFloor", "statistic", statistic, ["mean", "median"]);
  const { results, unit } = resultsOf(runs, statistic === "mean" ? mean : median);
  const count = results.length;
  const sd = count > 1 ? Math.sqrt(variance(results)) : null;
  const varies = sd !== null && sd > 0;
  const isPositive = results.every((result) => result > 0);
  const tail = (1 - confidence) / 2;
  const factor = varies ? -studentTQuantile(tail, count - 1) * Math.sqrt(2 / comparedRuns) : 0;
  return {
    method: "noise-floor",
    floor: varies ? factor * sd : null,
    relativeFloor:
      varies && isPositive ? Math.expm1(factor * Math.sqrt(variance(results.map(Math.log)))) : null,
    largestObserved: varies && isPositive ? Math.max(...results) / Math.min(...results) - 1 : null,
    sd,
    mean: mean(results),
    confidence,
    comparedRuns,
    statistic,
    runs: count,
    unit,
    warnings: count === 1 ? [oneRun] : varies ? fewRuns(count, tail) : [noVariation],
  };
}

function resultsOf(
  runs: Measurements | readonly Measurements[],
  summary: (run: Readonly<Float64Array>) => number,
): { readonly results: Readonly<Float64Array>; readonly unit: string | null } {
  if (isOneResultARun(runs))
    return { results: checkMeasurements("noiseFloor", "runs", runs, 1).values, unit: null };
  const checked = checkRuns("noiseFloor", "runs", runs);
  return { results: Float64Array.from(checked.runs, summary), unit: checked.unit };
}

function isOneResultARun(runs: Measurements | readonly Measurements[]): runs is Values {
  return (
    !isSample(runs) && (runs instanceof Float64Array || (Array.isArray(runs) && typeof runs[0] === "number"))
  );
}

function median(run: Readonly<Float64Array>): number {
  return sortedQuantile(run.slice().sort(), 0.5);
}

const oneRun: Warning = {
  code: "few-runs",
  message: "One run does not tell how far two are apart; run the same code at least six times.",
};

function fewRuns(count: number, tail: number): Warning[] {
  if (count >= 6) return [];
  const excess = studentTQuantile(tail, count - 1) / normalQuantile(tail);
  return [
    {
      code: "few-runs",
      message:
        `Only ${count} runs of the same code: the floor is ${excess.toFixed(1)} times as high as with many; run it ten times ` +
        "or more.",
    },
  ];
}
