import { InputError } from "../../core/input-error.js";
import { detectChangePoints } from "../detect-change-points.js";

/** What came of one series: its result, or why there is none. */
export type SeriesOutcome =
  | { readonly result: ReturnType<typeof detectChangePoints> }
  | { readonly failure: string };

/** Searches one series; a caller's mistake is an outcome, any other error is thrown. */
export function analyseSeries(series: unknown, search: object): SeriesOutcome {
  try {
    return { result: detectChangePoints(...argumentsOf(series, search)) };
  } catch (error) {
    if (error instanceof InputError) return { failure: error.message };
    throw error;
  }
}

type Arguments = Parameters<typeof detectChangePoints>;

function argumentsOf(series: unknown, search: object): Arguments {
  const timed = typeof series === "object" && series !== null && Object.hasOwn(series, "values");
  if (!timed) return [series, search] as unknown as Arguments;
  const { values, times } = series as { readonly values: unknown; readonly times: unknown };
  return [values, { ...search, times }] as unknown as Arguments;
}
