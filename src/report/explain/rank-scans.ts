import type { RankScanResult } from "../../changepoint/rank-scan.js";
import { count, countOf, joined, level } from "./amount.js";
import { howOften } from "./chance.js";
import type { ExplainersOf } from "./explainer.js";
import { foundChanges } from "./found-changes.js";

export const rankScanExplainers: ExplainersOf<RankScanResult> = {
  "rank-scan": (result) => {
    const { p, n, alpha, minMagnitude, outliers, serialCorrelation } = result;
    const found = result.changePoints.length > 0;
    const what =
      found || minMagnitude === 0
        ? foundChanges(result)
        : `No change of more than ${level(minMagnitude)} was found in ${countOf(n, "value")}.`;
    const leftOut =
      found && minMagnitude > 0 ? `Changes of no more than ${level(minMagnitude)} were left out.` : "";
    const alone =
      p === null
        ? ""
        : `Noise alone shows as clear a sign of any change${found || minMagnitude === 0 ? "" : ", however small,"} ${howOften(p)} with ${countOf(n, "value")}; more often than ${level(alpha)} is taken for none.`;
    const [only] = outliers;
    const apart =
      only === undefined
        ? ""
        : outliers.length === 1
          ? `The value at index ${count(only.index)} is far from its neighbours, and no change.`
          : `${count(outliers.length)} values are far from their neighbours, and no changes.`;
    const dependence =
      serialCorrelation !== null && serialCorrelation >= 0.1
        ? `Neighbours are correlated by ${serialCorrelation.toFixed(2)}, which is accounted for.`
        : "";
    return joined([what, leftOut, alone, apart, dependence]);
  },
};
