import type { Sample } from "../core/sample.js";

/** The columns of a table of samples that are not labels. */
export const reservedColumns: readonly string[] = [
  "benchmark",
  "metric",
  "unit",
  "better",
  "run",
  "iteration",
  "value",
];

/** What a sample is of, without its values. */
export type SampleIdentity = Pick<Sample, "benchmark" | "metric" | "unit" | "better" | "labels">;

/** Equal for samples of the same benchmark, metric, unit, direction and labels, in whatever order the labels stand. */
export function sampleKey(identity: SampleIdentity): string {
  const { benchmark, metric, unit, better, labels } = identity;
  return JSON.stringify([benchmark, metric, unit, better, Object.entries(labels).sort(byName)]);
}

function byName([left]: readonly [string, string], [right]: readonly [string, string]): number {
  return left < right ? -1 : Number(left > right);
}
