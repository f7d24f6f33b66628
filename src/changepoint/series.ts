import { checkNumbers } from "../core/check-numbers.js";
import { checkChoice } from "../core/check-options.js";
import { InputError } from "../core/input-error.js";
import { checkMeasurements, type Measurements } from "../core/measurements.js";
import { isSample, sampleValues } from "../core/sample.js";
import { show } from "../core/show.js";
import type { Values } from "../core/values.js";
import type { Warning } from "../core/warning.js";

/** What to do with a value that is missing (NaN): refuse the series, leave it out, or repeat the value before it. */
export type GapPolicy = "refuse" | "drop" | "fill";

/** What every change-point method takes beside the values. */
export interface SeriesOptions {
  /**
   * Missing values (NaN) are refused unless told otherwise: "drop" leaves them out, and indices still count them; "fill"
   * repeats the value before, or at the start the first one there is, as Hunter and Otava do. Default "refuse".
   */
  readonly gaps?: GapPolicy;
  /** When each value was measured, in any unit, increasing; change points then carry the time of their first value. */
  readonly times?: Values;
  /** Of the intervals, in (0, 1). Default 0.95. */
  readonly confidence?: number;
}

/** A checked series, as the methods work on it. */
export interface Series {
  /** Finite; the caller's own memory where that was a Float64Array without gaps: never write to it. */
  readonly values: Readonly<Float64Array>;
  /** The caller's index of each value; null if it is the same. */
  readonly positions: Readonly<Uint32Array> | null;
  /** Length as given. */
  readonly n: number;
  readonly times: Readonly<Float64Array> | null;
  readonly gaps: GapPolicy;
  readonly unit: string | null;
  readonly warnings: readonly Warning[];
}

/**
 * Checks a series and fills or drops its gaps.
 *
 * @throws {InputError} there is no value, one is infinite, or missing while `gaps` is "refuse", or `times` do not increase
 */
export function checkSeries(functionName: string, input: Measurements, options: SeriesOptions): Series {
  const { gaps = "refuse", times } = options;
  checkChoice(functionName, "gaps", gaps, ["refuse", "drop", "fill"]);
  const raw = gaps === "refuse" ? null : rawValues(input);
  const positions = raw?.some(Number.isNaN) ? presentPositions(functionName, raw) : null;
  const present = positions === null ? input : Float64Array.from(positions, (position) => raw![position]!);
  const checked = checkMeasurements(functionName, "values", present, 1);
  const n = raw?.length ?? checked.values.length;
  const series = {
    n,
    times: times === undefined ? null : checkTimes(functionName, times, n),
    gaps,
    unit: isSample(input) ? input.unit : checked.unit,
    warnings: [...joinedRuns(input), ...gapWarnings(positions, n, gaps)],
  };
  return positions !== null && gaps === "fill"
    ? { ...series, values: filled(checked.values, positions, n), positions: null }
    : { ...series, values: checked.values, positions };
}

/** The caller's index of the value at `index`. */
export function positionOf({ positions, n }: Series, index: number): number {
  return positions === null ? index : (positions[index] ?? n);
}

/** Where gaps are allowed, what is no number is left to the check of all values. */
function rawValues(input: Measurements): Float64Array | null {
  if (isSample(input))
    return input.runs.every((run) => run instanceof Float64Array) ? sampleValues(input) : null;
  if (input instanceof Float64Array) return input;
  return Array.isArray(input) && input.every((value) => typeof value === "number")
    ? Float64Array.from(input)
    : null;
}

function presentPositions(functionName: string, raw: Readonly<Float64Array>): Uint32Array {
  const infinite = raw.findIndex((value) => Math.abs(value) === Number.POSITIVE_INFINITY);
  if (infinite !== -1) {
    throw new InputError(functionName, `values[${infinite}]`, `needs a finite number, got ${raw[infinite]}`);
  }
  const positions = Uint32Array.from(raw.keys()).filter((index) => !Number.isNaN(raw[index]));
  if (positions.length > 0) return positions;
  throw new InputError(
    functionName,
    "values",
    `needs one value or more, got ${raw.length} that are all missing`,
  );
}

function filled(values: Readonly<Float64Array>, positions: Readonly<Uint32Array>, n: number): Float64Array {
  const all = new Float64Array(n).fill(values[0]!);
  for (let k = 0; k < positions.length; k++) all.fill(values[k]!, positions[k]!);
  return all;
}

function checkTimes(functionName: string, times: Values, n: number): Readonly<Float64Array> {
  const checked = checkNumbers(functionName, "times", times);
  if (checked.length !== n) {
    throw new InputError(functionName, "times", `needs one time a value, ${n}, got ${checked.length}`);
  }
  const late = checked.findIndex((time, index) => index > 0 && !(time > checked[index - 1]!));
  if (late === -1) return checked;
  const [before, time] = [checked[late - 1], checked[late]];
  const remedy =
    time === before ? "leave times out if the clock cannot tell them apart" : "sort the series by time first";
  throw new InputError(
    functionName,
    `times[${late}]`,
    `needs a time after the one before, ${show(before)}, got ${show(time)}; ${remedy}`,
  );
}

function joinedRuns(input: Measurements): Warning[] {
  if (!isSample(input) || input.runs.length < 2) return [];
  return [
    {
      code: "joined-runs",
      message:
        `${input.runs.length} runs are joined end to end as one series, so a difference between two runs is a change point ` +
        "like any other; look at one run at a time to find changes within runs.",
    },
  ];
}

function gapWarnings(positions: Readonly<Uint32Array> | null, n: number, gaps: GapPolicy): Warning[] {
  if (positions === null) return [];
  const missing = n - positions.length;
  return [
    {
      code: "gaps",
      message:
        gaps === "drop"
          ? `${missing} of ${n} values are missing and were left out.`
          : `${missing} of ${n} values are missing and were filled with a neighbour's value, which makes the series look calmer than it was.`,
    },
  ];
}
