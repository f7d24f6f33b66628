import type { RankScanResult } from "../changepoint/rank-scan.js";
import type { ScoreSegmentationResult } from "../changepoint/score-segmentation.js";
import type { ComparedFigure } from "../compare/compare-with-published.js";
import { InputError } from "../core/input-error.js";
import { type BootstrapResult, bootstrapExplainers } from "./explain/bootstraps.js";
import { type DescriptionResult, descriptionExplainers } from "./explain/descriptions.js";
import { type DistributionTestResult, distributionTestExplainers } from "./explain/distribution-tests.js";
import { type EffectSizeResult, effectSizeExplainers } from "./explain/effect-sizes.js";
import type { Sides } from "./explain/explainer.js";
import { type FamilyResult, familyExplainers } from "./explain/families.js";
import { type MeanTestResult, meanTestExplainers } from "./explain/mean-tests.js";
import { type PartitionSearchResult, partitionExplainers } from "./explain/partitions.js";
import { type PlanResult, planExplainers } from "./explain/plans.js";
import { publishedExplainers } from "./explain/published.js";
import { rankScanExplainers } from "./explain/rank-scans.js";
import { type RankTestResult, rankTestExplainers } from "./explain/rank-tests.js";
import { scoreExplainers } from "./explain/scores.js";
import { type SeriesResult, seriesExplainers } from "./explain/series.js";
import { type ShapeResult, shapeExplainers } from "./explain/shapes.js";
import { type SteadyResult, steadyExplainers } from "./explain/steady-states.js";
import { type TestedChangesResult, testedChangesExplainers } from "./explain/tested-changes.js";

/** Any result that {@link explain} knows. */
export type ExplainableResult =
  | DescriptionResult
  | BootstrapResult
  | MeanTestResult
  | RankTestResult
  | DistributionTestResult
  | EffectSizeResult
  | FamilyResult
  | PlanResult
  | SeriesResult
  | ShapeResult
  | RankScanResult
  | PartitionSearchResult
  | TestedChangesResult
  | SteadyResult
  | ScoreSegmentationResult
  | ComparedFigure;

/** Options of {@link explain}. */
export interface ExplainOptions {
  /** What the baseline is called in the sentence. Default "the baseline". */
  readonly baseline?: string;
  /** What the candidate is called. Default "the candidate". */
  readonly candidate?: string;
}

const explainers = {
  ...descriptionExplainers,
  ...bootstrapExplainers,
  ...meanTestExplainers,
  ...rankTestExplainers,
  ...distributionTestExplainers,
  ...effectSizeExplainers,
  ...familyExplainers,
  ...planExplainers,
  ...seriesExplainers,
  ...shapeExplainers,
  ...partitionExplainers,
  ...testedChangesExplainers,
  ...steadyExplainers,
  ...scoreExplainers,
  ...rankScanExplainers,
  ...publishedExplainers,
};

/**
 * A result in plain words, as a teacher would say it: what was compared, by which method, with what answer and how
 * certain, and what is doubtful about it.
 *
 * P-values are told as how often chance alone would go as far, never as the chance that there is a difference; times in a
 * unit of time are called slower or faster, rates the other way round, anything else higher or lower.
 *
 * @param result - what a function of this library returned, or the same read back from JSON
 * @param options - `baseline` and `candidate`: what to call the two sides
 * @returns some sentences, the warnings of the result last
 * @throws {InputError} `result` is no object with a `method` that is known
 * @example
 * explain(coefficientOfVariation([9, 10, 11])).startsWith("Repeated measurements scatter by 10.0 % of their size") // true
 */
export function explain(result: ExplainableResult, options: ExplainOptions = {}): string {
  const { baseline = "the baseline", candidate = "the candidate" } = options;
  const method: unknown = (result as Partial<ExplainableResult> | null)?.method;
  if (typeof method !== "string" || !Object.hasOwn(explainers, method)) {
    throw new InputError(
      "explain",
      "result",
      `needs the result of a function of this library, with a method that is known, got ${method === undefined ? "none" : JSON.stringify(method)}`,
    );
  }
  const explainer = explainers[method as keyof typeof explainers] as (
    result: ExplainableResult,
    sides: Sides,
  ) => string;
  const warnings = "warnings" in result ? result.warnings.map(({ message }) => message) : [];
  return [explainer(result, { baseline, candidate }), ...warnings].join(" ");
}
