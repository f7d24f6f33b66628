import type { BrunnerMunzelResult } from "../../stats/brunner-munzel.js";
import type { MannWhitneyUResult } from "../../stats/mann-whitney-u.js";
import type { PermutationTestResult } from "../../stats/permutation-test.js";
import type { WilcoxonSignedRankResult } from "../../stats/wilcoxon-signed-rank.js";
import { amount, count, countOf, given, joined, level, percent } from "./amount.js";
import { chanceAlone, howOften } from "./chance.js";
import { change, compatibleChanges, directionOf } from "./change.js";
import type { ExplainersOf, Sides } from "./explainer.js";

/** Tests that ask for no shape of distribution. */
export type RankTestResult =
  | MannWhitneyUResult
  | BrunnerMunzelResult
  | WilcoxonSignedRankResult
  | PermutationTestResult;

export const rankTestExplainers: ExplainersOf<RankTestResult> = {
  "mann-whitney-u": ({ estimate, p, alternative, n, unit }, sides) =>
    `${superiority(estimate, unit, sides)}, by the test of Mann and Whitney with ${count(n[0])} and ${countOf(n[1], "value")}. ${unbalanced(p, alternative, "both had one and the same distribution")}`.trim(),
  "brunner-munzel": ({ estimate, interval, confidence, p, alternative, n, unit }, sides) => {
    const range =
      interval === null
        ? ""
        : ` The data are compatible with ${percent(interval[0] ?? 0)} to ${percent(interval[1] ?? 1)} (${level(confidence)} interval).`;
    return `${superiority(estimate, unit, sides)}, by the test of Brunner and Munzel with ${count(n[0])} and ${countOf(n[1], "value")}.${range} ${unbalanced(p, alternative)}`.trim();
  },
  "wilcoxon-signed-rank": (result, { baseline, candidate }) => {
    const { estimate, interval, unit, confidence, p, alternative, nullDifference, n } = result;
    const truth = nullDifference === 0 ? undefined : given(nullDifference, unit);
    return joined([
      `Pair by pair ${candidate} is typically ${change(estimate, unit)} ${estimate === 0 ? "from" : "than"} ${baseline}, by Wilcoxon's signed ranks of ${countOf(n, "pair")}.`,
      compatibleChanges(interval, unit, confidence),
      chanceAlone(p, alternative, truth),
    ]);
  },
  permutation: ({ statistic, estimate, p, pMethod, arrangements, alternative, unit, n }, sides) => {
    const dealt = pMethod === "exact" ? `all ${count(arrangements)}` : `${count(arrangements)} random`;
    const found = estimate === null ? "" : `${finding(statistic, estimate, unit, sides)} `;
    const chance =
      p === null
        ? ""
        : `Had chance alone dealt these values to two sides of ${n[0]} and ${n[1]}, it would come out at least as ${farther[alternative]} ${howOften(p)} (${dealt} arrangements).`;
    return `${found}${chance}`.trim();
  },
};

const farther = { "two-sided": "far out", less: "low", greater: "high" } as const;

function finding(
  statistic: PermutationTestResult["statistic"],
  estimate: number,
  unit: string | null,
  { baseline, candidate }: Sides,
): string {
  const than = estimate === 0 ? "from" : "than";
  if (statistic === "mean-difference")
    return `The mean of ${candidate} is ${change(estimate, unit)} ${than} that of ${baseline}.`;
  if (statistic === "median-difference")
    return `The median of ${candidate} is ${change(estimate, unit)} ${than} that of ${baseline}.`;
  if (statistic === "welch-t")
    return `Welch's t of ${candidate} against ${baseline} is ${amount(estimate, "1", 3)}.`;
  return `The statistic of ${candidate} against ${baseline} is ${amount(estimate, "1")}.`;
}

/** How often one side is above the other. */
function superiority(estimate: number, unit: string | null, { baseline, candidate }: Sides): string {
  return `A value of ${candidate} is ${directionOf(unit).more} than one of ${baseline} in ${percent(estimate)} of all pairs, ties counting half`;
}

function unbalanced(
  p: number | null,
  alternative: keyof typeof farther,
  ifNothing = "neither tended to larger values",
): string {
  if (p === null) return "";
  const asFar = { "two-sided": "as far from 50 %", less: "as far below 50 %", greater: "as far above 50 %" }[
    alternative
  ];
  return `If ${ifNothing}, a share at least ${asFar} would occur ${howOften(p)}.`;
}
