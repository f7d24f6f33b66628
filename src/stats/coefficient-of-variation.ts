import { checkChoice, checkOptions } from "../core/check-options.js";
import { InputError } from "../core/input-error.js";
import { checkMeasurements, type Measurements } from "../core/measurements.js";
import { moments } from "../core/moments.js";
import type { Warning } from "../core/warning.js";

/** Options of {@link coefficientOfVariation}. */
export interface CoefficientOfVariationOptions {
  /** 1 for the sample standard deviation (divisor n − 1), 0 for the population's (n). Default 1. */
  readonly ddof?: 0 | 1;
}

/** Result of {@link coefficientOfVariation}. */
export interface CoefficientOfVariationResult {
  readonly method: "coefficient-of-variation";
  /** A fraction: 0.02 is 2 %. */
  readonly estimate: number;
  readonly mean: number;
  readonly sd: number;
  readonly ddof: 0 | 1;
  readonly n: number;
  /** Of `mean` and `sd`; the estimate itself has none. */
  readonly unit: string | null;
  readonly warnings: readonly Warning[];
}

/**
 * The coefficient of variation, standard deviation / |mean|: the spread of repeated measurements relative to their size.
 *
 * Meaningful for quantities with a true zero, such as times and rates; not for temperatures or differences.
 * Some published tables use the population's standard deviation; for those set `ddof` to 0. Time O(n), memory O(1).
 *
 * @param values - two or more finite values, or a sample, in any unit, with a mean other than zero
 * @param options - `ddof` 1 (sample, default) or 0 (population)
 * @returns `estimate` as a fraction, with the mean and standard deviation that it is made of
 * @throws {InputError} there are too few values, one is not finite, their mean is zero, or `ddof` is neither 0 nor 1
 * @example
 * coefficientOfVariation([9, 10, 11]).estimate // ≈ 0.1
 * coefficientOfVariation([9, 10, 11], { ddof: 0 }).estimate // ≈ 0.0816497
 */
export function coefficientOfVariation(
  values: Measurements,
  options: CoefficientOfVariationOptions = {},
): CoefficientOfVariationResult {
  const { ddof = 1 } = checkOptions("coefficientOfVariation", options);
  const checked = checkMeasurements("coefficientOfVariation", "values", values, 2);
  checkChoice("coefficientOfVariation", "ddof", ddof, [0, 1]);
  const { n, mean, squares } = moments(checked.values);
  const sd = Math.sqrt(squares / (n - ddof));
  const estimate = sd / Math.abs(mean);
  if (!Number.isFinite(estimate)) {
    throw new InputError(
      "coefficientOfVariation",
      "values",
      `need a mean other than zero, got ${mean}; use the sd of describe() for values around zero`,
    );
  }
  return {
    method: "coefficient-of-variation",
    estimate,
    mean,
    sd,
    ddof,
    n,
    unit: checked.unit,
    warnings: [...checked.warnings, ...bothSigns(checked.values)],
  };
}

function bothSigns(values: Readonly<Float64Array>): Warning[] {
  if (!(values.some((value) => value < 0) && values.some((value) => value > 0))) return [];
  return [
    {
      code: "both-signs",
      message:
        "values lie on both sides of zero, where a spread relative to the mean says little; look at the sd instead.",
    },
  ];
}
