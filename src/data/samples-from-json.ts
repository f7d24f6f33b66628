import { InputError } from "../core/input-error.js";
import { createSample, type SampleDescription } from "../core/sample.js";
import { show } from "../core/show.js";
import type { Values } from "../core/values.js";
import { DatasetError } from "./dataset-error.js";
import { samplesFromRows } from "./samples-from-rows.js";
import {
  type NamedText,
  type PlacedSample,
  plainDescription,
  type SamplesFromTextOptions,
} from "./text-source.js";

/**
 * Samples from JSON: an array of numbers, several arrays, arrays by name, rows (objects with a value each), or what
 * `createSample` takes, alone or in an array.
 *
 * @throws {DatasetError} it is not JSON, none of these, or holds a value that is not finite
 */
export function samplesFromJson(
  functionName: string,
  source: NamedText,
  options: SamplesFromTextOptions,
): readonly PlacedSample[] {
  const { file } = source;
  const data = parse(functionName, source);
  const plain = plainDescription(file, options);
  const values = (name: string, numbers: unknown): SampleDescription => ({
    ...plain,
    benchmark: name,
    runs: [numbers as Values],
  });
  if (isDescription(data)) return create(functionName, file, [data]);
  if (Array.isArray(data)) {
    if (data.length > 0 && data.every(isDescription)) return create(functionName, file, data);
    if (data.length > 0 && data.every(isRow)) return fromRows(functionName, file, data, options);
    if (data.some(Array.isArray)) {
      return create(
        functionName,
        file,
        data.map((numbers, i) => values(String(i + 1), numbers)),
      );
    }
    return create(functionName, file, [values(plain.benchmark, data)]);
  }
  const named = Object.entries(data as object);
  const stranger = named.find(([, numbers]) => !Array.isArray(numbers));
  if (stranger !== undefined || named.length === 0) {
    const given = stranger === undefined ? "an empty object" : `${show(stranger[1])} under "${stranger[0]}"`;
    throw new DatasetError(functionName, file, {}, `needs ${wanted}, got ${given}`);
  }
  return create(
    functionName,
    file,
    named.map(([name, numbers]) => values(name === "" ? plain.benchmark : name, numbers)),
  );
}

const wanted =
  'numbers as JSON: [12.1, 12.4], {"name": [12.1, 12.4]}, rows [{"value": 12.1, …}], or samples {"benchmark": …, "runs": [[12.1]]}';

function parse(functionName: string, { file, text }: NamedText): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new DatasetError(
      functionName,
      file,
      {},
      `needs to be JSON, but is not: ${(error as Error).message}`,
    );
  }
}

function isRow(entry: unknown): entry is Readonly<Record<string, unknown>> {
  return typeof entry === "object" && entry !== null && !Array.isArray(entry);
}

function isDescription(entry: unknown): entry is SampleDescription {
  return isRow(entry) && "benchmark" in entry && Array.isArray(entry.runs);
}

function create(
  functionName: string,
  file: string,
  descriptions: readonly SampleDescription[],
): readonly PlacedSample[] {
  try {
    return descriptions.map((description) => createSample(description));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new DatasetError(functionName, file, { field: error.argument }, error.problem);
  }
}

function fromRows(
  functionName: string,
  file: string,
  rows: readonly Readonly<Record<string, unknown>>[],
  options: SamplesFromTextOptions,
): readonly PlacedSample[] {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return samplesFromRows(
    functionName,
    {
      file,
      names,
      size: rows.length,
      cell: (row, column) => rows[row]?.[names[column] ?? ""],
      line: () => undefined,
    },
    options,
  );
}
