import type { BlockBootstrapResult } from "../../stats/block-bootstrap-interval.js";
import type { BootstrapStatisticName } from "../../stats/bootstrap/resampled-statistic.js";
import type { BootstrapDifferenceResult } from "../../stats/bootstrap-difference.js";
import type { BootstrapIntervalResult } from "../../stats/bootstrap-interval.js";
import type { HierarchicalBootstrapResult } from "../../stats/hierarchical-bootstrap.js";
import type { HierarchicalBootstrapDifferenceResult } from "../../stats/hierarchical-bootstrap-difference.js";
import { amount, countOf, given, joined, level, percent, span } from "./amount.js";
import { change, compatibleChanges, compatibleValues, ratioChange } from "./change.js";
import type { ExplainersOf, Sides } from "./explainer.js";

/** Results of resampling: they share their methods, and differ in their fields. */
export type BootstrapResult = OneSampleResult | DifferenceResult;

type OneSampleResult = BootstrapIntervalResult | BlockBootstrapResult | HierarchicalBootstrapResult;
type DifferenceResult = BootstrapDifferenceResult | HierarchicalBootstrapDifferenceResult;

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
  if ("iterations" in result) {
    const within =
      result.iterations === "resampled" ? "and then of their iterations" : "with all of their iterations";
    return `each drawn of whole runs first ${within}`;
  }
  if (!("scheme" in result)) return "each as large as the data and drawn from them";
  const length = `${given(Number(result.blockLength.toPrecision(3)), null)} neighbours${result.scheme === "stationary" ? " on average" : ""}`;
  return `each put together from blocks of ${length}`;
}

function explainOne(result: OneSampleResult): string {
  const { statistic, estimate, interval, confidence, n, unit } = result;
  const share = statistic === "cv";
  const text = share ? percent(estimate) : amount(estimate, unit);
  const bounds = share && interval !== null ? ([100 * interval[0], 100 * interval[1]] as const) : interval;
  const values = "runs" in result ? valuesOfRuns(n, result.runs) : countOf(n, "value");
  return joined([
    `The ${statisticName(statistic)} of ${values} is ${text}.`,
    compatibleValues(bounds, share ? "%" : unit, confidence),
  ]);
}

function valuesOfRuns(n: number, runs: number): string {
  return `${countOf(n, "value")} in ${countOf(runs, "run")}`;
}

function explainDifference(result: DifferenceResult, sides: Sides): string {
  const { comparison, statistic, estimate, interval, confidence, unit, n } = result;
  const values = (side: 0 | 1): string =>
    "runs" in result ? valuesOfRuns(n[side], result.runs[side]) : countOf(n[side], "value");
  const subject = `The ${statisticName(statistic)} of ${sides.candidate} (${values(1)})`;
  const reference = `that of ${sides.baseline} (${values(0)})`;
  if (comparison === "ratio") {
    const range =
      interval === null
        ? ""
        : ` The data are compatible with factors of ${span(interval[0], interval[1], null)} (${level(confidence)} interval).`;
    return `${subject} is ${amount(estimate, "1", 3)} times ${reference}, or ${ratioChange(estimate)}.${range}`;
  }
  const shown = statistic === "cv" ? "percentage points" : unit;
  const factor = statistic === "cv" ? 100 : 1;
  const bounds = interval === null ? null : ([factor * interval[0], factor * interval[1]] as const);
  return joined([
    `${subject} is ${change(factor * estimate, shown)} ${estimate === 0 ? "from" : "than"} ${reference}.`,
    compatibleChanges(bounds, shown, confidence),
  ]);
}

function statisticName(statistic: BootstrapStatisticName): string {
  if (statistic === "sd") return "standard deviation";
  if (statistic === "cv") return "coefficient of variation";
  if (statistic === "custom") return "statistic";
  if (typeof statistic === "object") return `${level(statistic.quantile)} quantile`;
  return statistic;
}
