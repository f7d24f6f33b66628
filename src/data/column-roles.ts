import { nearestName } from "../core/nearest-name.js";
import { reservedColumns } from "./sample-columns.js";
import { unitFamily } from "./unit-scales.js";

/** Which columns of a file hold what; each has a default. */
export interface ColumnNames {
  /** Default "value", else the one column whose name ends in a unit ("latency_ms"), else the one that holds numbers. */
  readonly value?: string | undefined;
  /** Default "run", if there is one. */
  readonly run?: string | undefined;
  /** The order of values in a run; default "iteration", if there is one, else the order of rows. */
  readonly iteration?: string | undefined;
  /** Which one says where each value belongs, such as a time or a commit; default none. */
  readonly along?: string | undefined;
  /** Default: all others. */
  readonly labels?: readonly string[] | undefined;
}

/** The columns of a file by what they hold. */
export interface ColumnRoles {
  readonly value: string;
  readonly run: string | null;
  readonly iteration: string | null;
  readonly along: string | null;
  readonly labels: readonly string[];
  /** What the name of the value column says: "latency_ms" is a latency in ms. */
  readonly metric: string | null;
  readonly unit: string | null;
}

/** A problem with a column, in words that go on after the name of the file. */
export class ColumnError extends Error {
  override readonly name = "ColumnError";
}

/**
 * Decides which column holds what.
 *
 * @param isNumeric - whether all cells of a column are numbers; asked only where names do not tell
 * @throws {ColumnError} a column that is asked for is not there, or it is not clear which one holds the values
 */
export function columnRoles(
  names: readonly string[],
  asked: ColumnNames,
  isNumeric: (name: string) => boolean,
): ColumnRoles {
  const twin = names.find((name, i) => names.indexOf(name) !== i);
  if (twin !== undefined) throw new ColumnError(`needs columns of different names, got "${twin}" twice`);
  const run = roleOf(names, asked.run, "run");
  const iteration = roleOf(names, asked.iteration, "iteration");
  const along = asked.along === undefined ? null : checkKnown(names, asked.along);
  for (const name of asked.labels ?? []) checkKnown(names, name);
  const taken = [run, iteration, along, ...(asked.labels ?? [])];
  const value =
    asked.value === undefined
      ? guessedValue(
          names.filter((name) => !taken.includes(name)),
          isNumeric,
        )
      : checkKnown(names, asked.value);
  const others = names.filter((name) => ![value, run, iteration, along].includes(name) && !isReserved(name));
  return { value, run, iteration, along, labels: asked.labels ?? others, ...quantityIn(value) };
}

function roleOf(names: readonly string[], asked: string | undefined, usual: string): string | null {
  if (asked !== undefined) return checkKnown(names, asked);
  return names.includes(usual) ? usual : null;
}

function checkKnown(names: readonly string[], name: string): string {
  if (names.includes(name)) return name;
  const nearest = names.find((known) => known.startsWith(`${name}_`)) ?? nearestName(name, names);
  const hint = nearest === null ? "" : `; did you mean "${nearest}"?`;
  throw new ColumnError(`needs a column "${name}", got ${names.join(", ")}${hint}`);
}

function guessedValue(names: readonly string[], isNumeric: (name: string) => boolean): string {
  if (names.includes("value")) return "value";
  const candidates = names.filter((name) => !isReserved(name));
  const measured = candidates.filter((name) => quantityIn(name).unit !== null);
  const fitting = measured.length > 0 ? measured : candidates.filter(isNumeric);
  const [first, second] = fitting;
  if (first !== undefined && second === undefined) return first;
  const found = fitting.length === 0 ? "no column of numbers" : `${fitting.join(", ")}; say which it is`;
  throw new ColumnError(`needs one column that holds the values, got ${found}`);
}

/** Reserved for what describes a measurement: a value column may have any name. */
function isReserved(name: string): boolean {
  return reservedColumns.includes(name);
}

/** "latency_ms" is a latency in ms, "requests_per_s" are requests in 1/s. */
export function quantityIn(name: string): { readonly metric: string | null; readonly unit: string | null } {
  const [, rate, per] = /^(.+?)_per_(s|second|sec)$/.exec(name) ?? [];
  if (per !== undefined && rate !== undefined) return { metric: rate.replaceAll("_", " "), unit: "1/s" };
  const [, metric, unit] = /^(.+)_([^_]+)$/.exec(name) ?? [];
  if (metric === undefined || unit === undefined || unitFamily(unit).length === 1) {
    return { metric: name === "value" ? null : name.replaceAll("_", " "), unit: null };
  }
  return { metric: metric.replaceAll("_", " "), unit };
}
