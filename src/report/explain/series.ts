import type { AutocorrelationResult } from "../../stats/autocorrelation.js";
import type { EffectiveSampleSizeResult } from "../../stats/effective-sample-size.js";
import type { OptimalBlockLengthResult } from "../../stats/optimal-block-length.js";
import { amount, count, countOf, level } from "./amount.js";
import { howOften } from "./chance.js";
import type { ExplainersOf } from "./explainer.js";

/** How much values in time order know of each other. */
export type SeriesResult = AutocorrelationResult | EffectiveSampleSizeResult | OptimalBlockLengthResult;

export const seriesExplainers: ExplainersOf<SeriesResult> = {
  autocorrelation: ({ estimate, lags, band, confidence, p, n }) => {
    const next = estimate?.[1];
    if (next === undefined || p === null)
      return `${countOf(n, "value")} do not vary, so none tells anything about the next.`;
    return (
      `Of ${countOf(n, "value")} in a row, each one and the next have a correlation of ${amount(next, "1", 2)}; independent ones would stay within ` +
      `±${amount(band[1], "1", 2)} with ${level(confidence)} confidence. They would be as correlated over ${countOf(lags, "lag")} together ${howOften(p)} (Ljung and Box).`
    );
  },
  "effective-sample-size": ({ estimate, autocorrelationTime, standardError, n, unit }) => {
    if (estimate === null || autocorrelationTime === null || standardError === null) {
      return `${countOf(n, "value")} do not vary, so it cannot be told how many independent ones they are worth.`;
    }
    return (
      `The mean of ${countOf(n, "value")} in a row is as certain as that of ${amount(estimate, "1", 3)} independent ones, since ` +
      `${amount(autocorrelationTime, "1", 3)} neighbours carry as much as one; its standard error is ${amount(standardError, unit, 3)}.`
    );
  },
  "optimal-block-length": ({ stationary, movingBlock, n }) => {
    if (stationary === null || movingBlock === null)
      return `${countOf(n, "value")} do not vary, so no length of blocks is better than another.`;
    return (
      `To keep neighbours together, a bootstrap of these ${countOf(n, "value")} should draw blocks of ${count(movingBlock)} (moving blocks) or of ` +
      `${amount(stationary, "1", 3)} on average (stationary bootstrap), after Politis and White.`
    );
  },
};
