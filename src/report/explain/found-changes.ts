import type { ChangePoint, ChangePointResult } from "../../changepoint/change-points.js";
import { amount, count, countOf, percent } from "./amount.js";
import { directionOf } from "./change.js";

/** More are told only where they are the largest. */
const most = 5;

/**
 * What was found in a series: "2 changes were found in 400 values: from index 150 on, the mean is 12.3 ms instead of 12.0 ms
 * (2.5 % slower); from index 260 on 11.8 ms instead of 12.3 ms …"
 */
export function foundChanges({ changePoints, n, unit }: ChangePointResult): string {
  if (changePoints.length === 0) return `No change was found in ${countOf(n, "value")}.`;
  const [first = "", ...others] = largest(changePoints).map((change) => oneChange(change, unit));
  const told = [first.replace(" on ", " on the mean is "), ...others];
  const which = told.length < changePoints.length ? ", of which these are the largest" : "";
  const were = changePoints.length === 1 ? "was" : "were";
  return `${countOf(changePoints.length, "change")} ${were} found in ${countOf(n, "value")}${which}: ${told.join("; ")}.`;
}

/** In the order of time, those that change most by their share, or where there is none by their difference. */
function largest(changePoints: readonly ChangePoint[]): readonly ChangePoint[] {
  const relative = changePoints.every(({ relativeChange }) => relativeChange !== null);
  const size = ({ before, after, relativeChange }: ChangePoint) =>
    relative ? Math.abs(Math.log1p(relativeChange ?? 0)) : Math.abs(after.mean - before.mean);
  const chosen = new Set(changePoints.toSorted((one, other) => size(other) - size(one)).slice(0, most));
  return changePoints.filter((change) => chosen.has(change));
}

function oneChange({ index, before, after, relativeChange }: ChangePoint, unit: string | null): string {
  const { more, less } = directionOf(unit);
  const share =
    relativeChange === null || relativeChange === 0
      ? ""
      : ` (${percent(Math.abs(relativeChange))} ${relativeChange > 0 ? more : less})`;
  return `from index ${count(index)} on ${amount(after.mean, unit)} instead of ${amount(before.mean, unit)}${share}`;
}
