import { checkChoice, checkConfidence, checkOptions } from "../core/check-options.js";
import { InputError } from "../core/input-error.js";
import { commonUnit, type Measurements } from "../core/measurements.js";
import { mean, variance } from "../core/moments.js";
import { isSample } from "../core/sample.js";
import type { Warning } from "../core/warning.js";
import { studentTQuantile } from "./distributions.js";
import { logLocation, type RatioStatistic } from "./ratio/log-location.js";

/** One benchmark of a suite, measured twice. */
export interface BenchmarkPair {
  readonly baseline: Measurements;
  readonly candidate: Measurements;
  /** Default: the sample's own name, or its place in the suite. */
  readonly benchmark?: string;
}

/** Options of {@link geometricMeanRatio}. */
export interface GeometricMeanRatioOptions {
  /** In (0, 1). Default 0.95. */
  readonly confidence?: number;
  /** What sums up the values of one side of one benchmark. Default "mean". */
  readonly statistic?: RatioStatistic;
  /** What would be drawn anew in a repetition: "measurements" of this very suite (default), or the "benchmarks" themselves. */
  readonly random?: "measurements" | "benchmarks";
}

/** Result of {@link geometricMeanRatio}. */
export interface GeometricMeanRatioResult {
  readonly method: "geometric-mean-ratio";
  /** Candidate / baseline, each benchmark counting the same. */
  readonly estimate: number;
  /** Null, with a warning, where chance cannot be told. */
  readonly interval: readonly [low: number, high: number] | null;
  readonly confidence: number;
  /** Of the logarithm of the estimate: a fraction, if small; null where there is no interval. */
  readonly standardError: number | null;
  /** Degrees of freedom; null where there is no interval. */
  readonly df: number | null;
  readonly statistic: RatioStatistic;
  readonly random: "measurements" | "benchmarks";
  /** The ratio of every benchmark, in the order given. */
  readonly benchmarks: readonly { readonly benchmark: string; readonly ratio: number }[];
  /** How many benchmarks. */
  readonly n: number;
  readonly warnings: readonly Warning[];
}

/**
 * The geometric mean of candidate / baseline over a suite of benchmarks, with an interval: one number for "the whole got 3 %
 * faster", and how far to trust it.
 *
 * Two questions have two intervals. With `random: "measurements"` the suite is fixed and only the measurements would come out
 * differently: the errors of all benchmarks add up, from run to run where a sample has several runs, else from value to value,
 * which are then taken as independent. With `random: "benchmarks"` these are a sample of all programs one could have taken, and
 * the interval is Student's of the logarithms of their ratios, wider where benchmarks disagree however well each is measured.
 * Both assume that benchmarks are independent; the first is Student's with the degrees of freedom of Welch & Satterthwaite.
 * Simulated at a confidence of 95 %, with 1 to 10 benchmarks, 3 values or more and a CV up to 30 %, it covers 94 to 97 %, long
 * tails or not; for medians 96 to 99 %, but 83 to 94 % if the values have two humps. With tails as long as those of a
 * log-normal distribution of skewness 6 (a CV of 131 %) it covers 90, 92, 92, 94 % for means of 5, 10, 30, 100 values; where
 * neighbours are correlated by 0.6, 67 %. Why geometric: Fleming & Wallace (1986), Communications of the ACM 29, 218–221,
 * doi:10.1145/5666.5673. Time O(number of values), for medians O(n log n) a side; memory O(the largest sample).
 *
 * @param pairs - one or more benchmarks, each with `baseline` and `candidate`: values above zero, or samples, in one unit
 * @param options - `confidence` in (0, 1), default 0.95; `statistic` "mean" (default) or "median"; `random` "measurements" (default)
 *   or "benchmarks"
 * @returns `estimate` and `interval`, ratios, and the ratio of every benchmark; the interval is null, with a warning, if a side has a
 *   single value (for "benchmarks": with a single benchmark), or nothing varies
 * @throws {InputError} there are no pairs; a side is empty or holds a value that is not above zero; two sides differ in benchmark,
 *   unit or direction, or the suite mixes directions; or an option is out of range
 * @example
 * const suite = [
 *   { benchmark: "parse", baseline: [10, 11, 12], candidate: [20, 22, 24] },
 *   { benchmark: "print", baseline: [40, 41, 39], candidate: [20, 21, 19] },
 * ]
 * geometricMeanRatio(suite).estimate // ≈ 1
 * geometricMeanRatio(suite).interval[1] // ≈ 1.107
 * geometricMeanRatio(suite, { random: "benchmarks" }).interval[1] // ≈ 6682.7
 */
export function geometricMeanRatio(
  pairs: readonly BenchmarkPair[],
  options: GeometricMeanRatioOptions = {},
): GeometricMeanRatioResult {
  const {
    confidence = 0.95,
    statistic = "mean",
    random = "measurements",
  } = checkOptions("geometricMeanRatio", options);
  checkConfidence("geometricMeanRatio", confidence);
  checkChoice("geometricMeanRatio", "statistic", statistic, ["mean", "median"]);
  checkChoice("geometricMeanRatio", "random", random, ["measurements", "benchmarks"]);
  checkSuite(pairs);

  const measured = pairs.map((pair, i) => logRatio(pair, i, statistic));
  const logs = Float64Array.from(measured, ({ log }) => log);
  const estimate = mean(logs);
  const error = random === "measurements" ? measurementError(measured) : benchmarkError(logs);
  const half = error.squared === null ? null : errorBound(error.squared, error.df, confidence);
  return {
    method: "geometric-mean-ratio",
    estimate: Math.exp(estimate),
    interval: half === null ? null : [Math.exp(estimate - half), Math.exp(estimate + half)],
    confidence,
    standardError: error.squared === null ? null : Math.sqrt(error.squared),
    df: error.squared === null ? null : error.df,
    statistic,
    random,
    benchmarks: measured.map(({ benchmark, log }) => ({ benchmark, ratio: Math.exp(log) })),
    n: pairs.length,
    warnings: error.warnings,
  };
}

interface LogRatio {
  readonly benchmark: string;
  readonly log: number;
  /** Of baseline and candidate; null for a single value. */
  readonly errors: readonly { readonly squaredError: number | null; readonly df: number }[];
}

function logRatio(pair: BenchmarkPair, index: number, statistic: RatioStatistic): LogRatio {
  const benchmark = nameOf(pair, index);
  const [baseline, candidate] = (["baseline", "candidate"] as const).map((side) =>
    logLocation("geometricMeanRatio", `pairs[${index}].${side}`, benchmark, pair[side], statistic),
  );
  commonUnit("geometricMeanRatio", `pairs[${index}]`, [baseline!.unit, candidate!.unit]);
  return {
    benchmark,
    log: candidate!.location - baseline!.location,
    errors: [baseline!, candidate!],
  };
}

interface TotalError {
  /** Of the mean of the logarithms; null where it cannot be told. */
  readonly squared: number | null;
  readonly df: number;
  readonly warnings: readonly Warning[];
}

function measurementError(measured: readonly LogRatio[]): TotalError {
  const single = measured.find(({ errors }) => errors.some(({ squaredError }) => squaredError === null));
  if (single !== undefined) return untold(singleValue(single.benchmark));
  let sum = 0;
  let squares = 0;
  for (const { squaredError, df } of measured.flatMap(({ errors }) => errors)) {
    sum += squaredError!;
    squares += squaredError! ** 2 / df;
  }
  if (sum === 0) return untold(noVariation);
  return { squared: sum / measured.length ** 2, df: sum ** 2 / squares, warnings: [] };
}

function benchmarkError(logs: Readonly<Float64Array>): TotalError {
  if (logs.length < 2) return untold(singleBenchmark);
  const squared = variance(logs) / logs.length;
  return squared === 0 ? untold(noVariation) : { squared, df: logs.length - 1, warnings: [] };
}

function untold(warning: Warning): TotalError {
  return { squared: null, df: 0, warnings: [warning] };
}

function errorBound(squared: number, df: number, confidence: number): number {
  return -studentTQuantile((1 - confidence) / 2, df) * Math.sqrt(squared);
}

function nameOf({ benchmark, baseline, candidate }: BenchmarkPair, index: number): string {
  if (benchmark !== undefined) return benchmark;
  const sample = [baseline, candidate].find(isSample);
  return sample?.benchmark ?? `pairs[${index}]`;
}

function checkSuite(pairs: readonly BenchmarkPair[]): void {
  if (!Array.isArray(pairs) || pairs.length === 0) {
    throw new InputError(
      "geometricMeanRatio",
      "pairs",
      "needs one pair { baseline, candidate } or more, got none",
    );
  }
  const directions = new Set<string>();
  for (const [index, pair] of (pairs as readonly BenchmarkPair[]).entries()) {
    const samples = [pair.baseline, pair.candidate].filter(isSample);
    const [first, second = first] = samples;
    if (first?.benchmark !== second?.benchmark || first?.metric !== second?.metric) {
      throw new InputError(
        "geometricMeanRatio",
        `pairs[${index}]`,
        `needs the same benchmark twice, got "${first?.benchmark}" and "${second?.benchmark}"`,
      );
    }
    for (const { better } of samples) directions.add(better);
  }
  if (directions.size > 1) {
    throw new InputError(
      "geometricMeanRatio",
      "pairs",
      'needs benchmarks of one direction, got "lower" and "higher": a gain in one would hide a loss in another',
    );
  }
}

function singleValue(benchmark: string): Warning {
  return {
    code: "too-few-values",
    message: `A single value (or run) of "${benchmark}" says nothing about chance; measure every side at least twice.`,
  };
}

const singleBenchmark: Warning = {
  code: "too-few-values",
  message:
    "One benchmark says nothing about others; take more, or ask about this suite alone (measurements).",
};

const noVariation: Warning = {
  code: "no-variation",
  message: "Nothing varies, so nothing can be said about chance; measure with a finer clock.",
};
