import { checkSeries, type Series, type SeriesOptions } from "../changepoint/series.js";
import { InputError } from "../core/input-error.js";
import { commonUnit, type Measurements } from "../core/measurements.js";
import { isSample, type Sample } from "../core/sample.js";
import { show } from "../core/show.js";
import type { Values } from "../core/values.js";

/** One run, several of one benchmark as a sample, or a list of either. */
export type RunsInput = Measurements | readonly Measurements[];

/** Runs, checked apart from each other. */
export interface SplitRuns {
  readonly runs: readonly Series[];
  readonly unit: string | null;
}

/**
 * The runs that a caller passed. A sample in a list contributes all of its runs.
 *
 * @throws {InputError} there is no run, one is no series, or two have different units
 */
export function splitRuns(
  functionName: string,
  argument: string,
  input: RunsInput,
  optionsOf: (run: number) => SeriesOptions,
): SplitRuns {
  const named = namedRuns(functionName, argument, input);
  const unit = commonUnit(
    functionName,
    argument,
    named.map(({ unit }) => unit),
  );
  const runs = named.map(({ name, values }, run) => {
    try {
      return { ...checkSeries(functionName, values, optionsOf(run)), unit };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      throw new InputError(functionName, error.argument.replace(/^values/, name), error.problem);
    }
  });
  return { runs, unit };
}

interface NamedRun {
  readonly name: string;
  readonly values: Values;
  readonly unit: string | null;
}

function namedRuns(functionName: string, argument: string, input: RunsInput): readonly NamedRun[] {
  if (isSample(input)) return runsOfSample(input, argument);
  if (!isListOfRuns(input)) return [{ name: argument, values: input, unit: null }];
  return input.flatMap((item, i) => {
    const name = `${argument}[${i}]`;
    if (isSample(item)) return runsOfSample(item, name);
    if (Array.isArray(item) || item instanceof Float64Array) return [{ name, values: item, unit: null }];
    throw new InputError(functionName, name, `needs an array of numbers or a sample, got ${show(item)}`);
  });
}

function runsOfSample({ runs, unit }: Sample, name: string): NamedRun[] {
  return runs.map((values, run) => ({ name: `${name}.runs[${run}]`, values, unit }));
}

function isListOfRuns(input: RunsInput): input is readonly Measurements[] {
  return Array.isArray(input) && typeof input[0] === "object" && input[0] !== null;
}
