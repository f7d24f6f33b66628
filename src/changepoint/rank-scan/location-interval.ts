import { sortedQuantile } from "../../core/sorted-quantile.js";
import { normalScores } from "./normal-scores.js";

/** No value tells more about where a change lies than one this many spreads away from a level. */
const farthest = 4;

/** From so many standard deviations between the two levels of scores on, ranks no longer tell how far apart they are. */
const apart = 2.4;

/** Fewer values than this are given the spread of both segments. */
const fewForSpread = 10;

/**
 * The indices among which a change lies with a given confidence: those that the values around it make hardly less likely
 * than the best one.
 *
 * Walking away from the change, the log-likelihood of the index found over those passed is a random walk that rises. How far
 * it ever falls below its start is exponential, so the larger fall of both sides has the distribution (1 − e⁻ˣ)²: Siegmund
 * (1988), International Statistical Review 56, 31–48, doi:10.2307/1403360. The rate of the exponential is 1 for normal
 * values; here it is Lundberg's coefficient of the values at hand, one made up to speak against the change among them, which
 * keeps few values from promising too much; correlated values are worth (1 − ρ) / (1 + ρ) of it; and the evidence shrinks as
 * chance made a change look larger that was only just found. Likelihood is that of normal scores, or, where the levels
 * hardly overlap, of values whose deviations from both medians are cut off at four spreads, so that spikes do not decide.
 * Time O(n log n), memory O(n).
 *
 * @param values - of both segments
 * @param index - of the first value after the change
 * @param rho - correlation of neighbours, 0 or more
 * @returns the first and last index, which enclose `index`
 */
export function locationInterval(
  values: Readonly<Float64Array>,
  index: number,
  rho: number,
  confidence: number,
): [first: number, last: number] {
  const { scores } = normalScores(values);
  const { difference, middle, variance } = levelsOf(scores, index);
  const scale = Math.max(variance, 1e-12);
  const worth = (1 - rho) / (1 + rho);
  const squaredZ = ((index * (values.length - index)) / values.length) * (difference ** 2 / scale) * worth;
  const shrinkage = Math.max(0.2, 1 - 5 / squaredZ);
  const evidence =
    Math.abs(difference) < apart * Math.sqrt(variance)
      ? scores.map((score) => (difference * (score - middle)) / scale)
      : evidenceOfValues(values, index);
  const limit = -Math.log(1 - Math.sqrt(confidence)) / (worth * shrinkage);
  // What speaks for the level after speaks against an index on the right, and the other way round on the left.
  const right = reach(evidence.subarray(index), limit);
  const left = reach(
    evidence
      .slice(0, index)
      .reverse()
      .map((gain) => -gain),
    limit,
  );
  return [index - left, index + right];
}

/**
 * How far the change may lie from its estimate on one side, of which `evidence` says, value by value, what speaks against
 * that.
 */
function reach(evidence: Readonly<Float64Array>, limit: number): number {
  const rate = lundberg(evidence);
  let walk = 0;
  let farthestPlausible = 0;
  for (let i = 0; i < evidence.length - 1; i++) {
    walk += evidence[i]!;
    if (rate * walk <= limit) farthestPlausible = i + 1;
  }
  return farthestPlausible;
}

/**
 * The θ > 0 at which e^(−θ·evidence) has mean 1, so that a walk of such steps ever falls by x with probability e^(−θx) at
 * most; 0 if it does not rise. Among the steps is one that speaks against the change half as loud as the loudest speaks at
 * all.
 */
function lundberg(evidence: Readonly<Float64Array>): number {
  let loudest = 0;
  let sum = 0;
  for (const step of evidence) {
    loudest = Math.max(loudest, Math.abs(step));
    sum += step;
  }
  if (!(sum > loudest / 2)) return 0;
  let low = 0;
  let high = 50 / loudest;
  for (let step = 0; step < 40; step++) {
    const rate = (low + high) / 2;
    let total = Math.exp((rate * loudest) / 2);
    for (const gain of evidence) total += Math.exp(-rate * gain);
    if (total > evidence.length + 1) high = rate;
    else low = rate;
  }
  return low;
}

/** Of normal scores: between the two levels and within them. */
function levelsOf(
  scores: Readonly<Float64Array>,
  index: number,
): { readonly difference: number; readonly middle: number; readonly variance: number } {
  const before = mean(scores.subarray(0, index));
  const after = mean(scores.subarray(index));
  let squares = 0;
  for (let i = 0; i < scores.length; i++) squares += (scores[i]! - (i < index ? before : after)) ** 2;
  return {
    difference: after - before,
    middle: (before + after) / 2,
    variance: squares / (scores.length - 2),
  };
}

/** How much more likely each value is after the change than before, each level with its own spread. */
function evidenceOfValues(values: Readonly<Float64Array>, index: number): Float64Array {
  const before = median(values.subarray(0, index));
  const after = median(values.subarray(index));
  const deviations = values.map((value, i) => Math.abs(value - (i < index ? before : after)));
  const spreadOf = (part: Readonly<Float64Array>): number =>
    1.4826 * median(part.length < fewForSpread ? deviations : part);
  const spreadBefore = spreadOf(deviations.subarray(0, index));
  const spreadAfter = spreadOf(deviations.subarray(index));
  return values.map((value) => cost(value, before, spreadBefore) - cost(value, after, spreadAfter));
}

function cost(value: number, level: number, spread: number): number {
  const deviation = Math.abs(value - level);
  // Without spread, a value off the level is as far as can be.
  if (deviation === 0) return 0;
  return Math.min(farthest, deviation / spread) ** 2 / 2;
}

function mean(values: Readonly<Float64Array>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

function median(values: Readonly<Float64Array>): number {
  return sortedQuantile(values.slice().sort(), 0.5);
}
