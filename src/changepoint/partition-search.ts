import { checkConfidence, checkInteger, checkOptions } from "../core/check-options.js";
import { InputError } from "../core/input-error.js";
import type { Measurements } from "../core/measurements.js";
import { show } from "../core/show.js";
import type { Warning } from "../core/warning.js";
import { meanShift } from "./costs/mean-shift.js";
import type { CostOfSegment, SegmentCost } from "./costs/segment-cost.js";
import { checkSeries, positionOf, type Series, type SeriesOptions } from "./series.js";
import { constant, tooShort } from "./weak-series.js";

/** What every search for a partition takes beside its penalty. */
export interface SearchOptions extends SeriesOptions {
  /** What a segment is held against. Default {@link meanShift}. */
  readonly cost?: SegmentCost;
  /** The fewest values of a segment. Default 2, or more if the cost needs more. */
  readonly minSegment?: number;
}

/** A checked series, and what its segments cost. */
export interface PartitionSearch {
  /** The public function, for errors. */
  readonly functionName: string;
  readonly series: Series;
  readonly model: SegmentCost;
  readonly cost: CostOfSegment;
  readonly minSegment: number;
  readonly confidence: number;
  /** False if there can be no change: the series is too short, or does not vary. */
  readonly searchable: boolean;
  readonly warnings: readonly Warning[];
}

/**
 * Checks what a search was given, and prepares the cost.
 *
 * @param changes - how many changes there must be room for
 * @throws {InputError} the series or an option is none, or the cost is not defined for one of the values
 */
export function prepareSearch(
  functionName: string,
  input: Measurements,
  options: SearchOptions,
  changes = 1,
): PartitionSearch {
  const { cost: model = meanShift(), confidence = 0.95 } = checkOptions(functionName, options);
  checkCost(functionName, model);
  const { minSegment = Math.max(2, model.minSegment) } = options;
  checkInteger(functionName, "minSegment", minSegment, model.minSegment);
  checkConfidence(functionName, confidence);
  const series = checkSeries(functionName, input, options);
  checkDomain(functionName, series, model);
  const weaknesses = [...tooShort(series.values.length, minSegment, changes), ...constant(series.values)];
  return {
    functionName,
    series,
    model,
    cost: model.prepare(series.values),
    minSegment,
    confidence,
    searchable: weaknesses.length === 0,
    warnings: [...series.warnings, ...weaknesses],
  };
}

/** @throws {InputError} a cost of the caller's own gave what is no number, such as the logarithm of no variance */
export function checkTotal(functionName: string, total: number): void {
  if (Number.isFinite(total)) return;
  throw new InputError(
    functionName,
    "cost",
    `needs a finite number for every segment of minSegment or more values, also where they are equal, got ${show(total)} in total`,
  );
}

function checkCost(functionName: string, cost: SegmentCost): void {
  if (typeof cost !== "object" || cost === null || typeof cost.prepare !== "function") {
    const remedy = typeof cost === "function" ? "; call it, as in meanShift()" : "";
    throw new InputError(
      functionName,
      "cost",
      `needs a cost such as meanShift() or nonparametric(), got ${show(cost)}${remedy}`,
    );
  }
  if (typeof cost.name !== "string") {
    throw new InputError(functionName, "cost.name", `needs a name for the result, got ${show(cost.name)}`);
  }
  checkInteger(functionName, "cost.minSegment", cost.minSegment, 1);
  checkInteger(functionName, "cost.parameters", cost.parameters, 1);
}

function checkDomain(functionName: string, series: Series, { domain }: SegmentCost): void {
  const wrong = domain === undefined ? -1 : series.values.findIndex((value) => !domain.holds(value));
  if (domain === undefined || wrong === -1) return;
  throw new InputError(
    functionName,
    `values[${positionOf(series, wrong)}]`,
    `needs ${domain.needed}, got ${show(series.values[wrong])}`,
  );
}
