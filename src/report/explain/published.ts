import type { ComparedFigure } from "../../compare/compare-with-published.js";
import { level } from "./amount.js";
import type { ExplainersOf } from "./explainer.js";

export const publishedExplainers: ExplainersOf<ComparedFigure> = {
  "published-against-reproduced": ({ published, criterion, interval, confidence, reproduced, match }) => {
    const unit = published.unit === "1" ? " times" : ` ${published.unit}`;
    const digits = reproduced.split(".")[1]?.length ?? 0;
    const range =
      interval === null
        ? ""
        : ` (${level(confidence ?? 0)} interval ${interval[0].toFixed(digits)} to ${interval[1].toFixed(digits)}${unit})`;
    const verdict = {
      digits: match ? "the same in every printed digit" : "which differs in the printed digits",
      interval: match
        ? "whose interval holds the published figure"
        : "whose interval does not hold the published figure",
      claim: match
        ? "which is within a tenth of the claim"
        : "which is more than a tenth away from the claim",
    }[criterion];
    return `For "${published.configuration}" a ${published.statistic} of ${published.printed}${unit} was published; recomputed from the measurements it is ${reproduced}${unit}${range}, ${verdict}.`;
  },
};
