import { createSample, type Sample } from "../core/sample.js";
import type { Resource, SampleMapping } from "./data-package-schema.js";
import { DatasetError } from "./dataset-error.js";
import type { Table, TableRow } from "./read-table.js";

/**
 * Rows to samples: one for each combination of labels, its runs and values in file order, which is time order.
 *
 * @throws {DatasetError} a value or label is missing, or the order field does not ascend within a run
 */
export function samplesFromTable(
  functionName: string,
  table: Table,
  resource: Resource,
  mapping: SampleMapping,
): readonly Sample[] {
  const groups = new Map<string, Group>();
  for (const row of table.rows) {
    const labels = Object.fromEntries(mapping.labels.map((name) => [name, String(needed(name, row))]));
    const key = JSON.stringify(labels);
    const group = groups.get(key) ?? { labels, runs: new Map() };
    groups.set(key, group);
    const runKey = mapping.run === undefined ? "" : String(needed(mapping.run, row));
    const run = group.runs.get(runKey) ?? { values: [], last: Number.NEGATIVE_INFINITY };
    group.runs.set(runKey, run);
    if (mapping.order !== undefined) run.last = checkOrder(mapping.order, row, run.last);
    run.values.push(Number(needed(mapping.value, row)));
  }
  const { benchmark, metric, better } = mapping;
  const unit = resource.schema.fields.find((field) => field.name === mapping.value)?.unit;
  return [...groups.values()].map(({ labels, runs }) =>
    createSample({
      benchmark,
      ...(metric === undefined ? {} : { metric }),
      ...(unit === undefined ? {} : { unit }),
      ...(better === undefined ? {} : { better }),
      runs: [...runs.values()].map((run) => run.values),
      labels,
    }),
  );

  function needed(field: string, row: TableRow): string | number | boolean {
    const cell = row.cells[field];
    if (cell !== undefined && cell !== null) return cell;
    throw new DatasetError(functionName, table.file, { line: row.line, field }, "needs a value, got none");
  }

  function checkOrder(field: string, row: TableRow, last: number): number {
    const place = Number(needed(field, row));
    if (place > last) return place;
    throw new DatasetError(
      functionName,
      table.file,
      { line: row.line, field },
      `needs more than ${last}, the row before it in its run, got ${place}; rows stand in order of measurement`,
    );
  }
}

interface Group {
  readonly labels: Readonly<Record<string, string>>;
  readonly runs: Map<string, { readonly values: number[]; last: number }>;
}
