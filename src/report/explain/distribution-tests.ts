import { capitalised } from "../../core/capitalised.js";
import type { AndersonDarlingResult } from "../../stats/anderson-darling.js";
import type { BrownForsytheResult } from "../../stats/brown-forsythe.js";
import type { CoefficientOfVariationRatioResult } from "../../stats/coefficient-of-variation-ratio.js";
import type { KolmogorovSmirnovResult } from "../../stats/kolmogorov-smirnov.js";
import { amount, count, countOf, joined, level, listOf, percent, span } from "./amount.js";
import { howOften } from "./chance.js";
import type { ExplainersOf } from "./explainer.js";

/** Tests of spread, and of whole distributions. */
export type DistributionTestResult =
  | BrownForsytheResult
  | CoefficientOfVariationRatioResult
  | KolmogorovSmirnovResult
  | AndersonDarlingResult;

export const distributionTestExplainers: ExplainersOf<DistributionTestResult> = {
  "brown-forsythe": ({ meanDeviations, n, p, unit }) => {
    const spreads = meanDeviations.map((deviation) => amount(deviation, unit, 3));
    const chance =
      p === null ? "" : ` If all spreads were equal, they would come out at least as unequal ${howOften(p)}.`;
    return `Values lie ${listOf(spreads)} from the median of their sample on average, by the test of Brown and Forsythe with ${listOf(n.map(String))} values.${chance}`;
  },
  "cv-ratio": ({ estimate, interval, confidence, p, cvs, n }, { baseline, candidate }) => {
    if (estimate === null)
      return `${capitalised(baseline)} does not vary, so nothing is a multiple of its scatter.`;
    return joined([
      `Relative to its mean, ${candidate} scatters ${amount(estimate, "1", 3)} times as much as ${baseline} (${percent(cvs[1])} against ${percent(cvs[0])}, ${count(n[0])} and ${countOf(n[1], "value")}).`,
      interval === null
        ? ""
        : `The data are compatible with factors of ${span(...interval, null)} (${level(confidence)} interval).`,
      p === null
        ? ""
        : `If both scattered the same, a factor at least as far from 1 would occur ${howOften(p)}.`,
    ]);
  },
  "kolmogorov-smirnov": ({ statistic, location, p, n, unit }, { baseline, candidate }) =>
    `The distributions of ${baseline} and ${candidate} are farthest apart at ${amount(location, unit)}: the shares of values up to there differ by ` +
    `${points(statistic)} (test of Kolmogorov and Smirnov, ${count(n[0])} and ${countOf(n[1], "value")}).${sameDistribution(p, "a gap at least as wide")}`,
  "anderson-darling": ({ statistic, p, n }, { baseline, candidate }) =>
    `The whole distributions of ${baseline} and ${candidate}, tails included, were compared by the test of Anderson and Darling with ` +
    `${count(n[0])} and ${countOf(n[1], "value")}${statistic === null ? "" : `: A² is ${amount(statistic, "1", 3)}, where 1 is usual without a difference`}.` +
    sameDistribution(p, "an A² at least as large"),
};

function sameDistribution(p: number | null, asFar: string): string {
  return p === null ? "" : ` If both had one distribution, ${asFar} would occur ${howOften(p)}.`;
}

function points(share: number): string {
  return `${Number((100 * share).toPrecision(3))} percentage points`;
}
