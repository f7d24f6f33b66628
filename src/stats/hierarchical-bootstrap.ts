import { checkChoice, checkOptions } from "../core/check-options.js";
import type { Sample } from "../core/sample.js";
import type { BootstrapEstimate } from "./bootstrap/bootstrap-estimate.js";
import { type BootstrapMethod, bootstrapBounds } from "./bootstrap/bounds.js";
import { fewDistinctValues } from "./bootstrap/few-distinct-values.js";
import { type BootstrapOptions, resolveBootstrapOptions } from "./bootstrap/options.js";
import { evaluateStatistic, resolveStatistic } from "./bootstrap/resolve-statistic.js";
import { checkRuns } from "./hierarchical/check-runs.js";
import { drawRuns, type IterationScheme } from "./hierarchical/draw-runs.js";

export type { IterationScheme };

/** Options of {@link hierarchicalBootstrap}. */
export interface HierarchicalBootstrapOptions extends BootstrapOptions {
  /** Whether the iterations of a drawn run are "resampled" in turn, or "kept" as they are. Default "resampled". */
  readonly iterations?: IterationScheme;
}

/** Result of {@link hierarchicalBootstrap}. */
export interface HierarchicalBootstrapResult extends BootstrapEstimate {
  readonly method: BootstrapMethod;
  readonly iterations: IterationScheme;
  readonly runs: number;
  /** Values in all runs. */
  readonly n: number;
}

/**
 * A bootstrap confidence interval of any statistic of a sample of several runs: runs are resampled, then iterations within
 * them, so that what the iterations of a run have in common is not mistaken for evidence.
 *
 * Assumes independent runs, of any distribution. The statistic is that of all values together: runs of different lengths
 * count by the number of their values.
 * Whether iterations are to be resampled too depends on the method. Read off directly, resampled iterations spread the
 * statistic once too often: where runs do not differ, percentile and BCa intervals of 95 % covered up to 99 % in simulations.
 * With iterations kept, as Davison & Hinkley advise for them, they covered 83, 89, 93 % with 5, 10, 30 runs of 5 normal values.
 * The studentized interval, here the default, divides by the spread between the runs of each resample (jackknife), and covered
 * 94 % of each, 94 to 95 % where iterations are correlated by 0.6, and 92 to 96 % with three runs of 5 or 20, whether runs
 * differed or not; but 89, 90, 92 % if runs and iterations are log-normal with a CV of 131 %.
 * Davison & Hinkley (1997), Bootstrap Methods and their Application, section 3.8; Kalibera & Jones (2013), ISMM, 63–74,
 * doi:10.1145/2464157.2464160. Time O(resamples · n), for a function of one's own resamples of its calls, and runs + 1 times as
 * many for "studentized"; memory O(resamples + n).
 *
 * @param sample - two or more runs of finite values, in any unit
 * @param options - `statistic`, `confidence`, `resamples` and `seed` as in {@link bootstrapInterval}; `method` "studentized" (default),
 *   "percentile", "basic" or "bca"; `iterations` "resampled" (default) or "kept"
 * @returns `estimate` and `interval` in the unit of the statistic; the interval is null, with a warning, if all resamples
 *   agree, the statistic does not exist for some, or there are too few of them; fewer than ten runs give a warning
 * @throws {InputError} there is no sample of two runs, one is empty or holds a value that is not finite, the statistic does
 *   not exist for them, or an option is out of range
 * @example
 * const sample = createSample({ benchmark: "parse", unit: "ms", runs: [[12.1, 12.4, 12.2], [11.9, 12.0, 12.1], [12.5, 12.6, 12.4]] });
 * hierarchicalBootstrap(sample).runs // 3
 * hierarchicalBootstrap(sample, { statistic: "median" }).estimate // 12.2
 */
export function hierarchicalBootstrap(
  sample: Sample,
  options: HierarchicalBootstrapOptions = {},
): HierarchicalBootstrapResult {
  const name = "hierarchicalBootstrap";
  const {
    iterations = "resampled",
    method: asked = "studentized",
    ...others
  } = checkOptions("hierarchicalBootstrap", options);
  const { statistic, method, confidence, resamples, seed } = resolveBootstrapOptions(name, {
    ...others,
    method: asked,
  });
  checkChoice(name, "iterations", iterations, ["resampled", "kept"]);
  const resampled = resolveStatistic(name, statistic);
  const { runs, sorted, unit, warnings } = checkRuns(name, "sample", sample, resampled.minimum);
  const estimate = evaluateStatistic(name, "sample", resampled, sorted);
  const drawn = drawRuns(resampled, runs, iterations, method, resamples, seed, "hierarchical-bootstrap");
  const bounds = bootstrapBounds(method, confidence, estimate, drawn.replicates, () => [drawn.jackknife()]);
  return {
    method,
    iterations,
    statistic: resampled.name,
    estimate,
    interval: bounds.interval,
    standardError: bounds.standardError,
    confidence,
    resamples,
    seed,
    runs: runs.length,
    n: sorted.length,
    unit: resampled.unitOf(unit),
    warnings: [
      ...warnings,
      ...bounds.warnings,
      ...fewDistinctValues(resampled, bounds, drawn.replicates.values),
    ],
  };
}
