import { InputError } from "../core/input-error.js";
import type { Sample } from "../core/sample.js";
import { show } from "../core/show.js";
import { ColumnError, type ColumnRoles, columnRoles } from "./column-roles.js";
import { DatasetError } from "./dataset-error.js";
import { reservedColumns } from "./sample-columns.js";
import { type ColumnsByName, groupedRows } from "./samples-from-columns.js";
import { type PlacedSample, plainDescription, type SamplesFromTextOptions } from "./text-source.js";

/** The rows of a file, whatever its format. */
export interface Rows {
  readonly file: string;
  readonly names: readonly string[];
  readonly size: number;
  /** By number of row and of column, from 0; undefined, null and "" are no value. */
  readonly cell: (row: number, column: number) => unknown;
  /** 1-based line of the file, if rows have one. */
  readonly line: (row: number) => number | undefined;
}

/**
 * Groups the rows of a file to samples and runs.
 *
 * @throws {DatasetError} there is no row, a column that is asked for is missing, a value is not a finite number, or no two
 *   rows belong together
 */
export function samplesFromRows(
  functionName: string,
  rows: Rows,
  options: SamplesFromTextOptions,
): readonly PlacedSample[] {
  const { file, size } = rows;
  if (size === 0)
    throw new DatasetError(functionName, file, {}, "needs one row or more below the names, got none");
  const roles = rolesOf(functionName, rows, options);
  const columns = columnsOf(functionName, rows, roles);
  const { metric, unit } = roles;
  const { benchmark, ...plain } = plainDescription(file, options);
  const groups = refusedWith(functionName, file, () =>
    groupedRows(functionName, columns, {
      ...plain,
      benchmark,
      metric: options.metric ?? metric ?? plain.metric ?? "value",
      unit: options.unit ?? unit ?? "1",
    }),
  );
  const samples = groups.map(({ sample }) => sample);
  checkGrouping(functionName, rows, roles, samples);
  if (roles.along === null) return samples;
  const column = rows.names.indexOf(roles.along);
  return groups.map((group) => ({
    ...group.sample,
    along: group.rows.map((run) => run.map((row) => String(rows.cell(row, column) ?? ""))),
  }));
}

function rolesOf(functionName: string, rows: Rows, options: SamplesFromTextOptions): ColumnRoles {
  const { file, names, size, cell } = rows;
  const isNumeric = (name: string): boolean => {
    const column = names.indexOf(name);
    for (let row = 0; row < size; row++) if (!Number.isFinite(toNumber(cell(row, column)))) return false;
    return true;
  };
  try {
    return columnRoles(names, options, isNumeric);
  } catch (error) {
    if (!(error instanceof ColumnError)) throw error;
    throw new DatasetError(functionName, file, {}, error.message);
  }
}

/** Under the names that samples are made of. */
function columnsOf(functionName: string, rows: Rows, roles: ColumnRoles): ColumnsByName {
  const { names, size, cell } = rows;
  const numbers = (name: string): Float64Array => {
    const column = names.indexOf(name);
    return Float64Array.from({ length: size }, (_, row) =>
      finite(functionName, rows, name, row, cell(row, column)),
    );
  };
  const texts = (name: string): readonly unknown[] => {
    const column = names.indexOf(name);
    return Array.from({ length: size }, (_, row) => {
      const content = cell(row, column);
      return content === "" ? null : content;
    });
  };
  const described = reservedColumns.filter(
    (name) => names.includes(name) && !["value", "run", "iteration"].includes(name) && name !== roles.value,
  );
  return new Map<string, ArrayLike<unknown>>([
    ...[...described, ...roles.labels].map((name) => [name, texts(name)] as const),
    ...(roles.run === null ? [] : [["run", texts(roles.run)] as const]),
    ...(roles.iteration === null ? [] : [["iteration", numbers(roles.iteration)] as const]),
    ["value", numbers(roles.value)],
  ]);
}

function finite(
  functionName: string,
  { file, line }: Rows,
  field: string,
  row: number,
  content: unknown,
): number {
  const number = toNumber(content);
  if (Number.isFinite(number)) return number;
  const given = content === "" || content === undefined || content === null ? "none" : show(content);
  throw new DatasetError(
    functionName,
    file,
    { line: line(row), field },
    `needs a finite number, got ${given}`,
  );
}

function toNumber(content: unknown): number {
  if (typeof content === "number") return content;
  return typeof content === "string" && content.trim() !== "" ? Number(content) : Number.NaN;
}

function refusedWith<Result>(functionName: string, file: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new DatasetError(functionName, file, {}, `${error.argument} ${error.problem}`);
  }
}

/** A column of times or indices among the labels makes a sample of each row: no plot of that is meant. */
function checkGrouping(
  functionName: string,
  { file, names, size, cell }: Rows,
  { labels }: ColumnRoles,
  samples: readonly Sample[],
): void {
  if (size < 20 || samples.length <= size / 2) return;
  const distinct = (name: string): number => {
    const column = names.indexOf(name);
    return new Set(Array.from({ length: size }, (_, row) => cell(row, column))).size;
  };
  const [most] = labels.toSorted((left, right) => distinct(right) - distinct(left));
  if (most === undefined) return;
  throw new DatasetError(
    functionName,
    file,
    { field: most },
    `needs values that several rows share to be a label, got ${distinct(most)} in ${size} rows; ` +
      "name the labels, or say that it is the iteration",
  );
}
