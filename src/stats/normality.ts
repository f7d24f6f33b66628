import { checkOptions } from "../core/check-options.js";
import { InputError } from "../core/input-error.js";
import { checkMeasurements, type Measurements } from "../core/measurements.js";
import { moments } from "../core/moments.js";
import { show } from "../core/show.js";
import type { Warning } from "../core/warning.js";
import { shapiroWilk } from "./normality/shapiro-wilk.js";

/** Options of {@link normality}. */
export interface NormalityOptions {
  /** Below which p is worth a warning, in (0, 1). Default 0.05. */
  readonly alpha?: number;
}

/** Result of {@link normality}. */
export interface NormalityResult {
  readonly method: "shapiro-wilk";
  /** W, near 1 for normal values; null if the values do not vary. */
  readonly statistic: number | null;
  /** Null if the values do not vary, or there are more than 5,000. */
  readonly p: number | null;
  /** 0 for symmetric values, above 0 for a long upper tail; null where it cannot be had. */
  readonly skewness: number | null;
  /** 0 for normal values, above 0 for heavy tails; null where it cannot be had, and below four values. */
  readonly excessKurtosis: number | null;
  readonly alpha: number;
  readonly n: number;
  /** Of the values; nothing here has one. */
  readonly unit: string | null;
  readonly warnings: readonly Warning[];
}

/**
 * How far the values are from a normal distribution: Shapiro & Wilk's test, skewness and kurtosis.
 *
 * A hint, not a licence: few values pass because little can be seen, many fail over departures that do not matter. What
 * intervals of means need is a normal mean, which many values give anyway. Assumes independent values; rounding to few
 * different values counts against them.
 * Royston (1995), Applied Statistics 44, 547–551, doi:10.2307/2986146. Skewness and kurtosis are those free of bias for
 * normal values (G1 and G2 of Joanes & Gill (1998), The Statistician 47, 183–189). Time O(n log n), memory O(n).
 *
 * @param values - three or more finite values, or a sample, in any unit
 * @param options - `alpha` in (0, 1), default 0.05
 * @returns `statistic` W and `p`, with a warning below `alpha`; null, with a warning, if the values do not vary; above 5,000
 *   values `p` is null
 * @throws {InputError} there are too few values, one is not finite, or `alpha` is out of range
 * @example
 * normality([148, 154, 158, 160, 161, 162, 166, 170, 182, 195, 236]).p // ≈ 0.0067038140565
 * normality([1, 2, 3, 4, 10]).skewness // ≈ 1.697056
 */
export function normality(values: Measurements, options: NormalityOptions = {}): NormalityResult {
  const { alpha = 0.05 } = checkOptions("normality", options);
  const checked = checkMeasurements("normality", "values", values, 3);
  if (!(typeof alpha === "number" && alpha > 0 && alpha < 1)) {
    throw new InputError(
      "normality",
      "alpha",
      `needs a number between 0 and 1, such as 0.05, got ${show(alpha)}`,
    );
  }
  const sorted = Float64Array.from(checked.values).sort();
  const { n, mean, squares } = moments(sorted);
  const test = squares > 0 ? shapiroWilk(sorted, mean, squares) : null;
  const shape = squares > 0 ? shapeOf(sorted, mean, squares) : { skewness: null, excessKurtosis: null };
  const p = n <= mostValues ? (test?.p ?? null) : null;
  return {
    method: "shapiro-wilk",
    statistic: test?.w ?? null,
    p,
    ...shape,
    alpha,
    n,
    unit: checked.unit,
    warnings: [
      ...checked.warnings,
      ...(test === null ? [noVariation] : []),
      ...(n > mostValues ? [tooMany(n)] : []),
      ...(n < fewValues ? [tooFew(n)] : []),
      ...(p !== null && p < alpha ? [notNormal(p, shape)] : []),
    ],
  };
}

/** As far as the p-value was made for. */
const mostValues = 5000;
const fewValues = 20;

interface Shape {
  readonly skewness: number | null;
  readonly excessKurtosis: number | null;
}

function shapeOf(sorted: Readonly<Float64Array>, center: number, squares: number): Shape {
  const n = sorted.length;
  const sd = Math.sqrt(squares / n);
  let third = 0;
  let fourth = 0;
  for (let i = 0; i < n; i++) {
    const z = (sorted[i]! - center) / sd;
    third += z ** 3;
    fourth += z ** 4;
  }
  const skewness = ((third / n) * Math.sqrt(n * (n - 1))) / (n - 2);
  if (n < 4) return { skewness, excessKurtosis: null };
  const excess = fourth / n - 3;
  return { skewness, excessKurtosis: ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * excess + 6) };
}

function notNormal(p: number, { skewness, excessKurtosis }: Shape): Warning {
  const tail =
    skewness !== null && Math.abs(skewness) > 0.5
      ? `a long ${skewness > 0 ? "upper" : "lower"} tail (skewness ${skewness.toFixed(1)})`
      : (excessKurtosis ?? 0) > 1
        ? `heavy tails (excess kurtosis ${excessKurtosis?.toFixed(1)})`
        : "no simple form: look at a histogram";
  return {
    code: "not-normal",
    message:
      `Normal values would look like this rarely (p ${p < 0.001 ? "< 0.001" : `= ${p.toPrecision(2)}`}); these have ${tail}. ` +
      "Hold intervals that assume normal values against bootstrapInterval(), above all with few values.",
  };
}

function tooFew(n: number): Warning {
  return {
    code: "too-few-values",
    message: `With ${n} values only gross departures from a normal distribution show, so a large p says little; ${fewValues} or more are needed to tell.`,
  };
}

function tooMany(n: number): Warning {
  return {
    code: "too-many-values",
    message:
      `The p-value is made for up to ${mostValues} values; among ${n}, departures too small to matter would count. ` +
      "Judge by skewness and kurtosis.",
  };
}

const noVariation: Warning = {
  code: "no-variation",
  message:
    "The values do not vary, so they have no shape; measure with a finer clock or over more work a value.",
};
