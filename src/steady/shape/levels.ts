import { squaredDeviations } from "../../changepoint/costs/squared-deviations.js";
import { fullPartition } from "../../changepoint/partition/full-partition.js";
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
 * spikes at the very start. Time O(n²) at worst, and O(n) beyond 2,000 values where changes are few, memory O(n).
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

/** Of all places; of a run of more than 2,000 values first of so many, then of finer and finer ones near those found. */
function changesOf(values: Readonly<Float64Array>, longRunVariance: number): readonly number[] {
  const n = values.length;
  const deviations = squaredDeviations(values);
  const penalty = priceOfChange(n) * longRunVariance;
  const grid = Math.ceil(n / mostPlaces);
  const minSegment = Math.ceil(shortestLevel / grid);
  const count = Math.floor(n / grid);
  const at = (place: number) => (place === count ? n : place * grid);
  const cost = (start: number, end: number) => deviations(at(start), at(end));
  const pruning = { delay: minSegment, slack: 0 };
  let changes = prunedPartition(count, { cost, penalty, minSegment }, pruning).indices.map(at);
  for (let step = grid; step > 1; ) {
    const finer = Math.min(step >> 1, Math.ceil((2 * step * changes.length) / mostPlaces)) || 1;
    changes = amongPlaces(placesNear(changes, step, finer, n), deviations, penalty);
    step = finer;
  }
  return changes;
}

const mostPlaces = 2000;

/** Places at most `step` before or after one of the changes, `finer` apart, and both ends of the run. */
function placesNear(changes: readonly number[], step: number, finer: number, n: number): readonly number[] {
  const places = new Set([0, n, ...changes]);
  for (const change of changes) {
    const end = Math.min(n - 1, change + step);
    for (let place = Math.max(1, change - step); place <= end; place += finer) places.add(place);
  }
  return [...places].sort((one, other) => one - other);
}

function amongPlaces(places: readonly number[], deviations: Levels["deviations"], penalty: number): number[] {
  const cost = (first: number, last: number) => {
    const [start, end] = [places[first]!, places[last]!];
    return end - start < shortestLevel ? Number.POSITIVE_INFINITY : deviations(start, end);
  };
  const { indices } = fullPartition(places.length - 1, { cost, penalty, minSegment: 1 });
  return indices.map((index) => places[index]!);
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
