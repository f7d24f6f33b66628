import type { ColumnTable } from "arquero";
import { checkNumbers } from "../core/check-numbers.js";
import { InputError } from "../core/input-error.js";
import { checkMeasurements } from "../core/measurements.js";
import { isSample, type Sample } from "../core/sample.js";
import { show } from "../core/show.js";
import type { Values } from "../core/values.js";
import { checkUnit } from "../data/display-unit.js";
import { columnsOf, isTable } from "../data/from-table.js";
import { samplesFromColumns } from "../data/samples-from-columns.js";

/**
 * What a plot takes: one sample, several, an arquero table of them (see {@link fromTable}), plain values, a list of plain values
 * (named "1", "2", …), or plain values by name.
 */
export type PlotInput =
  | Sample
  | readonly Sample[]
  | ColumnTable
  | Values
  | readonly Values[]
  | Readonly<Record<string, Values>>;

/** How samples are named. */
export type SampleLabel = string | readonly string[] | ((sample: Sample) => string);

/** A sample as a plot sees it. */
export interface PlotSample {
  readonly name: string;
  /** Samples of one group share a colour. */
  readonly group: string;
  readonly metric: string;
  readonly unit: string;
  /** One run or more, each with one finite value or more. */
  readonly runs: readonly Values[];
  readonly benchmark: string;
  /** What the name is made of: a text for each label, or what the caller's function says. */
  readonly parts: readonly NamePart[];
  /** Null for plain values. */
  readonly source: Sample | null;
}

/** A part of a name, and the label that it is of, if it is of one. */
export interface NamePart {
  readonly label: string | null;
  readonly text: string;
}

/**
 * Checks the input of a plot and names its samples, by default with the labels that differ between them.
 *
 * @param unit - of plain values, which bring none
 * @throws {InputError} nothing to draw, a value that is not finite, more than one unit, or an unknown label
 */
export function plotSamples(
  functionName: string,
  input: PlotInput,
  label: SampleLabel | undefined,
  unit: string,
): readonly PlotSample[] {
  const samples = isSample(input)
    ? [input]
    : isTable(input)
      ? samplesFromColumns(functionName, columnsOf(input), { unit })
      : isSampleList(input)
        ? input
        : null;
  const named =
    samples === null ? namedValues(functionName, input, unit) : namedSamples(functionName, samples, label);
  const [first] = named;
  if (first === undefined)
    throw new InputError(functionName, "samples", "needs one sample or more, got none");
  const other = named.find((sample) => sample.unit !== first.unit);
  if (other !== undefined) {
    throw new InputError(
      functionName,
      "samples",
      `needs one unit on one axis, got "${first.unit}" (${first.name}) and "${other.unit}" (${other.name}); ` +
        "convert one of them, or draw two plots",
    );
  }
  return named;
}

function isSampleList(input: PlotInput): input is readonly Sample[] {
  return Array.isArray(input) && input.some(isSample);
}

function isValues(input: unknown): input is Values {
  return Array.isArray(input) || input instanceof Float64Array;
}

function namedValues(functionName: string, input: PlotInput, unit: string): PlotSample[] {
  checkUnit(functionName, unit);
  const plain = (argument: string, name: string, input: Values): PlotSample => {
    const { values } = checkMeasurements(
      functionName,
      argument,
      checkNumbers(functionName, argument, input),
      1,
    );
    const parts = [{ label: null, text: name }];
    return { metric: "value", unit, benchmark: "", name, group: name, runs: [values], parts, source: null };
  };
  if (Array.isArray(input) && input.some(isValues)) {
    return input.map((values: Values, i) =>
      plain(`samples[${i}]`, input.length > 1 ? `${i + 1}` : "", values),
    );
  }
  if (isValues(input) || ArrayBuffer.isView(input)) return [plain("samples", "", input as Values)];
  if (typeof input !== "object" || input === null) {
    throw new InputError(functionName, "samples", `needs ${wanted}, got ${show(input)}`);
  }
  return Object.entries(input as Readonly<Record<string, Values>>).map(([name, values]) =>
    plain(`samples "${name}"`, name, values),
  );
}

const wanted =
  "a sample (see createSample), a list of samples, an arquero table, an array of numbers, or arrays of numbers by name: { name: values }";

function namedSamples(
  functionName: string,
  samples: readonly Sample[],
  label: SampleLabel | undefined,
): PlotSample[] {
  const stranger = samples.findIndex((sample) => !isSample(sample));
  if (stranger !== -1) {
    throw new InputError(
      functionName,
      `samples[${stranger}]`,
      "needs a sample, as every other entry of the list",
    );
  }
  for (const sample of samples) checkMeasurements(functionName, `samples "${sample.benchmark}"`, sample, 1);
  const keys =
    typeof label === "function" || label === undefined
      ? differingKeys(samples)
      : askedKeys(functionName, samples, label);
  const parts = samples.map((sample) =>
    typeof label === "function" ? [{ label: null, text: label(sample) }] : partsBy(samples, sample, keys),
  );
  const names = distinct(parts.map(joined));
  return samples.map((sample, index) => ({
    name: names[index]!,
    parts: parts[index]!,
    source: sample,
    // With two labels or more, strips that share the first one look alike.
    group: keys.length > 1 ? (sample.labels[keys[0]!] ?? "") : String(index),
    metric: sample.metric,
    unit: sample.unit,
    runs: sample.runs,
    benchmark: sample.benchmark,
  }));
}

function labelKeys(samples: readonly Sample[]): readonly string[] {
  return [...new Set(samples.flatMap((sample) => Object.keys(sample.labels)))];
}

function differingKeys(samples: readonly Sample[]): readonly string[] {
  return labelKeys(samples).filter(
    (key) =>
      samples.some((sample) => sample.labels[key] !== samples[0]!.labels[key]) &&
      !samples.every(({ benchmark, labels }) => repeats(labels[key], benchmark)),
  );
}

/** Whether a label says the same as the name of the benchmark, which of a file is the part before the point. */
function repeats(label: string | undefined, benchmark: string): boolean {
  return label === benchmark || label?.replace(/\.[^.]*$/, "") === benchmark;
}

function askedKeys(
  functionName: string,
  samples: readonly Sample[],
  label: string | readonly string[],
): readonly string[] {
  const known = labelKeys(samples);
  const asked = typeof label === "string" ? [label] : label;
  const unknown = asked.find((key) => !known.includes(key));
  if (unknown !== undefined) {
    const choice = known.length === 0 ? "but these samples have no labels" : `one of ${known.join(", ")}`;
    throw new InputError(functionName, "label", `needs the name of a label, ${choice}; got "${unknown}"`);
  }
  return asked;
}

function partsBy(samples: readonly Sample[], sample: Sample, keys: readonly string[]): readonly NamePart[] {
  const parts = keys
    .filter((key) => sample.labels[key] !== undefined)
    .map((key) => ({ label: key, text: `${key} ${sample.labels[key]}` }));
  const differs = samples.some((other) => other.benchmark !== sample.benchmark);
  return differs || parts.length === 0 ? [{ label: null, text: sample.benchmark }, ...parts] : parts;
}

/** Parts of a name as one. */
export function joined(parts: readonly NamePart[]): string {
  return parts.map(({ text }) => text).join(", ");
}

/** Names that occur more than once, with their place behind them. */
export function distinct(names: readonly string[]): readonly string[] {
  return names.map((name, index) =>
    names.indexOf(name) === names.lastIndexOf(name) ? name : `${name} #${index + 1}`,
  );
}
