import { type FoundChange, reportChanges } from "../../src/changepoint/report-changes.js";
import { checkSeries } from "../../src/changepoint/series.js";
import type { Measurements } from "../../src/core/measurements.js";
import type { PlotChanges } from "../../src/plot/series-plot.js";

/** What a change-point method would report that found just these changes. */
export function changeResult(
  values: Measurements,
  found: readonly FoundChange[],
  outliers: NonNullable<PlotChanges["outliers"]> = [],
): PlotChanges {
  const series = checkSeries("changeResult", values, {});
  return {
    method: "by hand",
    ...reportChanges(series, found, 0.95),
    confidence: 0.95,
    n: series.n,
    unit: series.unit,
    outliers,
    warnings: [],
  };
}
