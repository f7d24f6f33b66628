import { createSample } from "../core/sample.js";
import { show } from "../core/show.js";
import { DatasetError } from "./dataset-error.js";
import { samplesFromCsv } from "./samples-from-csv.js";
import { samplesFromJson } from "./samples-from-json.js";
import {
  type NamedText,
  type PlacedSample,
  plainDescription,
  type SamplesFromTextOptions,
} from "./text-source.js";

/**
 * Samples from the text of a file: numbers alone, CSV with a line of names (one row a value, as `toTable` has it), or JSON
 * (see {@link samplesFromJson}). Time and memory O(size).
 *
 * Columns benchmark, metric, unit, better, run and iteration mean what they say; every other one is a label, unless `labels`
 * says which are. Numbers alone are the values of one run.
 *
 * @throws {DatasetError} it is none of these, holds no value or one that is not finite, or lacks a column that is asked for
 */
export function samplesFromText(
  functionName: string,
  source: NamedText,
  options: SamplesFromTextOptions,
): readonly PlacedSample[] {
  const { file, text } = source;
  if (text.trim() === "") throw new DatasetError(functionName, file, {}, "needs measurements, got nothing");
  if (/^\s*[[{]/.test(text)) return samplesFromJson(functionName, source, options);
  const numbers = numbersAlone(text);
  if (numbers === null) {
    checkListOfNumbers(functionName, source);
    return samplesFromCsv(functionName, source, options);
  }
  return [createSample({ ...plainDescription(file, options), runs: [numbers] })];
}

/** Numbers between white space, commas or semicolons; null if there is anything else, such as a name. */
function numbersAlone(text: string): readonly number[] | null {
  if (!/^[\d\s.,;eE+-]+$/.test(text)) return null;
  const numbers = text.split(/[\s,;]+/).flatMap((word) => (word === "" ? [] : [Number(word)]));
  return numbers.every(Number.isFinite) ? numbers : null;
}

/** What begins with a number has no names above its columns: it is a list, in which something else is a mistake. */
function checkListOfNumbers(functionName: string, { file, text }: NamedText): void {
  const lines = text.split("\n").map((line) => line.trim());
  const isNumber = (line: string): boolean => line === "" || Number.isFinite(Number(line));
  if (!isNumber(lines.find((line) => line !== "") ?? "")) return;
  // Numbers that are not decimal, such as 0x10, are no measurements either.
  const index = lines.findIndex((line) => !isNumber(line) || /[xob]/i.test(line));
  if (index === -1) return;
  throw new DatasetError(
    functionName,
    file,
    { line: index + 1 },
    `needs a number, got ${show(lines[index])}`,
  );
}
