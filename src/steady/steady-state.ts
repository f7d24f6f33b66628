import { checkSeries, type SeriesOptions } from "../changepoint/series.js";
import { checkChoice, checkOptions } from "../core/check-options.js";
import { InputError } from "../core/input-error.js";
import type { Measurements } from "../core/measurements.js";
import { isSample } from "../core/sample.js";
import { areDurations } from "./seconds-per-unit.js";
import { resolveSteadyOptions, type SteadyOptions } from "./steady-options.js";
import { describeSteadyRun, type SteadyMethod, type SteadyStateResult } from "./steady-run.js";

export type { SteadyMethod, SteadyStateResult };

/** Options of {@link steadyState}. */
export interface SteadyStateOptions extends SteadyOptions, SeriesOptions {
  /** "changepoint", or "mser-5", which knows no margin, horizon and interval of the start. Default "changepoint". */
  readonly method?: SteadyMethod;
}

/**
 * When one run is warm: where its steady state begins, how long that took, and the steady mean, each with an interval.
 *
 * "changepoint": up to three values in a row that stand far out are set aside. The rest is divided into levels by the exact
 * search of {@link pelt}, at a price of 3·ln n + 3 in units of the long-run variance of the noise, so that correlated
 * neighbours are not mistaken for changes. From the end backwards, levels within `margin` of the last one belong to the steady
 * state, and so do stretches off it that are a twentieth of the run at most. If an exponential decay describes the run better,
 * the steady state begins where it comes within the margin of its limit. If a line does, if the steady part still drifts, or if
 * it is shorter than `horizon`, there is none.
 * The interval of the start is where the likelihood is not too small: Siegmund (1988), International Statistical Review 56, 31–48,
 * doi:10.2307/1403360, for a step; the profile likelihood for a decay. What is smaller than `detectableShift` it does not
 * know of. Simulated with 50 to 2,000 values, normal, skewed, with spikes, or correlated by 0.5: 95 to 100 % of runs without a
 * change are flat, 93 and 94 % if 50 and 100 are correlated. In runs given their true class the interval of the start holds it in
 * 92 to 100 %, but in 78 and 86 % for the decay of 50 values with spikes or skewed; that of the mean holds it, from 300 values on, in
 * 90 to 98 %, and in 78 % after the decay of 2,000, of which something less than the margin is left. See
 * docs/simulations-steady.md.
 *
 * "mser-5": White (1997), Simulation 69, 323–334, doi:10.1177/003754979706900601; Franklin & White (2008), Winter Simulation
 * Conference, 541–546, doi:10.1109/WSC.2008.4736111. A cut in the second half counts as none: Hoad, Robinson & Davies (2010), Journal of
 * the Operational Research Society 61, 1389–1403, doi:10.1057/jors.2009.121. Time O(n²) up to
 * 2,000 values, and then O(n) where changes are few: from there on, places are searched coarsely first; memory O(n).
 *
 * @param values - finite values of one run in time order, in any unit, 20 or more to be judged, 50 for "mser-5"; or a sample of one run
 * @param options - `method`; `margin`, default `{ relative: 0.005 }`; `horizon`, default 0.25; `better`, `gaps`, `times`, `confidence`
 * @returns `start`, `time` and `mean`, which are null, with a warning, if no steady state was shown
 * @throws {InputError} there are several runs or no value, one is not finite, or an option is out of range
 * @example
 * const run = Array.from({ length: 100 }, (_, i) => (i < 19 ? 12 : 10) + (i % 3) / 10)
 * steadyState(run).start // 19
 * steadyState(run).mean // ≈ 10.1
 */
export function steadyState(values: Measurements, options: SteadyStateOptions = {}): SteadyStateResult {
  const { method = "changepoint" } = checkOptions("steadyState", options);
  checkChoice("steadyState", "method", method, ["changepoint", "mser-5"]);
  const resolved = resolveSteadyOptions("steadyState", values, options);
  if (isSample(values) && values.runs.length > 1) {
    throw new InputError(
      "steadyState",
      "values",
      `needs one run, got a sample of ${values.runs.length}; use steadyStateOverRuns()`,
    );
  }
  return describeSteadyRun(
    checkSeries("steadyState", values, options),
    method,
    resolved,
    areDurations(values),
  ).result;
}
