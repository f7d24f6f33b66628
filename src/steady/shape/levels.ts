import { squaredDeviations } from "../../changepoint/costs/squared-deviations.js";
import { prunedPartition } from "../../changepoint/partition/pruned-partition.js";
import { mean } from "../../core/moments.js";
import { noiseOf } from "./noise.js";
import { leadingSpikes, longestSpike, replaceSpikes } from "./replace-spikes.js";

/** A stretch of a run at one level. */
export interface Level {
  readonly start: number;
  readonly end: number;
  /** Without spikes. */
  readonly mean: number;
}

/** A run as steps from level to level. */
export interface Levels {
  /** From the first value to the last, one or more. */
  readonly levels: readonly Level[];
  /** The run without its spikes, except for those that it begins with. */
  readonly series: Readonly<Float64Array>;
  /** How many values at the start are spikes and yet a level of their own. */
  readonly lead: number;
  /** The other spikes. */
  readonly spikes: readonly number[];
  /** n times the variance of the mean of n values of one level; 0 if the run does not vary. */
  readonly longRunVariance: number;
  /** The sum of squared deviations of a stretch of the series from its mean. */
  readonly deviations: (start: number, end: number) => number;
}

/**
 * The levels of a run, found exactly: spikes are set aside, and each change must lower the sum of squares by 3·ln n + 3
 * times the long-run variance of the noise, which pure noise hardly ever does. A level has four values or more, but for
 * spikes at the very start. Time O(n²) at worst, memory O(n).
 */
export function findLevels(values: Readonly<Float64Array>): Levels {
  const n = values.length;
  const despiked = replaceSpikes(values);
  const { longRunVariance } = noiseOf(despiked.values);
  const lead = leadingSpikes(values, despiked);
  const series = Float64Array.from(despiked.values);
  series.set(values.subarray(0, lead));
  const found = longRunVariance > 0 ? changesOf(despiked.values, longRunVariance) : [];
  const bounds = [0, ...(lead > 0 ? [lead] : []), ...found.filter((index) => index > lead), n];
  return {
    levels: bounds.slice(1).map((end, i) => {
      const start = bounds[i]!;
      return { start, end, mean: mean(series.subarray(start, end)) };
    }),
    series,
    lead,
    spikes: despiked.spikes.slice(lead),
    longRunVariance,
    deviations: squaredDeviations(series),
  };
}

const shortestLevel = longestSpike + 1;

function changesOf(values: Readonly<Float64Array>, longRunVariance: number): readonly number[] {
  const n = values.length;
  const criterion = {
    cost: squaredDeviations(values),
    penalty: priceOfChange(n) * longRunVariance,
    minSegment: shortestLevel,
  };
  return prunedPartition(n, criterion, { delay: shortestLevel, slack: 0 }).indices;
}

/** The standard error of the difference of two levels. */
export function levelError(longRunVariance: number, one: Level, other: Level): number {
  return Math.sqrt(longRunVariance * (1 / (one.end - one.start) + 1 / (other.end - other.start)));
}

/** In units of the long-run variance, chosen by simulation: see docs/simulations-steady.md. */
export function priceOfChange(n: number): number {
  return 3 * Math.log(n) + 3;
}

/** The smallest shift of the first tenth of a run that is worth the price of a change. */
export function detectableShift(n: number, longRunVariance: number): number {
  const length = Math.max(shortestLevel, Math.round(n / 10));
  return Math.sqrt(priceOfChange(n) * longRunVariance * (1 / length + 1 / (n - length)));
}
