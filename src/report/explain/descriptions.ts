import type { CoefficientOfVariationResult } from "../../stats/coefficient-of-variation.js";
import type { DescribeResult } from "../../stats/describe.js";
import type { MedianIntervalResult } from "../../stats/median-interval.js";
import type { QuantileResult } from "../../stats/quantile.js";
import type { QuantileIntervalResult } from "../../stats/quantile-interval.js";
import { amount, countOf, given, level, listOf, percent, span } from "./amount.js";
import { compatibleValues } from "./change.js";
import type { ExplainersOf } from "./explainer.js";

/** Results about one set of values. */
export type DescriptionResult =
  | DescribeResult
  | CoefficientOfVariationResult
  | QuantileResult<number>
  | QuantileResult<readonly number[]>
  | QuantileIntervalResult
  | MedianIntervalResult;

export const descriptionExplainers: ExplainersOf<DescriptionResult> = {
  describe: ({ n, mean, median, sd, cv, quartiles, min, max, unit }) => {
    if (sd === null) return `A single value of ${given(mean, unit)} was measured.`;
    const relative = cv === null ? "" : `, ${percent(cv)} of the mean`;
    return (
      `${countOf(n, "value")} have a mean of ${amount(mean, unit)} and a median of ${amount(median, unit)}. ` +
      `They scatter by ${amount(sd, unit, 3)} (standard deviation${relative}): half of them lie from ` +
      `${span(...quartiles, unit)}, all from ${span(min, max, unit)}.`
    );
  },
  "coefficient-of-variation": ({ estimate, mean, sd, n, unit }) =>
    `Repeated measurements scatter by ${percent(estimate)} of their size (coefficient of variation): ${countOf(n, "value")} with a ` +
    `mean of ${amount(mean, unit)} have a standard deviation of ${amount(sd, unit, 3)}.`,
  quantile: ({ p, estimate, n, unit }) => {
    const levels = typeof p === "number" ? [p] : p;
    const values = typeof estimate === "number" ? [estimate] : estimate;
    const parts = values.map((value, i) => `${level(levels[i] ?? 0)} lie at or below ${amount(value, unit)}`);
    return `Of ${countOf(n, "value")}, about ${listOf(parts)}.`;
  },
  "quantile-interval": ({ p, estimate, interval, confidence, bounds, n, unit }) =>
    `The ${quantileName(p)} of ${countOf(n, "value")} is ${amount(estimate, unit)}. ${compatibleValues(interval, unit, confidence)} ` +
    `It was read off the sorted values${bounds === "interpolated" ? ", interpolated between neighbours," : ""} and needs no shape of distribution.`,
  "median-interval": ({ estimate, interval, confidence, n, unit }) =>
    `The median of ${countOf(n, "value")} is ${amount(estimate, unit)}. ${compatibleValues(interval, unit, confidence)}`,
};

function quantileName(p: number): string {
  return p === 0.5 ? "median" : `${level(p)} quantile`;
}
