import { sortedQuantile } from "../../core/sorted-quantile.js";

/** No value tells more about where a change lies than one this many spreads away from a level. */
const farthest = 4;

/**
 * The indices among which a change lies with a given confidence: those that the values around it make hardly less likely than the best one.
 *
 * Walking away from the change, the log-likelihood of the true index over those passed is a random walk that falls. The
 * largest rise of such a walk above its start is exponential with rate 2 · drift / variance, on either side, so the larger of two has the
 * distribution (1 − e⁻ˣ)²: Siegmund (1988), International Statistical Review 56, 31–48, doi:10.2307/1403360, for normal values, where the
 * rate is 1. Here deviations from the two medians are cut off at four spreads, so that spikes do not
 * decide, and drift and variance are those of the values at hand, the latter times (1 + ρ) / (1 − ρ). Time O(n log n).
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
  const before = median(values.subarray(0, index));
  const after = median(values.subarray(index));
  const spread = pooledSpread(values, index, before, after);
  const gain = (value: number): number => cost(value, before, spread) - cost(value, after, spread);
  const limit = -Math.log(1 - Math.sqrt(confidence));
  // Seen from the change, a gain speaks against the indices beyond on the right, and for them on the left.
  const right = reach(values.length - index, (i) => gain(values[index + i]!), rho, limit);
  const left = reach(index, (i) => -gain(values[index - 1 - i]!), rho, limit);
  return [index - left, index + right];
}

/** How far a change may lie from its estimate on one side, of which `evidence` tells, value by value, what speaks against that. */
function reach(n: number, evidence: (i: number) => number, rho: number, limit: number): number {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < n; i++) {
    const gain = evidence(i);
    sum += gain;
    squares += gain * gain;
  }
  const drift = sum / n;
  const variance = (squares / n - drift * drift) * ((1 + rho) / (1 - rho));
  const rate = 2 * drift > 2 * variance ? 2 : Math.max(0, (2 * drift) / variance);
  let walk = 0;
  let farthestPlausible = 0;
  for (let i = 0; i < n - 1; i++) {
    walk += evidence(i);
    if (rate * walk <= limit) farthestPlausible = i + 1;
  }
  return farthestPlausible;
}

function cost(value: number, level: number, spread: number): number {
  const deviation = Math.abs(value - level);
  // Without spread, a value off the level is as far as can be.
  if (deviation === 0) return 0;
  return Math.min(farthest, deviation / spread) ** 2 / 2;
}

function pooledSpread(values: Readonly<Float64Array>, index: number, before: number, after: number): number {
  return 1.4826 * median(values.map((value, i) => Math.abs(value - (i < index ? before : after))));
}

function median(values: Readonly<Float64Array>): number {
  return sortedQuantile(values.slice().sort(), 0.5);
}
