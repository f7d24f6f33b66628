import type { BinarySegmentationResult } from "../../changepoint/binary-segmentation.js";
import type { CropsResult } from "../../changepoint/crops.js";
import type { EdPeltResult } from "../../changepoint/ed-pelt.js";
import type { OptimalPartitioningResult } from "../../changepoint/optimal-partitioning.js";
import type { PartitionResult } from "../../changepoint/partition-result.js";
import type { PeltResult } from "../../changepoint/pelt.js";
import { amount, countOf, joined, span } from "./amount.js";
import type { ExplainersOf } from "./explainer.js";
import { foundChanges } from "./found-changes.js";

/** Changes of a series, as the cheapest partition has them. */
export type PartitionSearchResult =
  | PeltResult
  | OptimalPartitioningResult
  | BinarySegmentationResult
  | CropsResult
  | EdPeltResult;

export const partitionExplainers: ExplainersOf<PartitionSearchResult> = {
  pelt: (result) => explainExact(result, "PELT"),
  "optimal-partitioning": (result) => explainExact(result, "optimal partitioning"),
  "binary-segmentation": (result) =>
    joined([
      foundChanges(result),
      `One split after the other was made where it gains most (binary segmentation; ${criterionOf(result)}), which may miss what only two together would gain.`,
    ]),
  crops: (result) => joined([foundChanges(result), suggestion(result)]),
  "ed-pelt": (result) =>
    joined([
      foundChanges(result),
      `A change is where the distribution changes in any way, by ${result.quantiles} of its quantiles (ED-PELT, as Perfolizer has it; ` +
        `penalty ${amount(result.penalty, null, 3)}, segments of ${result.minSegment} values or more).`,
    ]),
};

function explainExact(result: PeltResult | OptimalPartitioningResult, name: string): string {
  const { indices, method } = result;
  if (method === "optimal-partitioning" && result.requested !== null && indices.length > 0) {
    return joined([
      foundChanges(result),
      `No other places for as many cost less (${name} for a known number; ${segmentsOf(result)}).`,
    ]);
  }
  const best =
    indices.length === 0 ? "No change gains what it would have to" : "No other partition costs less";
  return joined([foundChanges(result), `${best} (${name}; ${criterionOf(result)}).`]);
}

function suggestion(result: CropsResult): string {
  const { path, suggested } = result;
  const [from, to] = path[suggested]?.penalties ?? [0, 0];
  if (path.length === 1)
    return `Nothing else is best at any penalty that was tried (CROPS; ${segmentsOf(result)}).`;
  const range =
    suggested === path.length - 1
      ? `from a penalty of ${amount(from, null, 3)} on`
      : `at any penalty from ${span(from, to, null)}`;
  return `Of ${countOf(path.length, "segmentation")} that are best at some penalty, this one has the most changes of those that a factor of two does not touch: it is the best ${range} (CROPS; ${segmentsOf(result)}).`;
}

function criterionOf(result: PartitionResult): string {
  const named = result.penaltyName === null ? "" : ` by ${result.penaltyName.toUpperCase()}`;
  return `penalty ${amount(result.penalty, null, 3)}${named}, ${segmentsOf(result)}`;
}

function segmentsOf({ cost, minSegment }: PartitionResult | CropsResult): string {
  return `cost ${cost}, segments of ${minSegment} values or more`;
}
