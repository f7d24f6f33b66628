import { checkChoice, checkOptions } from "../core/check-options.js";
import { commonUnit } from "../core/measurements.js";
import type { Sample } from "../core/sample.js";
import type { BootstrapEstimate } from "./bootstrap/bootstrap-estimate.js";
import { type BootstrapMethod, bootstrapBounds } from "./bootstrap/bounds.js";
import {
  type BootstrapComparison,
  checkRatio,
  compareReplicates,
  compareStatistics,
} from "./bootstrap/comparison.js";
import { fewDistinctValues } from "./bootstrap/few-distinct-values.js";
import { resolveBootstrapOptions } from "./bootstrap/options.js";
import { evaluateStatistic, resolveStatistic } from "./bootstrap/resolve-statistic.js";
import { checkRuns } from "./hierarchical/check-runs.js";
import { drawRuns, type IterationScheme } from "./hierarchical/draw-runs.js";
import type { HierarchicalBootstrapOptions } from "./hierarchical-bootstrap.js";

/** Options of {@link hierarchicalBootstrapDifference}. */
export interface HierarchicalBootstrapDifferenceOptions extends HierarchicalBootstrapOptions {
  /** Default "difference". */
  readonly comparison?: BootstrapComparison;
}

/** Result of {@link hierarchicalBootstrapDifference}. */
export interface HierarchicalBootstrapDifferenceResult extends BootstrapEstimate {
  readonly method: BootstrapMethod;
  readonly comparison: BootstrapComparison;
  readonly iterations: IterationScheme;
  /** Of baseline and candidate. */
  readonly runs: readonly [number, number];
  /** Values of baseline and candidate. */
  readonly n: readonly [number, number];
}

/**
 * A bootstrap confidence interval of the difference or ratio of any statistic of two samples of several runs, such as how
 * many times as long the candidate takes: runs are resampled, then iterations within them, on each side.
 *
 * Assumes independent runs, within and between the two samples. Why iterations are resampled too, and how well the intervals
 * hold, is said at {@link hierarchicalBootstrap}; the standard errors of both sides are put together, for a ratio those of its
 * logarithm. Kalibera & Jones (2013), ISMM, 63–74, doi:10.1145/2464157.2464160. Time O(resamples · (n + m)), for a function of
 * one's own 2 · resamples of its calls, and runs + 1 times as many for "studentized"; memory O(resamples + n + m).
 *
 * @param baseline - two or more runs of finite values, in any unit
 * @param candidate - two or more runs of finite values, in the unit of `baseline`
 * @param options - `comparison` "difference" (default) or "ratio"; the others as in {@link hierarchicalBootstrap}
 * @returns `estimate` and `interval`, candidate − baseline or candidate / baseline; the interval is null, with a warning,
 *   if all resamples agree, the comparison does not exist for some, or there are too few of them
 * @throws {InputError} a side is no sample of two runs, or holds a value that is not finite, the units differ, the statistic of the
 *   baseline is zero for a ratio, or an option is out of range
 * @example
 * const baseline = createSample({ benchmark: "parse", unit: "ms", runs: [[10, 12], [11, 13], [12, 14]] });
 * const candidate = createSample({ benchmark: "parse", unit: "ms", runs: [[16, 17], [18, 19], [19, 19]] });
 * hierarchicalBootstrapDifference(baseline, candidate, { comparison: "ratio" }).estimate // 1.5
 */
export function hierarchicalBootstrapDifference(
  baseline: Sample,
  candidate: Sample,
  options: HierarchicalBootstrapDifferenceOptions = {},
): HierarchicalBootstrapDifferenceResult {
  const name = "hierarchicalBootstrapDifference";
  const {
    comparison = "difference",
    iterations = "resampled",
    method: asked = "studentized",
    ...others
  } = checkOptions("hierarchicalBootstrapDifference", options);
  const { statistic, method, confidence, resamples, seed } = resolveBootstrapOptions(name, {
    ...others,
    method: asked,
  });
  checkChoice(name, "comparison", comparison, ["difference", "ratio"]);
  checkChoice(name, "iterations", iterations, ["resampled", "kept"]);
  const resampled = resolveStatistic(name, statistic);
  const first = checkRuns(name, "baseline", baseline, resampled.minimum);
  const second = checkRuns(name, "candidate", candidate, resampled.minimum);
  const unit = commonUnit(name, "candidate", [first.unit, second.unit]);
  const ofBaseline = evaluateStatistic(name, "baseline", resampled, first.sorted);
  const ofCandidate = evaluateStatistic(name, "candidate", resampled, second.sorted);
  checkRatio(name, comparison, ofBaseline, ofCandidate);

  const draw = (runs: readonly Readonly<Float64Array>[], side: string) =>
    drawRuns(resampled, runs, iterations, method, resamples, seed, "hierarchical-bootstrap", side);
  const baselines = draw(first.runs, "baseline");
  const candidates = draw(second.runs, "candidate");
  const replicates = compareReplicates(comparison, baselines.replicates, candidates.replicates, [
    ofBaseline,
    ofCandidate,
  ]);
  const compare = (left: number, right: number) => compareStatistics(comparison, left, right);
  const estimate = compare(ofBaseline, ofCandidate);
  const bounds = bootstrapBounds(method, confidence, estimate, replicates, () => [
    baselines.jackknife().map((leftOut) => compare(leftOut, ofCandidate)),
    candidates.jackknife().map((leftOut) => compare(ofBaseline, leftOut)),
  ]);
  return {
    method,
    comparison,
    iterations,
    statistic: resampled.name,
    estimate,
    interval: bounds.interval,
    standardError: bounds.standardError,
    confidence,
    resamples,
    seed,
    runs: [first.runs.length, second.runs.length],
    n: [first.sorted.length, second.sorted.length],
    unit: comparison === "ratio" ? "1" : resampled.unitOf(unit),
    warnings: [
      ...first.warnings,
      ...second.warnings,
      ...bounds.warnings,
      ...fewDistinctValues(resampled, bounds, replicates.values),
    ],
  };
}
