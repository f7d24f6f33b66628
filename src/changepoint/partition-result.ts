import type { ChangePointResult } from "./change-points.js";
import type { Partition, PartitionCriterion } from "./partition/partition.js";
import { checkTotal, type PartitionSearch, type SearchOptions } from "./partition-search.js";
import { checkPenalty, type Penalty, type PenaltyName, resolvePenalty } from "./penalty.js";
import { reportChanges } from "./report-changes.js";
import type { GapPolicy } from "./series.js";

/** Options of {@link pelt}. */
export interface PartitionOptions extends SearchOptions {
  /** What a change must gain, above 0, or the name of a rule: see {@link Penalty}. Default "bic". */
  readonly penalty?: Penalty;
}

/** What the searches for a partition report beside the changes. */
export interface PartitionResult extends ChangePointResult {
  /** Name of the cost. */
  readonly cost: string;
  /** What each change had to gain, in units of the cost; for "mbic" also each segment's share of the values counts. */
  readonly penalty: number;
  /** By which name the penalty was asked for; null for a number. */
  readonly penaltyName: PenaltyName | null;
  /** What was minimised: the cost of all segments, and the penalty. */
  readonly totalCost: number;
  readonly minSegment: number;
  readonly gaps: GapPolicy;
}

/** What a search minimises, and what its result says of it. */
export interface PricedSearch {
  readonly criterion: PartitionCriterion;
  readonly penaltyName: PenaltyName | null;
}

/** @throws {InputError} `penalty` is neither a number above 0 nor one of the names */
export function priceSearch(
  { functionName, series, model, cost, minSegment }: PartitionSearch,
  { penalty = "bic" }: PartitionOptions,
): PricedSearch {
  checkPenalty(functionName, "penalty", penalty);
  const { change, logShare } = resolvePenalty(penalty, model, series.values);
  const penaltyName = typeof penalty === "number" ? null : penalty;
  if (!(logShare > 0)) {
    return { criterion: { cost, penalty: change, minSegment }, penaltyName };
  }
  const n = series.values.length;
  // The product of two shares is below their sum: a split still never costs more than the whole.
  const shares = Float64Array.from({ length: n + 1 }, (_, length) => logShare * Math.log(length / n));
  return {
    criterion: {
      cost: (start, end) => cost(start, end) + shares[end - start]!,
      penalty: change,
      minSegment,
    },
    penaltyName,
  };
}

/**
 * What a partition says in the words of all methods.
 *
 * @throws {InputError} a cost of the caller's own is not finite
 */
export function reportPartition(
  { functionName, series, model, minSegment, confidence, warnings }: PartitionSearch,
  { criterion, penaltyName }: Pick<PricedSearch, "criterion" | "penaltyName">,
  { indices, total }: Partition,
): Omit<PartitionResult, "method"> {
  checkTotal(functionName, total);
  return {
    ...reportChanges(
      series,
      indices.map((index) => ({ index })),
      confidence,
    ),
    cost: model.name,
    penalty: criterion.penalty,
    penaltyName,
    totalCost: total,
    minSegment,
    confidence,
    gaps: series.gaps,
    n: series.n,
    unit: series.unit,
    warnings,
  };
}
