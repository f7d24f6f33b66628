import type { EDivisiveResult } from "../../changepoint/e-divisive.js";
import type { EDivisivePointsResult } from "../../changepoint/e-divisive-of-points.js";
import { countOf, joined, listOf } from "./amount.js";
import { howOften } from "./chance.js";
import type { ExplainersOf } from "./explainer.js";
import { foundChanges } from "./found-changes.js";

/** Changes of a series, as tests have them. */
export type TestedChangesResult = EDivisiveResult | EDivisivePointsResult;

export const testedChangesExplainers: ExplainersOf<TestedChangesResult> = {
  "e-divisive": (result) => joined([foundChanges(result), ...energyEvidence(result)]),
  "e-divisive-points": (result) => joined([changedPoints(result), ...energyEvidence(result)]),
};

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
