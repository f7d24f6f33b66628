import { checkOptions } from "../core/check-options.js";
import { InputError } from "../core/input-error.js";
import { checkMeasurements, type Measurements } from "../core/measurements.js";
import { mean } from "../core/moments.js";
import { show } from "../core/show.js";
import type { Warning } from "../core/warning.js";
import { kpss, type LevelCheck } from "./stationarity/kpss.js";
import { mannKendall, type TrendCheck } from "./stationarity/mann-kendall.js";

export type { LevelCheck, TrendCheck };

/** Options of {@link stationarity}. */
export interface StationarityOptions {
  /** How often steady values may be doubted, in (0, 1); half of it for each check. Default 0.05. */
  readonly alpha?: number;
}

/** Result of {@link stationarity}. */
export interface StationarityResult {
  readonly method: "kpss-mann-kendall";
  /** Null if there are too few values, or they do not vary. */
  readonly level: LevelCheck | null;
  /** Null if there are too few values, or they do not vary. */
  readonly trend: TrendCheck | null;
  /** Means of the first and the second half; null for a single value. */
  readonly halves: readonly [first: number, second: number] | null;
  /** Second half / first half − 1, a fraction; null unless the first half's mean is above zero. */
  readonly relativeChange: number | null;
  readonly alpha: number;
  readonly n: number;
  /** Of the halves. */
  readonly unit: string | null;
  readonly warnings: readonly Warning[];
}

/**
 * Whether values in time order keep their level, or drift, jump or still warm up, so that their mean depends on when it
 * was taken.
 *
 * Two checks that allow for autocorrelation, and the two halves set side by side. A warning says what is doubtful; its
 * absence proves nothing with few values. Whole runs of different levels are a matter for variance components, not for
 * this. Level: Kwiatkowski, Phillips, Schmidt & Shin (1992), Journal of Econometrics 54, 159–178,
 * doi:10.1016/0304-4076(92)90104-Y. Trend: Mann (1945), Econometrica 13, 245–259, widened as by Hamed & Rao (1998),
 * Journal of Hydrology 204, 182–196.
 *
 * False alarms, simulated at the default `alpha`, of either check: independent values (normal, log-normal, rounded), n =
 * 10 … 1,000: 2 to 3 %. First-order autocorrelation of 0.3: up to 8 %; of 0.5: 10 to 14 % up to n = 100, 5 % at 1,000; of
 * 0.8: 20 to 29 %, 7 % at 1,000. A step of one standard deviation halfway is found in 26, 73, 97 % of series of 20, 50,
 * 100 values; a bump that ends where it began needs hundreds. Time O(n log n + n · lags), memory O(n).
 *
 * @param values - one or more finite values in time order, or a sample, whose runs are joined in order, in any unit
 * @param options - `alpha` in (0, 1), default 0.05
 * @returns both checks and the means of the halves, with a warning for each p below `alpha` / 2; below 10 values, or if
 *   they do not vary, the checks are null, with a warning
 * @throws {InputError} there are no values, one is not finite, or `alpha` is out of range
 * @example
 * const rising = [10, 11, 10, 12, 11, 13, 12, 14, 13, 15, 14, 16]
 * stationarity(rising).warnings.map(({ code }) => code) // ["trend", "shifting-level"]
 * stationarity(rising).trend.tau // ≈ 0.7727273
 */
export function stationarity(values: Measurements, options: StationarityOptions = {}): StationarityResult {
  const { alpha = 0.05 } = checkOptions("stationarity", options);
  const checked = checkMeasurements("stationarity", "values", values, 1);
  if (!(typeof alpha === "number" && alpha > 0 && alpha < 1)) {
    throw new InputError(
      "stationarity",
      "alpha",
      `needs a number between 0 and 1, such as 0.05, got ${show(alpha)}`,
    );
  }
  const series = checked.values;
  const n = series.length;
  const varies = series.some((value) => value !== series[0]);
  const tellable = varies && n >= fewestValues;
  const level = tellable ? kpss(series) : null;
  const trend = tellable ? mannKendall(series) : null;
  const middle = Math.floor(n / 2);
  const halves = n < 2 ? null : ([mean(series.subarray(0, middle)), mean(series.subarray(middle))] as const);
  const relativeChange = halves !== null && halves[0] > 0 ? halves[1] / halves[0] - 1 : null;
  return {
    method: "kpss-mann-kendall",
    level,
    trend,
    halves,
    relativeChange,
    alpha,
    n,
    unit: checked.unit,
    warnings: [
      ...checked.warnings,
      ...(n < fewestValues ? [tooFew(n)] : varies ? [] : [noVariation]),
      ...(trend !== null && trend.p < alpha / 2 ? [drift(trend)] : []),
      ...(level !== null && level.p < alpha / 2 ? [unsteady] : []),
    ],
  };
}

const fewestValues = 10;

function drift({ tau }: TrendCheck): Warning {
  return {
    code: "trend",
    message:
      `Values ${tau > 0 ? "rise" : "fall"} over time more than chance explains, so their mean depends on when it was taken; ` +
      "plot them in order and leave out the warm-up, or find what drifts.",
  };
}

const unsteady: Warning = {
  code: "shifting-level",
  message:
    "Values do not keep one level over time, so their mean depends on when it was taken; plot them in order and look for " +
    "change points.",
};

const noVariation: Warning = {
  code: "no-variation",
  message:
    "The values do not vary, so there is nothing to check; measure with a finer clock or over more work a value.",
};

function tooFew(n: number): Warning {
  return {
    code: "too-few-values",
    message: `${n} values in a row show no drift; measure at least ${fewestValues}, better 50.`,
  };
}
