import type { AdjustConfidenceResult } from "../../stats/adjust-confidence.js";
import type { AdjustPValuesResult } from "../../stats/adjust-p-values.js";
import { amount, count, countOf, level } from "./amount.js";
import type { ExplainersOf } from "./explainer.js";

/** What many tests at once ask for. */
export type FamilyResult = AdjustPValuesResult | AdjustConfidenceResult;

export const familyExplainers: ExplainersOf<FamilyResult> = {
  bonferroni: pValues,
  holm: pValues,
  hochberg: pValues,
  "benjamini-hochberg": pValues,
  "benjamini-yekutieli": pValues,
  "false-coverage": confidence,
  simultaneous: confidence,
};

const names = {
  bonferroni: "Bonferroni",
  holm: "Holm",
  hochberg: "Hochberg",
  "benjamini-hochberg": "Benjamini and Hochberg",
  "benjamini-yekutieli": "Benjamini and Yekutieli",
} as const;

function pValues({ method, p, unadjusted, family }: AdjustPValuesResult): string {
  const given = unadjusted.filter((value) => value !== null);
  const adjusted = p.filter((value) => value !== null);
  const promise = method.startsWith("benjamini")
    ? "at a level of 5 %, on average no more than 5 % of the differences that are claimed are false alarms"
    : "at a level of 5 %, any false alarm at all occurs in no more than 5 of 100 such families";
  const smallest =
    given.length === 0
      ? ""
      : ` The smallest was ${pText(Math.min(...given))} and is ${pText(Math.min(...adjusted))} now;` +
        ` ${below(given)} of them were below 0.05, ${below(adjusted)} still ${below(adjusted) === 1 ? "is" : "are"}.`;
  return `The p-values of ${countOf(family, "test")} were adjusted by the method of ${names[method]}, so that ${promise}.${smallest}`;
}

function confidence({
  method,
  eachConfidence,
  confidence,
  family,
  selected,
}: AdjustConfidenceResult): string {
  const promise =
    method === "false-coverage"
      ? `of the intervals shown, on average no more than ${level(1 - confidence)} miss the truth`
      : `the chance that any of them misses the truth is at most ${level(1 - confidence)}`;
  return `To show ${count(selected)} of ${countOf(family, "interval")}, compute each with a confidence of ${amount(100 * eachConfidence, "%")}: then ${promise}.`;
}

function below(values: readonly number[]): number {
  return values.filter((value) => value < 0.05).length;
}

function pText(p: number): string {
  return p < 0.001 ? "below 0.001" : String(Number(p.toPrecision(2)));
}
