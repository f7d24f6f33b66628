import { InputError } from "../core/input-error.js";
import type { Sample } from "../core/sample.js";
import { show } from "../core/show.js";
import { type FromTableOptions, samplesFromColumns } from "./samples-from-columns.js";
import type { DanfoFrame } from "./to-danfo.js";

/**
 * Samples from a danfo.js data frame in long form, one row a value; columns mean what they mean to `fromTable`.
 *
 * NaN, null and undefined are danfo.js's missing values: in a label column they mean that the sample does not have the
 * label, in a column of numbers they are refused. Time O(rows × columns), memory O(rows).
 *
 * @param frame - one row or more; values must be finite numbers
 * @param options - `benchmark`, `metric`, `unit`, `better` for frames without such columns
 * @returns one sample for each combination of labels, in order of first appearance
 * @throws {InputError} it is no frame, there is no row or no column `value`, or a cell is not what its column needs: names
 *   column and row
 * @example
 * fromDanfo(await toDanfo(loadDataset("smt"))).length // 4
 */
export function fromDanfo(frame: DanfoFrame, options: FromTableOptions = {}): readonly Sample[] {
  if (!(Array.isArray(frame?.columns) && Array.isArray(frame.values))) {
    throw new InputError("fromDanfo", "frame", `needs a danfo.js data frame, got ${show(frame)}`);
  }
  const rows = frame.values as readonly (readonly unknown[])[];
  const columns = new Map(frame.columns.map((name, column) => [name, rows.map((row) => row[column])]));
  return samplesFromColumns("fromDanfo", columns, options);
}
