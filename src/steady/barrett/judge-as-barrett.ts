import { InputError } from "../../core/input-error.js";
import { type JudgedRun, unjudgedRun } from "../judged-run.js";
import { secondsPerUnit } from "../seconds-per-unit.js";
import type { ResolvedSteadyOptions } from "../steady-options.js";
import { classifySegments } from "./classify-segments.js";
import { rollingOutliers } from "./rolling-outliers.js";
import { segmentRun } from "./segment-run.js";

/** What warmup_stats is told. */
export interface BarrettOptions extends Pick<ResolvedSteadyOptions, "margin" | "horizon" | "better"> {
  /** As a share of the run, or a number of values. */
  readonly window: number;
  readonly unit: string | null;
}

/** Fewer values R's package changepoint does not divide. */
const fewestValues = 4;

/**
 * Judges a run as warmup_stats does, in seconds where the unit is one of time: outliers, segments of the rest, their class. A
 * segment ends with its last value that is no outlier, so outliers between two segments belong to the later one.
 */
export function judgeAsBarrett(
  input: Readonly<Float64Array>,
  { margin, horizon, better, window, unit }: BarrettOptions,
): JudgedRun {
  const n = input.length;
  const scale = secondsPerUnit(unit) ?? 1;
  // Of rates the highest are the fastest.
  const values = input.map((value) => (better === "lower" ? scale * value : -scale * value));
  const outliers = rollingOutliers(values, countOf(window, n));
  const isOutlier = new Set(outliers);
  const kept = Uint32Array.from(values.keys()).filter((place) => !isOutlier.has(place));
  if (kept.length < fewestValues) return unjudgedRun(n, fewestValues);
  const segments = segmentRun(Float64Array.from(kept, (place) => values[place]!)).map((segment) => ({
    ...segment,
    start: segment.start === 0 ? 0 : kept[segment.start - 1]! + 1,
    end: kept[segment.end - 1]! + 1,
  }));
  const { classification, firstSteady } = classifySegments(segments, n, {
    delta: (fastest) =>
      margin.relative === undefined ? scale * margin.absolute : margin.relative * Math.abs(fastest),
    steady: countOf(horizon, n),
  });
  return {
    classification,
    start: classification === "no steady state" ? null : segments[firstSteady]!.start,
    startInterval: null,
    changes: segments.slice(1).map(({ start }) => start),
    outliers,
    detectableShift: null,
    warnings: [],
  };
}

/** The margin of 0.001 s, in the unit of the values. */
export function barrettMargin(functionName: string, unit: string | null): { readonly absolute: number } {
  const scale = secondsPerUnit(unit);
  if (scale !== null) return { absolute: 0.001 / scale };
  throw new InputError(
    functionName,
    "margin",
    'needs { absolute } in the unit of the values or { relative } for mode "barrett", whose default of 0.001 s says nothing ' +
      `about values ${unit === null ? "without a unit" : `in "${unit}"`}, got none`,
  );
}

/** As the tool's wrapper does, without a remainder. */
function countOf(shareOrCount: number, n: number): number {
  return shareOrCount < 1 ? Math.trunc(shareOrCount * n) : shareOrCount;
}
