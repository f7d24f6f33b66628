import { InputError } from "../../core/input-error.js";
import { checkMeasurements, commonUnit, type Measurements } from "../../core/measurements.js";
import { isSample, type Sample } from "../../core/sample.js";
import type { Values } from "../../core/values.js";

/** Several runs of one benchmark: a sample's, or one array or sample each. */
export type Runs = Sample | readonly Measurements[];

/** Checked runs, each with one finite value or more. */
export interface CheckedRuns {
  readonly runs: readonly Readonly<Float64Array>[];
  readonly unit: string | null;
}

/**
 * The runs that a caller passed, apart from each other. A sample in a list contributes all of its runs.
 *
 * @throws {InputError} there is no run, one is empty or holds a non-finite value, or they are of several benchmarks or units
 */
export function checkRuns(functionName: string, argument: string, input: Runs): CheckedRuns {
  if (!isSample(input) && !isList(input)) {
    throw new InputError(
      functionName,
      argument,
      "needs a sample, or an array with one array of values a run",
    );
  }
  const items = isSample(input) ? [input] : input;
  if (items.length === 0) throw new InputError(functionName, argument, "needs one run or more, got none");
  checkOneBenchmark(functionName, argument, items.filter(isSample));
  const runs = items.flatMap((item, i) => {
    const name = isSample(input) ? argument : `${argument}[${i}]`;
    if (!isSample(item)) return [checkMeasurements(functionName, name, item, 1).values];
    return item.runs.map((run, r) => checkMeasurements(functionName, `${name}.runs[${r}]`, run, 1).values);
  });
  const units = items.map((item) => (isSample(item) ? item.unit : null));
  return { runs, unit: commonUnit(functionName, argument, units) };
}

function isList(input: unknown): input is readonly (Values | Sample)[] {
  return Array.isArray(input) && input.every((item) => typeof item === "object" && item !== null);
}

function checkOneBenchmark(functionName: string, argument: string, samples: readonly Sample[]): void {
  const [first] = samples;
  const other = samples.find(
    ({ benchmark, metric }) => benchmark !== first?.benchmark || metric !== first.metric,
  );
  if (first === undefined || other === undefined) return;
  throw new InputError(
    functionName,
    argument,
    `needs runs of one benchmark, got "${first.benchmark}" (${first.metric}) and "${other.benchmark}" (${other.metric}); ` +
      "call it once for each",
  );
}
