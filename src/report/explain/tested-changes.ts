import type { EDivisiveResult } from "../../changepoint/e-divisive.js";
import type { EDivisivePointsResult } from "../../changepoint/e-divisive-of-points.js";
import type { HunterResult } from "../../changepoint/hunter/analyze.js";
import type { HunterSignificance } from "../../changepoint/hunter/hunter-options.js";
import { countOf, joined, level, listOf } from "./amount.js";
import { howOften } from "./chance.js";
import type { ExplainersOf } from "./explainer.js";
import { foundChanges } from "./found-changes.js";

/** Changes of a series, as tests have them. */
export type TestedChangesResult = EDivisiveResult | EDivisivePointsResult | HunterResult;

export const testedChangesExplainers: ExplainersOf<TestedChangesResult> = {
  "e-divisive": (result) => joined([foundChanges(result), ...energyEvidence(result)]),
  "e-divisive-points": (result) => joined([changedPoints(result), ...energyEvidence(result)]),
  hunter: (result) => joined([foundChanges(result), hunterEvidence(result)]),
};

const hunterTests: Readonly<Record<HunterSignificance, string>> = {
  student:
    "Student's t as Hunter and Otava compute it, which finds changes in noise more often than its p says",
  welch: "Welch's t, which finds changes in noise more often than its p says",
  permutation: "held against rearranged values",
};

function hunterEvidence({
  changePoints,
  window,
  maxP,
  minMagnitude,
  significance,
  anywhereP,
}: HunterResult): string {
  const magnitude = minMagnitude === 0 ? "" : ` and means more than ${level(minMagnitude)} apart`;
  const verdict = changePoints.length === 0 ? "No place has" : "Each has";
  const noise =
    anywhereP === null ? "" : ` A series without any would look as changed ${howOften(anywhereP)}.`;
  return `${verdict} p < ${maxP}${magnitude}, searched in windows of ${window} values (Hunter; ${hunterTests[significance]}).${noise}`;
}

function changedPoints({ indices, n, dimensions }: EDivisivePointsResult): string {
  const what = `${countOf(n, "point")} of ${countOf(dimensions, "coordinate")}`;
  if (indices.length === 0) return `No change was found in ${what}.`;
  const were = indices.length === 1 ? "was" : "were";
  return `${countOf(indices.length, "change")} ${were} found in ${what}, from index ${listOf(indices.map(String))} on.`;
}

function energyEvidence({ changePoints, rejected }: EDivisiveResult | EDivisivePointsResult): string[] {
  const tested = changePoints.flatMap(({ p }) => p ?? []);
  const atMost = tested.length > 1 ? " at most" : "";
  return [
    tested.length === 0
      ? ""
      : `Chance alone would split such values as clearly ${howOften(Math.max(...tested))}${atMost}, by the energy distance of both sides (E-divisive).`,
    rejected === null || rejected.p === null
      ? ""
      : `Chance alone would make the ${tested.length === 0 ? "" : "next "}best place, index ${rejected.index}, as clear ${howOften(rejected.p)}${tested.length === 0 ? " (E-divisive)" : ""}.`,
  ];
}
