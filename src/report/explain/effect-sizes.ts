import { capitalised } from "../../core/capitalised.js";
import type { CliffsDeltaResult } from "../../stats/cliffs-delta.js";
import type { GeometricMeanRatioResult } from "../../stats/geometric-mean-ratio.js";
import type { HedgesGResult } from "../../stats/hedges-g.js";
import type { HodgesLehmannShiftResult } from "../../stats/hodges-lehmann-shift.js";
import type { ProbabilityOfSuperiorityResult } from "../../stats/probability-of-superiority.js";
import { amount, count, countOf, joined, level, percent, span } from "./amount.js";
import { change, compatibleChanges, ratioChange } from "./change.js";
import type { ExplainersOf } from "./explainer.js";

/** How large a difference is, on scales of several kinds. */
export type EffectSizeResult =
  | HedgesGResult
  | CliffsDeltaResult
  | ProbabilityOfSuperiorityResult
  | HodgesLehmannShiftResult
  | GeometricMeanRatioResult;

export const effectSizeExplainers: ExplainersOf<EffectSizeResult> = {
  "hedges-g": ({ estimate, interval, confidence, pooledSd, unit }, { baseline, candidate }) => {
    if (estimate === null)
      return `The difference between ${baseline} and ${candidate} cannot be measured in standard deviations.`;
    const side = estimate >= 0 ? "above" : "below";
    const range = interval === null ? "" : `, ${level(confidence)} interval ${span(...interval, null)}`;
    return (
      `The mean of ${candidate} lies ${amount(Math.abs(estimate), "1", 3)} pooled standard deviations (of ${amount(pooledSd, unit, 3)}) ${side} that of ` +
      `${baseline} (Hedges' g${range}). ${nextToScatter(estimate, interval, [0.2, 0.5, 0.8])}`
    );
  },
  "cliffs-delta": ({ estimate, interval, confidence, n }, { baseline, candidate }) => {
    const range = interval === null ? "" : `, ${level(confidence)} interval ${span(...interval, null)}`;
    return (
      `A value of ${candidate} is above one of ${baseline} in ${percent((1 + estimate) / 2)} of all pairs, ties counting half: Cliff's delta is ` +
      `${amount(estimate, "1", 3)}${range}, from ${count(n[0])} and ${countOf(n[1], "value")}. ${nextToScatter(estimate, interval, [0.147, 0.33, 0.474])}`
    );
  },
  "probability-of-superiority": ({ estimate, interval, confidence, n }, { baseline, candidate }) => {
    const range =
      interval === null
        ? ""
        : ` The data are compatible with ${percent(interval[0])} to ${percent(interval[1])} (${level(confidence)} interval).`;
    return `A value of ${candidate} is above one of ${baseline} with a probability of ${percent(estimate)}, ties counting half, as far as ${count(n[0])} and ${countOf(n[1], "value")} tell.${range}`;
  },
  "geometric-mean-ratio": (
    { estimate, interval, confidence, statistic, random, n },
    { baseline, candidate },
  ) => {
    const scope = random === "benchmarks" ? "benchmarks like these" : "these benchmarks";
    return joined([
      `Over ${countOf(n, "benchmark")}, each counting the same, the ${statistic} of ${candidate} is ${amount(estimate, "1")} times that of ${baseline} (geometric mean), ${ratioChange(estimate)}.`,
      interval === null
        ? ""
        : `For ${scope} the data are compatible with factors of ${span(...interval, null)} (${level(confidence)} interval).`,
    ]);
  },
  "hodges-lehmann": ({ comparison, estimate, interval, confidence, unit, n }, { baseline, candidate }) => {
    const pairs = `the median over all pairs of ${count(n[0])} and ${countOf(n[1], "value")}, which strays hardly move`;
    if (comparison === "ratio") {
      const range =
        interval === null
          ? ""
          : ` The data are compatible with factors of ${span(...interval, null)} (${level(confidence)} interval).`;
      return `${capitalised(candidate)} is typically ${ratioChange(estimate)} ${estimate === 1 ? "from" : "than"} ${baseline}: ${pairs}.${range}`;
    }
    return `${capitalised(candidate)} is typically ${change(estimate, unit)} ${estimate === 0 ? "from" : "than"} ${baseline}: ${pairs}. ${compatibleChanges(interval, unit, confidence)}`.trim();
  },
};

/** The usual words, with the caution they need. */
function nextToScatter(
  estimate: number,
  interval: readonly [number, number] | null,
  [small, medium, large]: readonly [number, number, number],
): string {
  const size = Math.abs(estimate);
  const word = size < small ? "very small" : size < medium ? "small" : size < large ? "medium" : "large";
  const unsure =
    interval !== null && interval[0] < 0 && interval[1] > 0 ? " Not even the direction is certain." : "";
  return `Next to the scatter of single values that is ${word} by a common rule of thumb; whether it matters, only those who use the program can say.${unsure}`;
}
