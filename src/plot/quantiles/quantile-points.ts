import { sortedQuantile } from "../../core/sorted-quantile.js";
import { normalQuantile } from "../../stats/distributions.js";
import { normalQuantileEnvelope } from "../../stats/normality/quantile-envelope.js";

/** Quantiles of a sample against those of something else, and where they lie if both agree. */
export interface QuantilePoints {
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** The line of agreement: y = intercept + slope · x. */
  readonly intercept: number;
  readonly slope: number;
  /** At each point; null where it cannot be had, and an end that is not bounded is null. */
  readonly envelope: {
    readonly low: readonly (number | null)[];
    readonly high: readonly (number | null)[];
  } | null;
}

/** Points drawn at most; the outermost of more are all kept. */
const mostPoints = 240;
const mostOutermost = 60;

/** Against the standard normal distribution; the line goes through the quartiles. Time O(1) but for a simulation of a fixed size. */
export function againstNormal(
  sorted: Readonly<Float64Array>,
  confidence: number,
  seed: number,
): QuantilePoints {
  const n = sorted.length;
  const z = (rank: number): number => normalQuantile((rank - 0.5) / n);
  const ranks = spread(n, z);
  const [lower, upper] = [sortedQuantile(sorted, 0.25), sortedQuantile(sorted, 0.75)];
  const slope = (upper - lower) / (normalQuantile(0.75) - normalQuantile(0.25));
  const intercept = (lower + upper) / 2;
  // At the points that are drawn, all of them: an envelope of fewer places would leave out more samples than it says.
  const bounds = n < 5 || slope === 0 ? null : normalQuantileEnvelope(n, ranks, confidence, seed);
  const fitted = (value: number): number => intercept + slope * value;
  return {
    x: ranks.map(z),
    y: ranks.map((rank) => sorted[rank - 1]!),
    intercept,
    slope,
    envelope: bounds === null ? null : { low: bounds.low.map(fitted), high: bounds.high.map(fitted) },
  };
}

/**
 * Against another sample; the envelope is that of two samples of one distribution, by the inequality of Dvoretzky, Kiefer,
 * Wolfowitz & Massart: Doksum & Sievers (1976), Biometrika 63, 421–434. Time O(1).
 */
export function againstSample(
  sorted: Readonly<Float64Array>,
  other: Readonly<Float64Array>,
  confidence: number,
): QuantilePoints {
  const [n, m] = [sorted.length, other.length];
  const size = Math.min(n, m);
  const share = (rank: number): number => (rank - 0.5) / size;
  const ranks = spread(size, (rank) => normalQuantile(share(rank)));
  const half = Math.sqrt((Math.log(2 / (1 - confidence)) / 2) * (1 / n + 1 / m));
  const at = (values: Readonly<Float64Array>, p: number): number | null =>
    p < 0 || p > 1 ? null : values[Math.min(values.length - 1, Math.floor(p * values.length))]!;
  return {
    x: ranks.map((rank) => at(other, share(rank))!),
    y: ranks.map((rank) => at(sorted, share(rank))!),
    intercept: 0,
    slope: 1,
    envelope: {
      low: ranks.map((rank) => at(other, share(rank) - half)),
      high: ranks.map((rank) => at(other, share(rank) + half)),
    },
  };
}

/** Ranks from 1 to n, not too many: the outermost ones all, and those between evenly by where they are drawn. */
function spread(n: number, placeOf: (rank: number) => number): readonly number[] {
  if (n <= mostPoints) return Array.from({ length: n }, (_, i) => i + 1);
  const outer = mostOutermost;
  const kept = new Set<number>();
  for (let rank = 1; rank <= outer; rank++) kept.add(rank).add(n + 1 - rank);
  const [from, to] = [placeOf(outer), placeOf(n + 1 - outer)];
  const count = mostPoints - 2 * outer;
  let rank = outer;
  for (let i = 1; i <= count; i++) {
    const place = from + (i / (count + 1)) * (to - from);
    while (placeOf(rank) < place) rank = nextRank(rank, n, place, placeOf);
    kept.add(Math.min(n, rank));
  }
  return [...kept].sort((a, b) => a - b);
}

/** The first rank at or above a place. */
function nextRank(rank: number, n: number, place: number, placeOf: (rank: number) => number): number {
  let [low, high] = [rank, n];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (placeOf(middle) < place) low = middle;
    else high = middle;
  }
  return high;
}
