import { checkOptions } from "../core/check-options.js";
import { InputError } from "../core/input-error.js";
import { show } from "../core/show.js";
import type { Values } from "../core/values.js";
import { analyzeSeries, type HunterResult } from "./hunter/analyze.js";
import { checkSeries } from "./series.js";

/** Options of {@link appendToHunter}. */
export interface AppendToHunterOptions {
  /** When the new values were measured; needed if the series came with `times`. */
  readonly times?: number | Values;
}

/**
 * The result of {@link hunter} for a series that has grown by one value, or by some.
 *
 * It equals what the whole series gives, since windows that were full are settled and only those at the end are searched again;
 * a result read back from JSON will do. (Otava's own append keeps points near the end that the whole series does not have, and
 * misses others.) Searching takes time O(window²) a value, however long the series; testing and describing what was found O(n log n).
 *
 * @param result - of {@link hunter} or of this function
 * @param values - one value, or an array of them; NaN is a gap, as the result's `gaps` has it
 * @param options - `times` of the new values, if the series has any
 * @throws {InputError} `result` is no such result, a value is not finite, or times are missing or do not increase
 * @example
 * const before = hunter([1.02, 0.95, 0.99, 1.0, 1.12, 0.9, 0.5, 0.51]);
 * appendToHunter(before, [0.48, 0.48, 0.55]).indices // [6]
 */
export function appendToHunter(
  result: HunterResult,
  values: number | Values,
  options: AppendToHunterOptions = {},
): HunterResult {
  const { state, window, maxP, minMagnitude, significance, permutations, seed, gaps, confidence } =
    checkResult(result);
  const { times } = checkOptions("appendToHunter", options);
  const added = listOf("values", values);
  const all = [...state.values.map((value) => value ?? Number.NaN), ...added];
  const series = checkSeries("appendToHunter", all, {
    gaps,
    ...(state.times === null && times === undefined
      ? {}
      : { times: [...(state.times ?? []), ...listOf("times", times ?? [])] }),
  });
  const resolved = { window, maxP, minMagnitude, significance, permutations, seed, gaps, confidence };
  const raw = all.map((value) => (Number.isNaN(value) ? null : value));
  const joined = result.warnings.filter(({ code }) => code === "joined-runs");
  return analyzeSeries(
    { ...series, unit: result.unit, warnings: [...joined, ...series.warnings] },
    raw,
    resolved,
    state.settled,
  );
}

function checkResult(result: HunterResult): HunterResult {
  const given: Partial<HunterResult> | null = result;
  if (given?.method === "hunter" && Array.isArray(given.state?.values)) return result;
  throw new InputError("appendToHunter", "result", `needs a result of hunter, got ${show(result)}`);
}

function listOf(argument: string, values: number | Values): Values {
  if (typeof values === "number") return [values];
  if (Array.isArray(values) || values instanceof Float64Array) return values;
  throw new InputError(
    "appendToHunter",
    argument,
    `needs a number or an array of numbers, got ${show(values)}`,
  );
}
