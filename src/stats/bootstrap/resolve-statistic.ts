import { checkChoice, checkProbability } from "../../core/check-options.js";
import { InputError } from "../../core/input-error.js";
import { show } from "../../core/show.js";
import { customStatistic } from "./custom-statistic.js";
import { meanStatistic } from "./mean-statistic.js";
import { quantileStatistic } from "./quantile-statistic.js";
import type { BootstrapStatistic, ResampledStatistic } from "./resampled-statistic.js";
import { cvStatistic, sdStatistic } from "./spread-statistics.js";

/** @throws {InputError} there is no such statistic */
export function resolveStatistic(functionName: string, statistic: BootstrapStatistic): ResampledStatistic {
  if (typeof statistic === "function") return customStatistic(statistic);
  if (typeof statistic === "object" && statistic !== null) {
    checkProbability(functionName, "statistic.quantile", statistic.quantile);
    return quantileStatistic({ quantile: statistic.quantile }, statistic.quantile);
  }
  checkChoice(functionName, "statistic", statistic, ["mean", "median", "sd", "cv"]);
  if (statistic === "mean") return meanStatistic;
  if (statistic === "median") return quantileStatistic("median", 0.5);
  return statistic === "sd" ? sdStatistic : cvStatistic;
}

/**
 * The statistic of the measurements themselves.
 *
 * @throws {InputError} it is no finite number
 */
export function evaluateStatistic(
  functionName: string,
  argument: string,
  statistic: ResampledStatistic,
  sorted: Readonly<Float64Array>,
): number {
  const value: unknown = statistic.evaluate(sorted);
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (statistic.name === "custom") {
    throw new InputError(functionName, "statistic", `needs to return a finite number, got ${show(value)}`);
  }
  throw new InputError(functionName, argument, 'needs a mean other than zero for "cv", got 0; ask for "sd"');
}
