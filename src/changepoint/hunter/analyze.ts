import type { Warning } from "../../core/warning.js";
import type { ChangePoint, ChangePointResult } from "../change-points.js";
import { reportChanges } from "../report-changes.js";
import { positionOf, type Series } from "../series.js";
import { constant, tooShort } from "../weak-series.js";
import type { ResolvedHunterOptions } from "./hunter-options.js";
import { permutationTests } from "./permutation-tests.js";
import { dropWeakPoints, type TestedPlace, testPlaces } from "./strong-points.js";
import { studentTests } from "./student-tests.js";
import { findWeakPoints, type SettledWindows } from "./weak-points.js";

/** A change that {@link hunter} found. */
export interface HunterChangePoint extends ChangePoint {
  readonly p: number;
  /** How much larger the mean on one side is than on the other, as a fraction. */
  readonly magnitude: number;
}

/** A place of the first pass, tested between its neighbours of the first pass. */
export interface HunterWeakPoint {
  readonly index: number;
  /** Null where nothing varies on either side. */
  readonly p: number | null;
  readonly magnitude: number;
}

/** What {@link appendToHunter} needs to go on. */
export interface HunterState {
  /** The series as it was given; null where a value is missing. */
  readonly values: readonly (number | null)[];
  readonly times: readonly number[] | null;
  /** What later values cannot change, counted without gaps that were dropped. */
  readonly settled: SettledWindows;
}

/** Result of {@link hunter}. */
export interface HunterResult extends ChangePointResult, ResolvedHunterOptions {
  readonly method: "hunter";
  readonly changePoints: readonly HunterChangePoint[];
  /** The places of the first pass, from which the second chose. */
  readonly weak: readonly HunterWeakPoint[];
  /** That the series has no change at all, tested by permutation before any is reported; null if it was not. */
  readonly anywhereP: number | null;
  readonly state: HunterState;
}

/** Both passes, from the first window that later values may change. */
export function analyzeSeries(
  series: Series,
  raw: readonly (number | null)[],
  options: ResolvedHunterOptions,
  settled: SettledWindows,
): HunterResult {
  const { values, n, unit, times } = series;
  const { significance } = options;
  const tests =
    significance === "permutation" ? permutationTests(values, options) : studentTests(values, significance);
  const first = findWeakPoints(values, options, tests, settled);
  const weak = testPlaces(values, first.places, tests);
  const places = dropWeakPoints(values, weak, options, tests);
  const anywhereP = places.length === 0 ? null : (tests.anywhere?.() ?? null);
  const isNoise = anywhereP !== null && !(anywhereP < options.maxP);
  const strong = testPlaces(values, isNoise ? [] : places, tests);
  const reported = reportChanges(series, strong, options.confidence);
  return {
    method: "hunter",
    ...reported,
    changePoints: reported.changePoints.map((change, k) => ({
      ...change,
      p: strong[k]!.p,
      magnitude: strong[k]!.magnitude,
    })),
    weak: weak.map(({ index, p, magnitude }) => ({
      index: positionOf(series, index),
      p: Number.isNaN(p) ? null : p,
      magnitude,
    })),
    anywhereP,
    state: { values: raw, times: times === null ? null : [...times], settled: first.settled },
    ...options,
    n,
    unit,
    warnings: [...series.warnings, ...warningsOf(values, strong, options, reported.indices)],
  };
}

function warningsOf(
  values: Readonly<Float64Array>,
  strong: readonly TestedPlace[],
  { maxP, significance, permutations }: ResolvedHunterOptions,
  indices: readonly number[],
): Warning[] {
  const needed = significance === "student" ? 3 : 4;
  const weaknesses = [...tooShort(values.length, Math.floor(needed / 2), 1, needed), ...constant(values)];
  if (weaknesses.length > 0) return weaknesses;
  if (significance === "permutation" && 2 / (permutations + 1) >= maxP) {
    const enough = Math.floor(2 / maxP + 1e-9);
    return [
      {
        code: "too-few-permutations",
        message:
          `With ${permutations} permutations no p is below ${maxP}, so nothing can be significant; ` +
          (Number.isFinite(enough) ? `take ${enough} or more.` : "take a larger maxP."),
      },
    ];
  }
  const kept = indices.filter((_, k) => !(strong[k]!.p < maxP));
  if (kept.length === 0) return [];
  return [
    {
      code: "above-max-p",
      message:
        `${kept.length === 1 ? "One change is" : `${kept.length} changes are`} reported only because Hunter and Otava do not test again after ` +
        `dropping the next place: p is not below ${maxP} at index ${kept.join(", ")}.`,
    },
  ];
}
