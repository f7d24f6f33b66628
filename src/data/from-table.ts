import type { ColumnTable } from "arquero";
import { InputError } from "../core/input-error.js";
import type { Sample } from "../core/sample.js";
import { show } from "../core/show.js";
import { type ColumnsByName, type FromTableOptions, samplesFromColumns } from "./samples-from-columns.js";

/**
 * Samples from an arquero table in long form, one row a value.
 *
 * Needs a column `value`. Columns benchmark, metric, unit and better say what was measured; run and iteration, both
 * numbers, put rows into runs and in order (without them all rows of a sample are one run, in the table's order). Every
 * other column is a label; a missing cell means that the sample does not have it. Filters and orders of the table hold.
 * Time O(rows × columns), memory O(rows).
 *
 * @param table - one row or more; values must be finite numbers
 * @param options - `benchmark`, `metric`, `unit`, `better` for tables without such columns
 * @returns one sample for each combination of labels, in order of first appearance
 * @throws {InputError} it is no table, there is no row or no column `value`, or a cell is not what its column needs: names
 *   column and row
 * @example
 * fromTable(toTable(loadDataset("smt")))[3].labels // { "smt": "off", "task": "2" }
 */
export function fromTable(table: ColumnTable, options: FromTableOptions = {}): readonly Sample[] {
  if (!isTable(table)) {
    throw new InputError("fromTable", "table", `needs an arquero table, got ${show(table)}`);
  }
  return samplesFromColumns("fromTable", columnsOf(table), options);
}

/** Whether it is a table of arquero, of whatever copy of it. */
export function isTable(input: unknown): input is ColumnTable {
  return typeof (input as Partial<ColumnTable> | null)?.columnNames === "function";
}

/** Its columns as filters and orders have them. */
export function columnsOf(table: ColumnTable): ColumnsByName {
  return new Map(table.columnNames().map((name) => [name, table.array(name)]));
}
