import { DatasetError } from "./dataset-error.js";
import { type CsvRecord, type CsvSeparator, CsvSyntaxError, parseCsv } from "./parse-csv.js";
import { samplesFromRows } from "./samples-from-rows.js";
import type { NamedText, PlacedSample, SamplesFromTextOptions } from "./text-source.js";

/**
 * Samples from CSV with a line of names, separated by commas, semicolons or tabs; one row a value.
 *
 * @throws {DatasetError} it is not CSV, rows differ in length, or {@link samplesFromRows} refuses a column or a cell
 */
export function samplesFromCsv(
  functionName: string,
  source: NamedText,
  options: SamplesFromTextOptions,
): readonly PlacedSample[] {
  const { file } = source;
  const [header = { line: 1, cells: [] }, ...rows] = parse(functionName, source).filter(isNotBlank);
  const names = header.cells.map((name) => name.trim());
  const ragged = rows.find(({ cells }) => cells.length !== names.length);
  if (ragged !== undefined) {
    const problem = `needs ${names.length} cells, as line ${header.line} has names, got ${ragged.cells.length}`;
    throw new DatasetError(functionName, file, { line: ragged.line }, problem);
  }
  return samplesFromRows(
    functionName,
    {
      file,
      names,
      size: rows.length,
      cell: (row, column) => rows[row]?.cells[column],
      line: (row) => rows[row]?.line,
    },
    options,
  );
}

function isNotBlank({ cells }: CsvRecord): boolean {
  return cells.some((cell) => cell !== "");
}

function parse(functionName: string, { file, text }: NamedText): readonly CsvRecord[] {
  try {
    return parseCsv(text.replace(/^\ufeff/, ""), separatorOf(text));
  } catch (error) {
    if (!(error instanceof CsvSyntaxError)) throw error;
    throw new DatasetError(functionName, file, { line: error.line }, error.message);
  }
}

/** The first one that stands in the line of names. */
function separatorOf(text: string): CsvSeparator {
  const [header = ""] = text.trimStart().split("\n", 1);
  return ([",", "\t", ";"] as const).find((separator) => header.includes(separator)) ?? ",";
}
