import { checkChoice, checkInteger, checkOptions } from "../core/check-options.js";
import { InputError } from "../core/input-error.js";
import type { Measurements } from "../core/measurements.js";
import { mean } from "../core/moments.js";
import { show } from "../core/show.js";
import type { Warning } from "../core/warning.js";
import { checkSeed } from "../random/stream.js";
import type { Alternative } from "./interval.js";
import {
  permutationDistribution,
  permutationPValue,
  smallestPermutationP,
} from "./permutation/permutation-distribution.js";
import {
  type ArrangedStatistic,
  arranged,
  meanDifference,
  medianDifference,
  type TwoSampleStatistic,
  welchT,
} from "./permutation/statistics.js";
import { checkTwoSamples } from "./two-samples.js";
import { noVariation, unreachable } from "./weak-data.js";

/** Names of the statistics that {@link permutationTest} knows. */
export type PermutationStatisticName = "mean-difference" | "median-difference" | "welch-t";

/** Options of {@link permutationTest}. */
export interface PermutationTestOptions {
  /** A name, or a function of both sides, each given in ascending order. Default "mean-difference". */
  readonly statistic?: PermutationStatisticName | TwoSampleStatistic;
  /** "less" asks whether the statistic is smaller than by chance. Default "two-sided". */
  readonly alternative?: Alternative;
  /** If there are no more arrangements than these, all are taken, else so many random ones. Default 9,999. */
  readonly permutations?: number;
  /** A whole number; the same seed gives the same p everywhere. Default 1. */
  readonly seed?: number;
}

/** Result of {@link permutationTest}. */
export interface PermutationTestResult {
  readonly method: "permutation";
  readonly statistic: PermutationStatisticName | "custom";
  /** The statistic of the measurements themselves; null for "welch-t" if no side varies. */
  readonly estimate: number | null;
  /** Null if all values are equal, or the statistic does not exist for some arrangement. */
  readonly p: number | null;
  /** "exact" from all arrangements, or "random" from a part of them. */
  readonly pMethod: "exact" | "random";
  /** How many arrangements were evaluated. */
  readonly arrangements: number;
  readonly alternative: Alternative;
  readonly permutations: number;
  readonly seed: number;
  /** Sizes of baseline and candidate. */
  readonly n: readonly [number, number];
  /** Of the estimate: the samples' for differences, "1" for "welch-t", null for plain values and functions of one's own. */
  readonly unit: string | null;
  readonly warnings: readonly Warning[];
}

/**
 * The permutation test of any statistic of two independent sets of measurements: how often would it be as far out if chance
 * alone had dealt these values to the two sides?
 *
 * Needs no shape of distribution, but independent values: where neighbours are correlated by 0.6, p < 0.05 in 25 to 33 % of
 * samples without a difference, simulated with n = 5 to 100. Assumes that under the null hypothesis both sides have one
 * distribution: the mean difference also reacts to unequal spread if the sizes differ, "welch-t" much less (Janssen 1997,
 * Statistics & Probability Letters 36, 9–21, doi:10.1016/S0167-7152(97)00043-6). Both sides keep their sizes. Over all
 * arrangements, p is the share of those as far out as the observed one, which is among them; over random ones (hits + 1) /
 * (draws + 1) (Phipson & Smyth 2010, doi:10.2202/1544-6115.1585), so that p is never 0. Two-sided p is twice the smaller tail,
 * at most 1. Time O(permutations · min(n, m)) for the mean difference, O(permutations · (n + m)) for others; memory
 * O(permutations + n + m).
 *
 * @param baseline - one or more finite values (two for "welch-t"), or a sample, in any unit
 * @param candidate - as many, in the unit of `baseline`
 * @param options - `statistic` "mean-difference" (default), "median-difference", "welch-t", or a function
 *   `(baseline, candidate) => number`; `alternative`, default "two-sided"; `permutations` ≥ 1, default 9,999; `seed`, default 1
 * @returns `estimate` and `p`; p is null, with a warning, if all values are equal, or a function of one's own returns no
 *   finite number for some arrangement
 * @throws {InputError} a side has too few values or one that is not finite, the units differ, a function of one's own returns
 *   no finite number for the measurements, or an option is out of range
 * @example
 * permutationTest([10, 12, 11, 13], [14, 16, 15, 18]).p // ≈ 0.028571
 * const range = (values) => values[values.length - 1] - values[0];
 * permutationTest([1, 2, 3], [4, 8, 9], { statistic: (a, b) => range(b) - range(a) }).estimate // 3
 */
export function permutationTest(
  baseline: Measurements,
  candidate: Measurements,
  options: PermutationTestOptions = {},
): PermutationTestResult {
  const {
    statistic = "mean-difference",
    alternative = "two-sided",
    permutations = 9999,
    seed = 1,
  } = checkOptions("permutationTest", options);
  const name = typeof statistic === "function" ? "custom" : statistic;
  checkChoice("permutationTest", "statistic", name, [...names, "custom"]);
  checkChoice("permutationTest", "alternative", alternative, ["two-sided", "less", "greater"]);
  checkInteger("permutationTest", "permutations", permutations, 1, 1e8);
  checkSeed("permutationTest", seed);
  const minimum = name === "welch-t" ? 2 : 1;
  const { n, unit, warnings, ...sides } = checkTwoSamples("permutationTest", baseline, candidate, minimum);

  const sorted = [
    Float64Array.from(sides.baseline).sort(),
    Float64Array.from(sides.candidate).sort(),
  ] as const;
  const pooled = Float64Array.from([...sorted[0], ...sorted[1]]).sort();
  const varies = pooled[0] !== pooled[pooled.length - 1];
  const evaluate = typeof statistic === "function" ? statistic : named[statistic];
  const estimate = evaluate(sorted[0].slice(), sorted[1].slice());
  if (name === "custom") checkFinite(estimate);
  const ofArrangement: ArrangedStatistic =
    name === "mean-difference" ? meanDifference(pooled, n) : arranged(pooled, n, evaluate);
  const distribution = permutationDistribution(n, permutations, seed, ofArrangement);
  const exists = !distribution.replicates.some(name === "custom" ? isNotFinite : Number.isNaN);
  const tolerance = toleranceFor(name, estimate, sorted, pooled);
  return {
    method: "permutation",
    statistic: name,
    estimate: Number.isFinite(estimate) ? estimate : null,
    p: varies && exists ? permutationPValue(distribution, estimate, tolerance, alternative) : null,
    pMethod: distribution.exact ? "exact" : "random",
    arrangements: distribution.replicates.length,
    alternative,
    permutations,
    seed,
    n,
    unit: name === "custom" ? null : name === "welch-t" ? "1" : unit,
    warnings: [
      ...warnings,
      ...(varies ? [] : [noVariation]),
      ...(exists ? [] : [undefinedStatistic]),
      ...(varies && exists ? unreachable(smallestPermutationP(distribution, alternative)) : []),
    ],
  };
}

const named: Readonly<Record<PermutationStatisticName, TwoSampleStatistic>> = {
  "mean-difference": (baseline, candidate) => mean(candidate) - mean(baseline),
  "median-difference": medianDifference,
  "welch-t": welchT,
};

const names = Object.keys(named) as PermutationStatisticName[];

function checkFinite(estimate: unknown): void {
  if (typeof estimate === "number" && Number.isFinite(estimate)) return;
  throw new InputError(
    "permutationTest",
    "statistic",
    `needs to return a finite number, got ${show(estimate)}`,
  );
}

function isNotFinite(value: number): boolean {
  return !Number.isFinite(value);
}

/**
 * How far rounding moves the statistic: arrangements that tie by arithmetic must count as equal, or p falls too small.
 * A difference moves as far as the values do, Welch's t by that in standard errors; of others, only the size is known.
 */
function toleranceFor(
  name: PermutationTestResult["statistic"],
  estimate: number,
  [baseline, candidate]: readonly [Readonly<Float64Array>, Readonly<Float64Array>],
  sortedPool: Readonly<Float64Array>,
): number {
  const largest = Math.max(Math.abs(sortedPool[0]!), Math.abs(sortedPool[sortedPool.length - 1]!));
  const rounding = 8 * Number.EPSILON * largest;
  if (name === "mean-difference" || name === "median-difference") return rounding;
  if (estimate === 0 || !Number.isFinite(estimate)) return 0;
  const relative = name === "welch-t" ? rounding / Math.abs(mean(candidate) - mean(baseline)) : 0;
  return (1e-12 + relative) * Math.abs(estimate);
}

const undefinedStatistic: Warning = {
  code: "undefined-statistic",
  message:
    "The statistic is no finite number for some arrangements, so it has no p; take more values, or a statistic that exists " +
    "for every arrangement.",
};
