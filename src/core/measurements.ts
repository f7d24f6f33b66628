import { checkNumbers } from "./check-numbers.js";
import { InputError } from "./input-error.js";
import { isSample, type Sample, sampleValues } from "./sample.js";
import type { Values } from "./values.js";
import type { Warning } from "./warning.js";

/** What a statistic takes: plain values, or a {@link Sample}, whose unit then goes into the result. */
export type Measurements = Values | Sample;

/** Checked measurements, as the statistics work on them. */
export interface CheckedMeasurements {
  /** Finite, at least as many as asked for; the caller's own memory where it was a Float64Array: never write to it. */
  readonly values: Readonly<Float64Array>;
  /** The sample's unit, or null for plain values. */
  readonly unit: string | null;
  /** Says so when several runs are about to be treated as independent values. */
  readonly warnings: readonly Warning[];
}

/**
 * Checks what a caller passed as measurements, and says where several runs are pooled.
 *
 * @param functionName - the public function, for the error
 * @param argument - the name of its argument, for the error
 * @param minimum - how many values are needed, 1 or more
 * @throws {InputError} too few values, one that is not a finite number up to 1e150, or values or differences that are all
 *   below 1e-150
 */
export function checkMeasurements(
  functionName: string,
  argument: string,
  input: Measurements,
  minimum: number,
): CheckedMeasurements {
  const sample = isSample(input) ? input : null;
  const values =
    sample === null
      ? plainValues(functionName, argument, input as Values, "an array of numbers or a sample")
      : pooledValues(functionName, argument, sample);
  if (values.length < minimum) {
    throw new InputError(functionName, argument, `needs at least ${count(minimum)}, got ${values.length}`);
  }
  checkSize(functionName, argument, values);
  return {
    values,
    unit: sample?.unit ?? null,
    warnings: sample === null ? [] : pooledRuns(argument, sample),
  };
}

/**
 * The unit that two or more measurements share: null when none has one.
 *
 * @throws {InputError} two samples have different units
 */
export function commonUnit(
  functionName: string,
  argument: string,
  units: readonly (string | null)[],
): string | null {
  const known = units.filter((unit) => unit !== null);
  const [first = null] = known;
  const other = known.find((unit) => unit !== first);
  if (other !== undefined) {
    throw new InputError(
      functionName,
      argument,
      `needs one unit on both sides, got "${first}" and "${other}"; convert one of them first`,
    );
  }
  return first;
}

/** Squares of larger numbers, summed, are no longer finite. */
export const largestNumber = 1e150;

/** Squares of smaller numbers lose their digits, and then are 0: values that differ would pass for equal ones. */
const smallestNumber = 1e-150;

function plainValues(
  functionName: string,
  argument: string,
  input: Values,
  needed?: string,
): Readonly<Float64Array> {
  const values = checkNumbers(functionName, argument, input, needed);
  const wrong = values.findIndex((value) => Math.abs(value) > largestNumber);
  if (wrong !== -1) {
    throw new InputError(
      functionName,
      `${argument}[${wrong}]`,
      `needs a number up to ${largestNumber}, got ${values[wrong]}; use a larger unit`,
    );
  }
  return values;
}

function pooledValues(functionName: string, argument: string, sample: Sample): Readonly<Float64Array> {
  for (const [i, run] of sample.runs.entries()) plainValues(functionName, `${argument}.runs[${i}]`, run);
  return sampleValues(sample);
}

function checkSize(functionName: string, argument: string, values: Readonly<Float64Array>): void {
  let low = values[0]!;
  let high = low;
  for (let i = 1; i < values.length; i++) {
    const value = values[i]!;
    if (value < low) low = value;
    else if (value > high) high = value;
  }
  const size = Math.max(-low, high);
  const range = high - low;
  if (!isTooSmall(size) && !isTooSmall(range)) return;
  throw new InputError(
    functionName,
    argument,
    `needs values and differences of ${smallestNumber} or more, whose squares a number can hold, ` +
      `got ${isTooSmall(size) ? `none above ${size}` : `a range of ${range}`}; use a smaller unit`,
  );
}

function isTooSmall(size: number): boolean {
  return size > 0 && size < smallestNumber;
}

function pooledRuns(argument: string, sample: Sample): Warning[] {
  if (sample.runs.length < 2) return [];
  return [
    {
      code: "pooled-runs",
      message:
        `${argument} has ${sample.runs.length} runs; their values are treated as independent, ` +
        "which makes intervals and p-values too optimistic when runs differ.",
    },
  ];
}

function count(minimum: number): string {
  return minimum === 1 ? "one value" : `${minimum} values`;
}
