import { checkChoice, checkOptions } from "../core/check-options.js";
import { InputError } from "../core/input-error.js";
import { checkMeasurements, type Measurements } from "../core/measurements.js";
import { show } from "../core/show.js";
import { sortedQuantile } from "../core/sorted-quantile.js";
import type { Warning } from "../core/warning.js";

/** What is far: measured from the quartiles, from the median, or from the median on each side by itself. */
export type OutlierMethod = "tukey" | "mad" | "double-mad";

/** Options of {@link outliers}. */
export interface OutliersOptions {
  /** Default "tukey". */
  readonly method?: OutlierMethod;
  /** Spreads until a value is marked, above 0. Default 1.5 interquartile ranges ("tukey"), else 3 scaled MADs. */
  readonly k?: number;
}

/** A marked value. */
export interface Outlier {
  /** Place among the values, from 0; for a sample, run after run. */
  readonly index: number;
  readonly value: number;
  readonly side: "low" | "high";
  /** "severe" beyond twice the distance at which marking starts. */
  readonly severity: "mild" | "severe";
}

/** Result of {@link outliers}. */
export interface OutliersResult {
  readonly method: OutlierMethod;
  readonly k: number;
  /** In the order of the values. */
  readonly outliers: readonly Outlier[];
  /** Values beyond them are marked; null on a side that has no spread to measure distance by. */
  readonly fences: readonly [low: number | null, high: number | null];
  /** Values beyond them are marked as severe. */
  readonly severeFences: readonly [low: number | null, high: number | null];
  readonly median: number;
  readonly n: number;
  /** Of values, fences and median. */
  readonly unit: string | null;
  readonly warnings: readonly Warning[];
}

/**
 * Marks the values that lie far from the bulk of the others. Nothing is dropped: whether a value is a fault of the
 * measurement or what users will meet is not for arithmetic to say.
 *
 * "tukey" marks what is more than `k` interquartile ranges outside the quartiles (type 7): Tukey (1977), Exploratory Data
 * Analysis, chapter 2. "mad" marks what is more than `k` · 1.4826 · MAD from the median: Iglewicz & Hoaglin (1993), How
 * to Detect and Handle Outliers. "double-mad" takes that distance on each side of the median by itself, which suits long
 * upper tails. They mark rarely, not never, where nothing is wrong: of 1,000 normal values "tukey" marks 7 and the others
 * 3; of 20, a value or more is marked in 31 of 100 samples by "tukey", in 20 by "mad" and in 26 by "double-mad". Time O(n
 * log n), memory O(n).
 *
 * @param values - three or more finite values, or a sample, in any unit
 * @param options - `method` "tukey" (default), "mad" or "double-mad"; `k` above 0, default 1.5 for "tukey" and 3 for the
 *   others
 * @returns the marked values with index, side and severity, and the fences in the input unit; a fence is null, with a
 *   warning, where half of the values are equal
 * @throws {InputError} there are too few values, one is not finite, or an option is out of range
 * @example
 * outliers([10, 11, 12, 11, 10, 19]).outliers // [{ index: 5, value: 19, side: "high", severity: "severe" }]
 * outliers([10, 11, 12, 11, 10, 19], { method: "mad" }).fences // [6.5522, 15.4478]
 */
export function outliers(values: Measurements, options: OutliersOptions = {}): OutliersResult {
  const { method = "tukey" } = checkOptions("outliers", options);
  checkChoice("outliers", "method", method, ["tukey", "mad", "double-mad"]);
  const { k = method === "tukey" ? 1.5 : 3 } = options;
  if (!(k > 0 && Number.isFinite(k))) {
    throw new InputError("outliers", "k", `needs a number above 0, such as 1.5 or 3, got ${show(k)}`);
  }
  const checked = checkMeasurements("outliers", "values", values, 3);
  const sorted = Float64Array.from(checked.values).sort();
  const median = sortedQuantile(sorted, 0.5);
  const [low, high] = method === "tukey" ? fromQuartiles(sorted) : fromMedian(sorted, median, method);
  const fences = [fence(low, -k), fence(high, k)] as const;
  const severeFences = [fence(low, -2 * k), fence(high, 2 * k)] as const;
  const marked = [...checked.values].flatMap((value, index): Outlier[] => {
    const side = isBelow(value, fences[0]) ? "low" : isAbove(value, fences[1]) ? "high" : null;
    if (side === null) return [];
    const severe = isBelow(value, severeFences[0]) || isAbove(value, severeFences[1]);
    return [{ index, value, side, severity: severe ? "severe" : "mild" }];
  });
  return {
    method,
    k,
    outliers: marked,
    fences,
    severeFences,
    median,
    n: sorted.length,
    unit: checked.unit,
    warnings: [...checked.warnings, ...weaknesses(fences, marked.length, sorted.length)],
  };
}

/** Where distance starts, and what it is measured in. */
interface Side {
  readonly origin: number;
  readonly spread: number;
}

function fromQuartiles(sorted: Readonly<Float64Array>): readonly [Side, Side] {
  const quartiles = [sortedQuantile(sorted, 0.25), sortedQuantile(sorted, 0.75)] as const;
  const spread = quartiles[1] - quartiles[0];
  return [
    { origin: quartiles[0], spread },
    { origin: quartiles[1], spread },
  ];
}

function fromMedian(
  sorted: Readonly<Float64Array>,
  median: number,
  method: "mad" | "double-mad",
): readonly [Side, Side] {
  const sides =
    method === "mad"
      ? [sorted, sorted]
      : [sorted.filter((value) => value <= median), sorted.filter((value) => value >= median)];
  const [low, high] = sides.map((side) => ({ origin: median, spread: scaledMad(side, median) }));
  return [low!, high!];
}

/** The median distance, scaled to estimate the standard deviation of normal values. */
function scaledMad(values: Readonly<Float64Array>, median: number): number {
  return 1.4826 * sortedQuantile(values.map((value) => Math.abs(value - median)).sort(), 0.5);
}

function fence({ origin, spread }: Side, distance: number): number | null {
  return spread > 0 ? origin + distance * spread : null;
}

function isBelow(value: number, bound: number | null): boolean {
  return bound !== null && value < bound;
}

function isAbove(value: number, bound: number | null): boolean {
  return bound !== null && value > bound;
}

function weaknesses(fences: OutliersResult["fences"], marked: number, n: number): Warning[] {
  const warnings: Warning[] = [];
  if (fences.includes(null)) {
    warnings.push({
      code: "no-spread",
      message:
        "Half of the values or more are equal, so there is no spread to measure distance by, and nothing is marked on that side; " +
        "measure with a finer clock, or look at the values themselves.",
    });
  }
  if (n < 5) {
    warnings.push({
      code: "too-few-values",
      message: `Among ${n} values a far one stretches the spread that it is judged by; measure at least 10.`,
    });
  }
  if (marked >= 3 && marked > 0.1 * n) {
    warnings.push({
      code: "many-outliers",
      message:
        `${marked} of ${n} values are marked: too many to be strays, rather a long tail or several modes. ` +
        "Look at a histogram and at modality() before explaining them away.",
    });
  }
  return warnings;
}
