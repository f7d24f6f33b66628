import { checkOptions } from "../core/check-options.js";
import { InputError } from "../core/input-error.js";
import { createSample, type Sample } from "../core/sample.js";
import { show } from "../core/show.js";
import { reservedColumns, type SampleIdentity, sampleKey } from "./sample-columns.js";

/** What to take for columns that a table does not have. */
export interface FromTableOptions {
  /** Default "benchmark". */
  readonly benchmark?: string;
  /** Default "time". */
  readonly metric?: string;
  /** UCUM-like, default "1" (no unit). */
  readonly unit?: string;
  /** Default "lower". */
  readonly better?: "lower" | "higher";
}

/** Columns by name, all of one length. */
export type ColumnsByName = ReadonlyMap<string, ArrayLike<unknown>>;

/**
 * Groups rows to samples and runs; every column that is not one of {@link reservedColumns} is a label.
 *
 * @throws {InputError} there is no column `value` or no row, or a cell cannot be what its column says
 */
export function samplesFromColumns(
  functionName: string,
  columns: ColumnsByName,
  options: FromTableOptions,
): readonly Sample[] {
  return groupedRows(functionName, columns, options).map(({ sample }) => sample);
}

/** A sample, and for each run the rows that its values come from. */
export interface RowGroup {
  readonly sample: Sample;
  readonly rows: readonly (readonly number[])[];
}

/** As {@link samplesFromColumns}, with the rows of each value. */
export function groupedRows(
  functionName: string,
  columns: ColumnsByName,
  options: FromTableOptions,
): readonly RowGroup[] {
  checkOptions(functionName, options);
  const values = columns.get("value");
  if (values === undefined) {
    const names = [...columns.keys()].join(", ") || "no column";
    throw new InputError(functionName, "table", `needs a column "value", got ${names}`);
  }
  if (values.length === 0) throw new InputError(functionName, "table", "needs one row or more, got none");
  const iterations = columns.get("iteration");
  const samples = new Map<string, Draft>();
  const draftOf = draftFinder(functionName, columns, options, samples);
  for (let row = 0; row < values.length; row++) {
    const draft = draftOf(row);
    const run = readText(functionName, columns, "run", row) ?? "";
    const entries = draft.runs.get(run) ?? [];
    draft.runs.set(run, entries);
    entries.push({
      row,
      iteration: iterations === undefined ? row : readNumber(functionName, "iteration", iterations, row),
      value: readNumber(functionName, "value", values, row),
    });
  }
  return [...samples.values()].map(({ identity, runs }) => {
    const ordered = runsInOrder(runs).map((run) => entriesInOrder(functionName, run));
    return {
      sample: createSample({ ...identity, runs: ordered.map((run) => run.map(({ value }) => value)) }),
      rows: ordered.map((run) => run.map(({ row }) => row)),
    };
  });
}

interface Entry {
  readonly row: number;
  readonly iteration: number;
  readonly value: number;
}

interface Draft {
  readonly identity: SampleIdentity;
  readonly runs: Map<string, Entry[]>;
}

/** Finds the sample that a row belongs to. Rows whose cells are those of an earlier one are not read again. */
function draftFinder(
  functionName: string,
  columns: ColumnsByName,
  options: FromTableOptions,
  samples: Map<string, Draft>,
): (row: number) => Draft {
  const identifying = [...columns].filter(([name]) => !["run", "iteration", "value"].includes(name));
  const known = new Map<string, Draft>();
  return (row) => {
    let cells = "";
    for (const [, column] of identifying) cells += `${cellText(column[row], row)}\u0000`;
    const before = known.get(cells);
    if (before !== undefined) return before;
    const identity = readIdentity(functionName, columns, row, options);
    const key = sampleKey(identity);
    const draft = samples.get(key) ?? { identity, runs: new Map() };
    samples.set(key, draft);
    known.set(cells, draft);
    return draft;
  };
}

/** Equal for cells that read alike; what no cell can be differs in each row, and is refused there. */
function cellText(cell: unknown, row: number): string {
  if (cell === null || cell === undefined) return "none";
  return typeof cell === "object" ? `row ${row}` : `${typeof cell} ${String(cell)}`;
}

function readIdentity(
  functionName: string,
  columns: ColumnsByName,
  row: number,
  options: FromTableOptions,
): SampleIdentity {
  const read = (name: string) => readText(functionName, columns, name, row);
  const { benchmark = "benchmark", metric = "time", unit = "1", better = "lower" } = options;
  const direction = read("better") ?? better;
  if (direction !== "lower" && direction !== "higher") {
    throw badCell(functionName, "better", row, `needs "lower" or "higher", got ${show(direction)}`);
  }
  const labelNames = [...columns.keys()].filter((name) => !reservedColumns.includes(name));
  const labels = labelNames.flatMap((name) => {
    const text = read(name);
    return text === null ? [] : [[name, text] as const];
  });
  return {
    benchmark: read("benchmark") ?? benchmark,
    metric: read("metric") ?? metric,
    unit: read("unit") ?? unit,
    better: direction,
    labels: Object.fromEntries(labels),
  };
}

/** Text of a cell; null where it is missing, as a sample without that label, or the column is. */
function readText(functionName: string, columns: ColumnsByName, name: string, row: number): string | null {
  const cell = columns.get(name)?.[row];
  if (cell === undefined || cell === null || Number.isNaN(cell)) return null;
  if (typeof cell === "string" || typeof cell === "number" || typeof cell === "boolean") return String(cell);
  throw badCell(functionName, name, row, `needs text, a number or a boolean, got ${show(cell)}`);
}

function readNumber(functionName: string, name: string, column: ArrayLike<unknown>, row: number): number {
  const cell = column[row];
  if (typeof cell === "number" && Number.isFinite(cell)) return cell;
  throw badCell(functionName, name, row, `needs a finite number, got ${show(cell)}`);
}

/** By number where all runs have one, otherwise as they first appear. */
function runsInOrder(runs: ReadonlyMap<string, readonly Entry[]>): readonly (readonly Entry[])[] {
  const named = [...runs.entries()].map(([name, entries]) => ({ place: Number(name), entries }));
  const numbered = named.every(({ place }) => Number.isFinite(place));
  const ordered = numbered ? named.sort((left, right) => left.place - right.place) : named;
  return ordered.map(({ entries }) => entries);
}

function entriesInOrder(functionName: string, run: readonly Entry[]): readonly Entry[] {
  const sorted = [...run].sort((left, right) => left.iteration - right.iteration);
  const twin = sorted.find((entry, i) => entry.iteration === sorted[i - 1]?.iteration);
  if (twin !== undefined) {
    const problem = `needs to be unique within a run, got ${twin.iteration} twice; is a label or the column "run" missing?`;
    throw badCell(functionName, "iteration", twin.row, problem);
  }
  return sorted;
}

function badCell(functionName: string, column: string, row: number, problem: string): InputError {
  return new InputError(functionName, `column "${column}", row ${row}`, problem);
}
