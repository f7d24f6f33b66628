import type { SeriesOptions } from "../changepoint/series.js";
import { checkChoice, checkConfidence } from "../core/check-options.js";
import { InputError } from "../core/input-error.js";
import { isSample } from "../core/sample.js";
import { show } from "../core/show.js";
import { checkMargin, type EquivalenceMargin } from "../stats/equivalence-margin.js";
import type { ShapeCriteria } from "./shape/development.js";

/** What counts as steady. */
export interface SteadyOptions extends Omit<SeriesOptions, "times"> {
  /**
   * Which difference from the steady level does not matter: `{ relative: 0.005 }` is 0.5 % of that level, `{ absolute: 2 }` is 2
   * of the input unit. Default 0.5 %.
   */
  readonly margin?: EquivalenceMargin;
  /** How long the steady part must be at least: a share of the run, below 1, or a number of values. Default 0.25. */
  readonly horizon?: number;
  /** The direction of improvement. Default that of the sample, "lower" for plain values. */
  readonly better?: "lower" | "higher";
}

/** The options with their defaults, and how runs are judged by them. */
export interface ResolvedSteadyOptions {
  readonly margin: EquivalenceMargin;
  readonly horizon: number;
  readonly confidence: number;
  readonly better: "lower" | "higher";
  readonly criteria: ShapeCriteria;
}

/**
 * @param input - whose direction of improvement counts if none is given
 * @throws {InputError} an option is out of range
 */
export function resolveSteadyOptions(
  functionName: string,
  input: unknown,
  options: SteadyOptions,
): ResolvedSteadyOptions {
  const { margin = { relative: 0.005 }, horizon = 0.25, confidence = 0.95 } = options;
  const { better = betterOf(input) } = options;
  const size = checkMargin(functionName, margin);
  checkShareOrCount(functionName, "horizon", horizon);
  checkConfidence(functionName, confidence);
  checkChoice(functionName, "better", better, ["lower", "higher"]);
  const marginAt = (level: number) => (margin.relative === undefined ? size : size * Math.abs(level));
  return {
    margin,
    horizon,
    confidence,
    better,
    criteria: { margin: marginAt, horizon, confidence, better },
  };
}

/** @throws {InputError} it is neither a share below 1 nor a whole number of values */
export function checkShareOrCount(functionName: string, argument: string, value: number): void {
  if (typeof value === "number" && value > 0 && (value < 1 || Number.isSafeInteger(value))) return;
  throw new InputError(
    functionName,
    argument,
    `needs a share of the run below 1, such as 0.25, or a whole number of values, got ${show(value)}`,
  );
}

function betterOf(input: unknown): "lower" | "higher" {
  if (isSample(input)) return input.better;
  return (Array.isArray(input) ? input.find(isSample)?.better : undefined) ?? "lower";
}
