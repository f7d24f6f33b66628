import { createRequire } from "node:module";
import type { ColumnTable } from "arquero";
import type { Sample } from "../core/sample.js";
import { columnsFromSamples } from "./columns-from-samples.js";

/**
 * Samples as an arquero table in long form, one row a value: columns benchmark, metric, unit, better, one for each
 * label (null where a sample does not have it), run and iteration (both 0-based) and value.
 *
 * arquero loads on the first call. Time and memory O(values).
 *
 * @param samples - one or more, that differ in benchmark, metric or a label
 * @returns a table that `fromTable` turns back into equal samples
 * @throws {InputError} there is no sample, two cannot be told apart, or a label has the name of one of the columns above
 * @example
 * toTable(loadDataset("smt")).columnNames() // ["benchmark", "metric", "unit", "better", "smt", "task", "run", "iteration", "value"]
 * toTable(loadDataset("smt")).groupby("smt").count().array("count") // [2400, 2400]
 */
export function toTable(samples: readonly Sample[]): ColumnTable {
  const { texts, numbers } = columnsFromSamples("toTable", samples);
  // Loading arquero takes longer than all statistics together, so only those pay for it who ask for a table.
  const { table } = createRequire(import.meta.url)("arquero") as typeof import("arquero");
  return table([...texts, ...numbers].map(([name, entries]) => [name, [...entries]]));
}
