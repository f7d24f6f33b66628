import { checkChoice, checkConfidence, checkInteger, checkOptions } from "../../core/check-options.js";
import { checkSeed } from "../../random/stream.js";
import { type BootstrapMethod, bootstrapMethods } from "./bounds.js";
import type { BootstrapStatistic } from "./resampled-statistic.js";

/** What every bootstrap can be told. */
export interface BootstrapOptions {
  /** "mean", "median", "sd", "cv", `{ quantile: p }` (type 7), or a function of the values. Default "mean". */
  readonly statistic?: BootstrapStatistic;
  /**
   * "percentile"; "basic", its mirror image about the estimate; "bca", which corrects for bias and skewness; or "studentized",
   * which divides by the standard error of each resample. Default "bca".
   */
  readonly method?: BootstrapMethod;
  /** In (0, 1). Default 0.95. */
  readonly confidence?: number;
  /** Default 9,999. */
  readonly resamples?: number;
  /** A whole number; the same seed gives the same interval everywhere. Default 1. */
  readonly seed?: number;
}

/** The options with their defaults, checked; the statistic is left to `resolveStatistic`. */
export function resolveBootstrapOptions(
  functionName: string,
  options: BootstrapOptions,
): Required<BootstrapOptions> {
  const {
    statistic = "mean",
    method = "bca",
    confidence = 0.95,
    resamples = 9999,
    seed = 1,
  } = checkOptions(functionName, options);
  checkChoice(functionName, "method", method, bootstrapMethods);
  checkConfidence(functionName, confidence);
  checkInteger(functionName, "resamples", resamples, 1, maxResamples);
  checkSeed(functionName, seed);
  return { statistic, method, confidence, resamples, seed };
}

/** Far above any use; refuses typing errors before they ask for all memory. */
const maxResamples = 1e8;
