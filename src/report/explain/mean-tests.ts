import { capitalised } from "../../core/capitalised.js";
import type { EquivalenceTestResult } from "../../stats/equivalence-test.js";
import type { Interval } from "../../stats/interval.js";
import type { PairedTTestResult } from "../../stats/paired-t-test.js";
import type { WelchTTestResult } from "../../stats/welch-t-test.js";
import { amount, count, countOf, given, joined, level } from "./amount.js";
import { chanceAlone } from "./chance.js";
import { change, compatibleChanges, directionOf } from "./change.js";
import type { ExplainersOf, Sides } from "./explainer.js";

/** Tests of means. */
export type MeanTestResult = WelchTTestResult | PairedTTestResult | EquivalenceTestResult;

export const meanTestExplainers: ExplainersOf<MeanTestResult> = {
  "welch-t": (result, sides) => {
    const { n } = result;
    return joined([
      `${meanChange(result, sides)}, by Welch's t-test of ${count(n[0])} and ${countOf(n[1], "value")}.`,
      evidence(result),
    ]);
  },
  "paired-t": (result, sides) =>
    joined([
      `${meanChange(result, sides)}, by the t-test of ${countOf(result.n, "pair")}.`,
      evidence(result),
    ]),
  "tost-welch": explainEquivalence,
};

function explainEquivalence(result: EquivalenceTestResult, { baseline, candidate }: Sides): string {
  const { estimate, margin, unit, p, n, conclusion, confidence, interval, alternative } = result;
  const relative = "relative" in margin;
  const factor = relative ? 100 : 1;
  const shown = relative ? "%" : unit;
  const direction = directionOf(unit);
  const limit = relative ? level(margin.relative) : given(margin.absolute, unit);
  const [tests, asked] =
    alternative === "equivalence"
      ? ["Two one-sided Welch tests", `both are no more than ${limit} apart`]
      : ["A one-sided Welch test", `${candidate} is no more than ${limit} worse`];
  const shows = alternative === "equivalence" ? ["show", "do not show"] : ["shows", "does not show"];
  const notShown = conclusion === "not-shown";
  return joined([
    `On average ${candidate} is ${change(factor * estimate, shown, null, direction)} ${than(estimate)} ${baseline}.`,
    conclusion === null
      ? ""
      : `${tests} of ${count(n[0])} and ${countOf(n[1], "value")} ${shows[notShown ? 1 : 0]} that ${asked} (p ${pText(p)})` +
        `${notShown ? ", which is no proof of a change either" : ""}.`,
    compatibleChanges(scaled(interval, factor), shown, confidence, direction),
  ]);
}

function scaled(interval: Interval | null, factor: number): Interval | null {
  if (interval === null) return null;
  const [low, high] = interval;
  return [low === null ? null : factor * low, high === null ? null : factor * high];
}

function meanChange(
  { estimate, relativeChange, means, unit }: WelchTTestResult | PairedTTestResult,
  { baseline, candidate }: Sides,
): string {
  return (
    `${capitalised(candidate)} is ${change(estimate, unit, relativeChange)} ${than(estimate)} ${baseline} on average ` +
    `(${amount(means[1], unit)} against ${amount(means[0], unit)})`
  );
}

function evidence({
  interval,
  unit,
  confidence,
  p,
  alternative,
  nullDifference,
}: WelchTTestResult | PairedTTestResult): string {
  const truth = nullDifference === 0 ? undefined : given(nullDifference, unit);
  return joined([compatibleChanges(interval, unit, confidence), chanceAlone(p, alternative, truth)]);
}

function than(difference: number): string {
  return difference === 0 ? "from" : "than";
}

function pText(p: number | null): string {
  if (p === null) return "unknown";
  return p < 0.001 ? "< 0.001" : `= ${p.toPrecision(2)}`;
}
