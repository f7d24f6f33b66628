import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Cell, compileField } from "./compile-field.js";
import type { Field, Resource } from "./data-package-schema.js";
import { DatasetError, type DatasetPlace } from "./dataset-error.js";
import { type CsvRecord, CsvSyntaxError, parseCsv } from "./parse-csv.js";
import type { DataPackage } from "./read-data-package.js";

/** The rows of a file, checked against their schema. */
export interface Table {
  readonly file: string;
  readonly rows: readonly TableRow[];
}

/** One row, with the line it came from. */
export interface TableRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, Cell>>;
}

/**
 * Reads a resource and checks everything that its description states: columns, types, constraints, keys, row count,
 * size and SHA-256. The checksum comes last, since "line 17, field …" helps more than "differs".
 *
 * @throws {DatasetError} at the first thing that differs
 */
export function readTable(functionName: string, dataPackage: DataPackage, resource: Resource): Table {
  const file = join(dirname(dataPackage.file), resource.path);
  const fail: Fail = (place, problem) => {
    throw new DatasetError(functionName, file, place, problem);
  };
  const bytes = readBytes(file, fail);
  const [header, ...records] = parse(decode(bytes, fail), fail);
  if (header === undefined) return fail({}, "needs a header and rows, got an empty file");
  checkHeader(header, resource.schema.fields, fail);
  const rows = castRows(records, resource, fail);
  checkUnique(rows, resource, fail);
  checkIntegrity(bytes, rows.length, resource, fail);
  return { file, rows };
}

type Fail = (place: DatasetPlace, problem: string) => never;

function readBytes(file: string, fail: Fail): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    return fail({}, `needs to be a readable file, got ${(error as NodeJS.ErrnoException).code}`);
  }
}

function decode(bytes: Buffer, fail: Fail): string {
  // TextDecoder drops a byte order mark; Buffer.toString would glue it to the first column's name.
  if (isUtf8(bytes)) return new TextDecoder().decode(bytes);
  const lines = bytes.toString("latin1").split("\n");
  const bad = lines.findIndex((line) => !isUtf8(Buffer.from(line, "latin1")));
  return fail({ line: bad + 1 }, "needs UTF-8 text, got other bytes");
}

function parse(text: string, fail: Fail): readonly CsvRecord[] {
  try {
    return parseCsv(text);
  } catch (error) {
    if (!(error instanceof CsvSyntaxError)) throw error;
    return fail({ line: error.line }, error.message);
  }
}

function checkHeader(header: CsvRecord, fields: readonly Field[], fail: Fail): void {
  const needed = fields.map((field) => field.name);
  const differs = needed.length !== header.cells.length || needed.some((name, i) => name !== header.cells[i]);
  if (differs) fail({ line: 1 }, `needs the columns ${needed.join(", ")}, got ${header.cells.join(", ")}`);
}

function castRows(records: readonly CsvRecord[], resource: Resource, fail: Fail): readonly TableRow[] {
  const { fields, missingValues } = resource.schema;
  const checkers = fields.map((field) => ({ name: field.name, check: compileField(field, missingValues) }));
  return records.map(({ line, cells: texts }) => {
    if (texts.length !== fields.length) fail({ line }, `needs ${fields.length} cells, got ${texts.length}`);
    const cells: Record<string, Cell> = {};
    for (const [i, { name, check }] of checkers.entries()) {
      const text = texts[i] ?? "";
      const checked = check(text);
      if ("needs" in checked) {
        return fail(
          { line, field: name },
          `needs ${checked.needs}, got ${text === "" ? "none" : JSON.stringify(text)}`,
        );
      }
      cells[name] = checked.cell;
    }
    return { line, cells };
  });
}

function checkUnique(rows: readonly TableRow[], resource: Resource, fail: Fail): void {
  const { fields, primaryKey } = resource.schema;
  const unique = fields.filter((field) => field.constraints.unique).map((field) => [field.name]);
  for (const key of [primaryKey, ...unique].filter((names) => names.length > 0)) {
    const seen = new Map<string, number>();
    for (const { line, cells } of rows) {
      const values = key.map((name) => cells[name]);
      const text = JSON.stringify(values);
      const first = seen.get(text);
      if (first !== undefined) {
        fail(
          { line, field: key.join(", ") },
          `needs to be unique, got ${values.join(", ")} as in line ${first}`,
        );
      }
      seen.set(text, line);
    }
  }
}

function checkIntegrity(bytes: Buffer, rowCount: number, resource: Resource, fail: Fail): void {
  const remedy = "restore the file, or describe the new content in datapackage.json";
  const { rows, bytes: size, hash } = resource;
  if (rows !== undefined && rows !== rowCount) fail({}, `needs ${rows} rows, got ${rowCount}; ${remedy}`);
  if (size !== undefined && size !== bytes.length)
    fail({}, `needs ${size} bytes, got ${bytes.length}; ${remedy}`);
  if (hash === undefined) return;
  const actual = `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
  if (actual !== hash.toLowerCase()) fail({}, `needs the checksum ${hash}, got ${actual}; ${remedy}`);
}
