import type { Measurements } from "../core/measurements.js";
import { isSample, sampleValues } from "../core/sample.js";
import { analyzeSeries, type HunterResult } from "./hunter/analyze.js";
import { type HunterOptions, resolveHunterOptions } from "./hunter/hunter-options.js";
import { checkSeries } from "./series.js";

/**
 * Where does the mean of a series change? The method of Hunter and Apache Otava, with their defaults and their results.
 *
 * Windows of `window` values, half of one apart, are each split where energy distance is largest (see {@link eDivisive}), as
 * long as a t-test has a p of at most 10 times `maxP`. These weak points are tested again between their neighbours, and the
 * weakest dropped, until all have a p below `maxP` and a magnitude above `minMagnitude`. Fleming, Kołaczkowski, Kumar et al.
 * (2023), ICPE, doi:10.1145/3578244.3583719. Time O(n · window), memory O(n); {@link appendToHunter} adds a value in much less.
 *
 * It cries wolf: a t-test whose standard deviations have divisor n is made at places chosen for being extreme, in many windows. Of
 * series of independent values without a change, it finds one at its defaults in 2, 6, 18 and 44 % for n = 30, 100, 300 and
 * 1,000 normal values, and in 10, 20, 47 and 86 % of log-normal ones (sigma 1; 2,000 simulated series, 1,000 for n = 1,000).
 * That is `significance: "student"`; two other modes also test both neighbours of a place that was dropped, which Hunter and
 * Otava do not. "welch" is Welch's t-test with two values a side or more: 4, 6, 15 and 35 %, and 2, 3, 4 and 9 %. "permutation"
 * holds a place to the best of rearranged values, and the whole series to rearrangements of itself, so that a series without a
 * change is reported to have one in at most `maxP` of cases, whatever the distribution; it takes `permutations` times as long,
 * and sees less. All assume independent values, and a false alarm is more likely in correlated ones.
 *
 * @param values - one or more finite values, or a sample, in time order
 * @param options - `window`, default 50; `maxP`, 0.001; `minMagnitude`, 0; `significance`, "student"; `permutations`, 2,999,
 *   and `seed`, 1, of the permutation test; `gaps`, "refuse" (Hunter and Otava "fill"); `times`; `confidence`, 0.95
 * @returns `indices` and `changePoints`, each with its `p` and `magnitude` between the changes reported, the `weak` points of
 *   the first pass, and a `state` to go on from; no change, with a warning, if the series is too short or does not vary
 * @throws {InputError} there is no value, one is not finite (see `gaps`), or an option is out of range
 * @example
 * const times = [1.02, 0.95, 0.99, 1.0, 1.12, 0.9, 0.5, 0.51, 0.48, 0.48, 0.55];
 * hunter(times).indices // [6]
 * hunter(times).changePoints[0].magnitude // ≈ 0.978
 * hunter(times, { minMagnitude: 1 }).indices // []
 */
export function hunter(values: Measurements, options: HunterOptions = {}): HunterResult {
  const resolved = resolveHunterOptions(options);
  const series = checkSeries("hunter", values, options);
  const given = isSample(values) ? sampleValues(values) : values;
  const raw = Array.from(given, (value) => (Number.isNaN(value) ? null : value));
  return analyzeSeries(series, raw, resolved, { start: 0, found: [] });
}
