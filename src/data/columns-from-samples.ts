import { InputError } from "../core/input-error.js";
import type { Sample } from "../core/sample.js";
import { checkSamples } from "./check-samples.js";
import { reservedColumns, sampleKey } from "./sample-columns.js";

/** A named column of a table, one entry a row. */
export type Column<Entry> = readonly [name: string, entries: readonly Entry[]];

/** Samples in long form: one row a value. */
export interface SampleColumns {
  /** benchmark, metric, unit, better and one column a label, null where a sample has no such label. */
  readonly texts: readonly Column<string | null>[];
  /** run and iteration, 0-based, and value. */
  readonly numbers: readonly Column<number>[];
}

/**
 * Lays samples out as columns.
 *
 * @throws {InputError} there is no sample, a label has the name of another column, or two samples cannot be told apart
 */
export function columnsFromSamples(functionName: string, samples: readonly Sample[]): SampleColumns {
  checkSamples(functionName, samples);
  const labels = checkLabels(functionName, samples);
  const rows = samples.flatMap((sample) =>
    sample.runs.flatMap((values, run) =>
      Array.from(values, (value, iteration) => ({ sample, run, iteration, value })),
    ),
  );
  return {
    texts: [
      ["benchmark", rows.map((row) => row.sample.benchmark)],
      ["metric", rows.map((row) => row.sample.metric)],
      ["unit", rows.map((row) => row.sample.unit)],
      ["better", rows.map((row) => row.sample.better)],
      ...labels.map((label): Column<string | null> => [label, rows.map((row) => labelOf(row.sample, label))]),
    ],
    numbers: [
      ["run", rows.map((row) => row.run)],
      ["iteration", rows.map((row) => row.iteration)],
      ["value", rows.map((row) => row.value)],
    ],
  };
}

/** Own labels only: a label called "toString" must not find the method. */
function labelOf(sample: Sample, label: string): string | null {
  return Object.hasOwn(sample.labels, label) ? (sample.labels[label] ?? null) : null;
}

function checkLabels(functionName: string, samples: readonly Sample[]): readonly string[] {
  if (samples.length === 0)
    throw new InputError(functionName, "samples", "needs one sample or more, got none");
  const labels = [...new Set(samples.flatMap((sample) => Object.keys(sample.labels)))];
  const clash = labels.find((label) => reservedColumns.includes(label));
  if (clash !== undefined) {
    const problem = `needs labels other than the columns ${reservedColumns.join(", ")}, got a label "${clash}"`;
    throw new InputError(functionName, "samples", problem);
  }
  const keys = samples.map(sampleKey);
  const twin = keys.findIndex((key, index) => keys.indexOf(key) !== index);
  if (twin !== -1) {
    const first = keys.indexOf(keys[twin] ?? "");
    throw new InputError(
      functionName,
      `samples[${twin}]`,
      `needs a benchmark, metric or label that tells it from samples[${first}], got the same in both`,
    );
  }
  return labels;
}
