import { differenceOfMeans, type Moments, moments } from "../../core/moments.js";
import { studentTPValue } from "../../stats/p-value.js";
import { satterthwaite, squaredError } from "../../stats/welch-moments.js";
import type { PlaceTests } from "./place-tests.js";

/** A t-test of what lies on both sides, in windows as between neighbours. */
export function studentTests(values: Readonly<Float64Array>, significance: "student" | "welch"): PlaceTests {
  const pValue = significance === "welch" ? welchPValue : hunterPValue;
  const momentsOf = (start: number, end: number) => moments(values.subarray(start, end));
  const between = (start: number, place: number, end: number) =>
    pValue(momentsOf(start, place), momentsOf(place, end));
  return {
    minSegment: 1,
    inWindow: (_, { start, end, best }) => between(start, start + best.before, end),
    between,
    anywhere: null,
  };
}

/**
 * Student's t with the standard deviations of Hunter and Otava: divisor n where the formula wants n − 1, which makes p too
 * small, most so in short segments. Three values in all are needed.
 */
function hunterPValue(before: Moments, after: Moments): number {
  const df = before.n + after.n - 2;
  if (df < 1) return 1;
  const within = (before: Moments) => ((before.n - 1) * before.squares) / before.n;
  const variance = (within(before) + within(after)) / df;
  return pValueOf(before, after, Math.sqrt(variance * (1 / before.n + 1 / after.n)), df);
}

/** Welch's t, which needs two values on either side. */
function welchPValue(before: Moments, after: Moments): number {
  if (before.n < 2 || after.n < 2) return 1;
  const error = Math.sqrt(squaredError(before) + squaredError(after));
  return pValueOf(before, after, error, error === 0 ? 1 : satterthwaite(before, after));
}

function pValueOf(before: Moments, after: Moments, error: number, df: number): number {
  const t = differenceOfMeans(before, after) / error;
  return Number.isNaN(t) ? t : studentTPValue(t, df, "two-sided");
}
