import type { Warning } from "../../core/warning.js";
import type { ResampledStatistic } from "./resampled-statistic.js";

/** The warning that `n` values are too few for a bootstrap of the statistic, if they are. */
export function fewValues(argument: string, n: number, { advised }: ResampledStatistic): Warning[] {
  if (n >= advised) return [];
  const message = Number.isFinite(advised)
    ? `${n} values (${argument}) are too few for an interval near its confidence; take ${advised} or more.`
    : `The smallest and the largest value (${argument}) have no interval near its confidence; ask for a quantile inside.`;
  return [{ code: "too-few-values", message }];
}
