import type { ScoreSegmentationResult } from "../../changepoint/score-segmentation.js";
import { amount, count, countOf, joined, percent } from "./amount.js";
import type { ExplainersOf } from "./explainer.js";

export const scoreExplainers: ExplainersOf<ScoreSegmentationResult> = {
  "segmentation-score": (score) => joined([hitsOf(score), agreementOf(score)]),
};

function hitsOf({ found, truth, matches, margin, f1, meanLocationError }: ScoreSegmentationResult): string {
  if (found === 0 && truth === 0) return "There is no change, and none was found.";
  if (truth === 0) return `There is no change, but ${count(found)} ${verb(found, "was", "were")} found.`;
  if (found === 0)
    return truth === 1
      ? "The one true change was not found."
      : `None of the ${count(truth)} true changes was found.`;
  const hits = matches.length;
  const off = meanLocationError === null ? "" : `, ${amount(meanLocationError, null, 2)} off on average`;
  return (
    `${count(hits)} of ${countOf(truth, "true change")} ${verb(hits || truth, "was", "were")} found within ` +
    `${countOf(margin, "value")}${off}; ${count(found - hits)} of ${countOf(found, "found change")} ` +
    `${verb(found - hits || found, "is", "are")} no true one${f1 === null ? "" : ` (F1 ${amount(f1, null, 2)})`}.`
  );
}

function agreementOf({ covering, adjustedRand, found, truth }: ScoreSegmentationResult): string {
  if (covering === null || adjustedRand === null || found + truth === 0) return "";
  return (
    `Found segments cover ${percent(covering)} of the true ones; corrected for chance, the two agree by ` +
    `${amount(adjustedRand, null, 2)} (1 is perfect).`
  );
}

function verb(n: number, one: string, many: string): string {
  return n === 1 ? one : many;
}
