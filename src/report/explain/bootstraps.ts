import type { BlockBootstrapResult } from "../../stats/block-bootstrap-interval.js";
import type { BootstrapStatisticName } from "../../stats/bootstrap/resampled-statistic.js";
import type { BootstrapDifferenceResult } from "../../stats/bootstrap-difference.js";
import type { BootstrapIntervalResult } from "../../stats/bootstrap-interval.js";
import { amount, countOf, given, level, percent, span } from "./amount.js";
import { change, compatibleChanges, compatibleValues, ratioChange } from "./change.js";
import type { ExplainersOf, Sides } from "./explainer.js";

/** Results of resampling. */
export type BootstrapResult = BootstrapIntervalResult | BootstrapDifferenceResult | BlockBootstrapResult;

export const bootstrapExplainers: ExplainersOf<BootstrapResult> = {
  percentile: explainBootstrap,
  basic: explainBootstrap,
  bca: explainBootstrap,
  studentized: explainBootstrap,
};

const methodNames = {
  percentile: "percentile",
  basic: "basic",
  bca: "BCa",
  studentized: "studentized",
} as const;

function explainBootstrap(result: BootstrapResult, sides: Sides): string {
  const sentences = "comparison" in result ? explainDifference(result, sides) : explainOne(result);
  if (result.interval === null) return sentences;
  return `${sentences} It is a ${methodNames[result.method]} bootstrap interval from ${countOf(result.resamples, "resample")}, ${drawn(result)}.`;
}

function drawn(result: BootstrapResult): string {
  if (!("scheme" in result)) return "each as large as the data and drawn from them";
  const length = `${given(Number(result.blockLength.toPrecision(3)), null)} neighbours${result.scheme === "stationary" ? " on average" : ""}`;
  return `each put together from blocks of ${length}`;
}

function explainOne({
  statistic,
  estimate,
  interval,
  confidence,
  n,
  unit,
}: BootstrapIntervalResult | BlockBootstrapResult): string {
  const share = statistic === "cv";
  const text = share ? percent(estimate) : amount(estimate, unit);
  const bounds = share && interval !== null ? ([100 * interval[0], 100 * interval[1]] as const) : interval;
  return `The ${statisticName(statistic)} of ${countOf(n, "value")} is ${text}. ${compatibleValues(bounds, share ? "%" : unit, confidence)}`.trim();
}

function explainDifference(result: BootstrapDifferenceResult, sides: Sides): string {
  const { comparison, statistic, estimate, interval, confidence, unit, n } = result;
  const subject = `The ${statisticName(statistic)} of ${sides.candidate} (${countOf(n[1], "value")})`;
  const reference = `that of ${sides.baseline} (${countOf(n[0], "value")})`;
  if (comparison === "ratio") {
    const range =
      interval === null
        ? ""
        : ` The data are compatible with factors of ${span(...interval, null)} (${level(confidence)} interval).`;
    return `${subject} is ${amount(estimate, "1", 3)} times ${reference}, or ${ratioChange(estimate)}.${range}`;
  }
  const shown = statistic === "cv" ? "percentage points" : unit;
  const factor = statistic === "cv" ? 100 : 1;
  const bounds = interval === null ? null : ([factor * interval[0], factor * interval[1]] as const);
  return `${subject} is ${change(factor * estimate, shown)} than ${reference}. ${compatibleChanges(bounds, shown, confidence)}`.trim();
}

function statisticName(statistic: BootstrapStatisticName): string {
  if (statistic === "sd") return "standard deviation";
  if (statistic === "cv") return "coefficient of variation";
  if (statistic === "custom") return "statistic";
  if (typeof statistic === "object") return `${level(statistic.quantile)} quantile`;
  return statistic;
}
