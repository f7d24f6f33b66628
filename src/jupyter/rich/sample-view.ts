import type { Sample } from "../../core/sample.js";
import { sortedQuantile } from "../../core/sorted-quantile.js";
import { mostRows, type TableView } from "./table-view.js";

/** Whether a value has the shape of a {@link Sample}. */
export function isSample(value: unknown): value is Sample {
  if (typeof value !== "object" || value === null) return false;
  const { benchmark, metric, unit, runs, labels } = value as Partial<Sample>;
  return (
    [benchmark, metric, unit].every((text) => typeof text === "string") &&
    Array.isArray(runs) &&
    runs.every((run) => run instanceof Float64Array) &&
    typeof labels === "object" &&
    labels !== null
  );
}

/** Samples as a table, one a row: what was measured, how often, and where its values lie. */
export function samplesView(samples: readonly Sample[]): TableView {
  const shown = samples.slice(0, mostRows);
  const labels = [...new Set(shown.flatMap((sample) => Object.keys(sample.labels)))];
  return {
    columns: ["benchmark", ...labels, "metric", "unit", "runs", "values", "min", "median", "max"],
    rows: shown.map((sample) => {
      const values = Float64Array.from(sample.runs.flatMap((run) => [...run])).sort();
      const quantiles = [0, 0.5, 1].map((p) => (values.length === 0 ? null : sortedQuantile(values, p)));
      const configuration = labels.map((label) => sample.labels[label] ?? null);
      const { benchmark, metric, unit, runs } = sample;
      return [benchmark, ...configuration, metric, unit, runs.length, values.length, ...quantiles];
    }),
    total: samples.length,
  };
}
