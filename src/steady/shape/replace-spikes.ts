import { sortedQuantile } from "../../core/sorted-quantile.js";
import { robustStep } from "./noise.js";

/** A series without its spikes. */
export interface Despiked {
  /** As many values, where each spike has become the median about it. */
  readonly values: Float64Array;
  /** Their places, ascending. */
  readonly spikes: readonly number[];
}

/**
 * Replaces values that stand far out from the six around them, so that up to three in a row, a pause of the garbage collector
 * say, are no change of level; four in a row are one. Far is more than five standard deviations of the noise, as the
 * differences of neighbours have it, in the whole run or nearby, whichever is more: a warm-up may be noisier than what
 * follows. After the identifier of Hampel (1974), JASA 69, 383–393, doi:10.1080/01621459.1974.10482962. Time O(n log n),
 * memory O(n).
 */
export function replaceSpikes(values: Readonly<Float64Array>): Despiked {
  const n = values.length;
  const width = Math.min(7, n);
  const everywhere = robustStep(values);
  const replaced = Float64Array.from(values);
  const spikes: number[] = [];
  const window = new Float64Array(width);
  for (let i = 0; i < n && everywhere > 0; i++) {
    const first = Math.max(0, Math.min(n - width, i - 3));
    for (let j = 0; j < width; j++) window[j] = values[first + j]!;
    const median = sortedQuantile(window.sort(), 0.5);
    const distance = Math.abs(values[i]! - median);
    if (isFar(distance, everywhere) && isFar(distance, stepNear(values, i))) {
      replaced[i] = median;
      spikes.push(i);
    }
  }
  return { values: replaced, spikes };
}

/** @param step - the standard deviation of differences of neighbours */
function isFar(distance: number, step: number): boolean {
  return distance > (5 * step) / Math.SQRT2;
}

function stepNear(values: Readonly<Float64Array>, place: number): number {
  return robustStep(values.subarray(Math.max(0, place - nearby), place + nearby + 1));
}

const nearby = 15;

/** A spike is no part of the warm-up just because it comes first, if others like it come later. */
const unusual = 0.025;

/** More than that in a row are a level of their own. */
export const longestSpike = 3;

/**
 * How many values at the very start are a warm-up of their own: up to three spikes to one side, if hardly any place in
 * the rest of the run has as many that are half as far out. 0 if there are none. Time O(n).
 */
export function leadingSpikes(values: Readonly<Float64Array>, { values: about, spikes }: Despiked): number {
  if (spikes[0] !== 0) return 0;
  const side = Math.sign(values[0]! - about[0]!);
  const distance = (i: number) => side * (values[i]! - about[i]!);
  let length = 1;
  while (length < longestSpike && spikes[length] === length && distance(length) > 0) length++;
  const total = (start: number) => {
    let sum = 0;
    for (let i = start; i < start + length; i++) sum += distance(i);
    return sum;
  };
  const places = values.length - length + 1;
  const first = total(0);
  let asFar = 0;
  for (let start = 0; start < places; start++) if (2 * total(start) >= first) asFar++;
  return asFar <= unusual * places ? length : 0;
}
