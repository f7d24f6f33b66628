import { InputError } from "../../core/input-error.js";
import { checkMeasurements } from "../../core/measurements.js";
import { isSample, type Sample } from "../../core/sample.js";
import type { Warning } from "../../core/warning.js";

/** A sample of several runs, checked. */
export interface CheckedRuns {
  readonly runs: readonly Readonly<Float64Array>[];
  /** All values, ascending. */
  readonly sorted: Readonly<Float64Array>;
  readonly unit: string;
  readonly warnings: readonly Warning[];
}

/** @throws {InputError} it is no sample, or has fewer than two runs, too few values, or one that is not finite */
export function checkRuns(
  functionName: string,
  argument: string,
  sample: Sample,
  minimum: number,
): CheckedRuns {
  if (!isSample(sample)) {
    throw new InputError(
      functionName,
      argument,
      "needs a sample with runs, such as createSample() makes, got none; for the values of one run use bootstrapInterval()",
    );
  }
  const { runs, unit } = sample;
  const empty = runs.findIndex((run) => !(run?.length > 0));
  if (empty !== -1) {
    throw new InputError(functionName, `${argument}.runs[${empty}]`, "needs one value or more, got none");
  }
  if (runs.length < 2) {
    throw new InputError(
      functionName,
      argument,
      `needs two runs or more, got ${runs.length}; for one run use blockBootstrapInterval()`,
    );
  }
  const { values } = checkMeasurements(functionName, argument, sample, minimum);
  return {
    runs,
    sorted: Float64Array.from(values).sort(),
    unit,
    warnings: runs.length >= fewest ? [] : [fewRuns(argument, runs.length)],
  };
}

const fewest = 10;

function fewRuns(argument: string, runs: number): Warning {
  return {
    code: "few-runs",
    message:
      `${argument} has ${runs} runs, and how runs differ is what the interval rests on: with fewer than ${fewest} it is ` +
      "rough, however many iterations they have; measure in more runs.",
  };
}
