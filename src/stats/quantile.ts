import { checkChoice, checkOptions, checkProbability } from "../core/check-options.js";
import { checkMeasurements, type Measurements } from "../core/measurements.js";
import { type QuantileType, sortedQuantile } from "../core/sorted-quantile.js";
import type { Warning } from "../core/warning.js";

export type { QuantileType };

/** Options of {@link quantile}. */
export interface QuantileOptions {
  /** Definition by Hyndman & Fan. Default 7. */
  readonly type?: QuantileType;
}

/** Result of {@link quantile}. */
export interface QuantileResult<P extends number | readonly number[] = number> {
  readonly method: "quantile";
  /** In the input unit: one number for one `p`, an array for an array. */
  readonly estimate: P extends number ? number : readonly number[];
  readonly p: P;
  readonly type: QuantileType;
  readonly n: number;
  readonly unit: string | null;
  readonly warnings: readonly Warning[];
}

/**
 * Sample quantiles: the value below which a fraction `p` of the measurements lies, by any of the nine usual definitions.
 *
 * Types 1–3 return measured values (or midpoints, type 2), 4–9 interpolate; 8 is the least biased for any distribution.
 * Hyndman & Fan (1996), American Statistician 50, 361–365, doi:10.1080/00031305.1996.10473566.
 * Time O(n log n), memory O(n).
 *
 * @param values - one or more finite values, or a sample, in any unit
 * @param p - one probability or an array of them, each from 0 to 1
 * @param options - `type` 1 to 9, default 7
 * @returns `estimate` in the input unit, one for each `p`
 * @throws {InputError} there are no values, one is not finite, or `p` or `type` is out of range
 * @example
 * quantile([12, 10, 11, 15], 0.5).estimate // 11.5
 * quantile([12, 10, 11, 15], [0.25, 0.75], { type: 6 }).estimate // [10.25, 14.25]
 */
export function quantile<P extends number | readonly number[]>(
  values: Measurements,
  p: P,
  options: QuantileOptions = {},
): QuantileResult<P> {
  const { type = 7 } = checkOptions("quantile", options);
  const checked = checkMeasurements("quantile", "values", values, 1);
  checkChoice("quantile", "type", type, [1, 2, 3, 4, 5, 6, 7, 8, 9]);
  const probabilities: readonly number[] = Array.isArray(p) ? [...p] : [p];
  for (const probability of probabilities) checkProbability("quantile", "p", probability);
  const sorted = Float64Array.from(checked.values).sort();
  const estimates = probabilities.map((probability) => sortedQuantile(sorted, probability, type));
  return {
    method: "quantile",
    estimate: (Array.isArray(p) ? estimates : estimates[0]) as QuantileResult<P>["estimate"],
    p: (Array.isArray(p) ? probabilities : p) as P,
    type,
    n: sorted.length,
    unit: checked.unit,
    warnings: checked.warnings,
  };
}
