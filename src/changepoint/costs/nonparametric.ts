import { checkInteger, checkOptions } from "../../core/check-options.js";
import type { CostOfSegment, SegmentCost } from "./segment-cost.js";

/** Options of {@link nonparametric}. */
export interface NonparametricOptions {
  /** At how many quantiles of all values distributions are compared, 1 or more. Default 4·ln n, rounded up, at most n. */
  readonly quantiles?: number;
}

/**
 * The cost of a segment with a distribution of its own, of any shape: it compares empirical distributions at some quantiles of
 * all values, denser in the tails, and so finds changes of location, of spread, or of one mode into two.
 *
 * Assumes independent values, and knows their order only: one far value counts no more than any other. Haynes, Fearnhead &
 * Eckley (2017), Statistics and Computing 27, 1293–1305, doi:10.1007/s11222-016-9687-5. The penalty "bic" is 3·ln n, as
 * Perfolizer has it. Prepared in O(n·(k + ln n)) time and O(n·k) memory for k quantiles, then O(k) a segment.
 *
 * @param options - `quantiles`, 1 or more, default min(n, ⌈4·ln n⌉)
 * @returns the cost, for the option `cost` of {@link pelt} and the other searches
 * @throws {InputError} `quantiles` is no such number
 * @example
 * pelt([1, 9, 1, 9, 1, 9, 1, 9, 5, 5, 5, 5, 5, 5, 5, 5], { cost: nonparametric(), penalty: 4 }).indices // [8]
 */
export function nonparametric(options: NonparametricOptions = {}): SegmentCost {
  const { quantiles } = checkOptions("nonparametric", options);
  if (quantiles !== undefined) checkInteger("nonparametric", "quantiles", quantiles, 1);
  return {
    name: "nonparametric",
    minSegment: 1,
    parameters: 2,
    prepare: (values) => prepare(values, quantiles ?? defaultQuantiles(values.length)),
  };
}

/** How many quantiles a series of `n` values is compared at. */
export function defaultQuantiles(n: number): number {
  return Math.max(1, Math.min(n, Math.ceil(4 * Math.log(n))));
}

function prepare(values: Readonly<Float64Array>, k: number): CostOfSegment {
  const n = values.length;
  const counts = halfCounts(values, quantileValues(values, k));
  const entropies = Float64Array.from({ length: 2 * n + 1 }, (_, x) => (x === 0 ? 0 : x * Math.log(x)));
  const factor = -Math.log(2 * n - 1) / k;
  return (start, end) => {
    const all = 2 * (end - start);
    let from = start * k;
    let to = end * k;
    const last = to + k;
    // Counts ascend along the quantiles: none of the segment lies below the first ones, all of it below the last ones.
    while (to < last && counts[to]! === counts[from]!) {
      to++;
      from++;
    }
    const first = to;
    let sum = 0;
    for (; to < last; to++, from++) {
      const below = counts[to]! - counts[from]!;
      if (below >= all) break;
      sum += entropies[below]! + entropies[all - below]!;
    }
    return factor * (sum - (to - first) * entropies[all]!);
  };
}

/** The k values to compare at: equally spaced on the scale of log odds. */
function quantileValues(values: Readonly<Float64Array>, k: number): Float64Array {
  const sorted = values.slice().sort();
  const n = sorted.length;
  return Float64Array.from({ length: k }, (_, i) => {
    const odds = (2 * n - 1) ** (1 - (2 * i + 1) / k);
    return sorted[Math.trunc((n - 1) / (1 + odds))]!;
  });
}

/** A row of k for each of the first 0, 1, … n values: twice how many lie below each quantile, plus how many are equal to it. */
function halfCounts(values: Readonly<Float64Array>, quantiles: Readonly<Float64Array>): Int32Array {
  const k = quantiles.length;
  const counts = new Int32Array((values.length + 1) * k);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    for (let j = 0; j < k; j++) {
      const quantile = quantiles[j]!;
      counts[(i + 1) * k + j] = counts[i * k + j]! + (value < quantile ? 2 : value === quantile ? 1 : 0);
    }
  }
  return counts;
}
