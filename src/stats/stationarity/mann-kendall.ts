import { normalCdf } from "../distributions.js";

/** Whether later values tend to be larger, or smaller. */
export interface TrendCheck {
  /** Kendall's S over the number of pairs: the fraction of pairs that rise less the fraction that fall. */
  readonly tau: number;
  /** Standard normal without a trend. */
  readonly statistic: number;
  /** Factor by which autocorrelation widens the variance of S; 1 for none. */
  readonly inflation: number;
  readonly p: number;
}

/**
 * Mann (1945), Econometrica 13, 245–259, with ties, and with the variance widened for autocorrelation as Hamed & Rao
 * (1998), Journal of Hydrology 204, 182–196, doi:10.1016/S0022-1694(97)00125-X; ranks rather than values are freed of a
 * straight trend, which needs no slope, and lags go up to 10·log₁₀ n. Time O(n log n), memory O(n).
 *
 * @param values - in time order, not all equal
 */
export function mannKendall(values: Readonly<Float64Array>): TrendCheck {
  const n = values.length;
  const { ranks, ties } = midranks(values);
  const s = concordance(ranks);
  const inflation = inflationOf(ranks);
  const variance =
    (n * (n - 1) * (2 * n + 5) - ties.reduce((sum, t) => sum + t * (t - 1) * (2 * t + 5), 0)) / 18;
  const statistic = (s - Math.sign(s)) / Math.sqrt(variance * inflation);
  return {
    tau: s / ((n * (n - 1)) / 2),
    statistic,
    inflation,
    p: Math.min(1, 2 * Math.max(Number.MIN_VALUE, normalCdf(-Math.abs(statistic)))),
  };
}

function midranks(values: Readonly<Float64Array>): { readonly ranks: Float64Array; readonly ties: number[] } {
  const order = Uint32Array.from(values.keys()).sort((i, j) => values[i]! - values[j]!);
  const ranks = new Float64Array(values.length);
  const ties: number[] = [];
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && values[order[end]!] === values[order[start]!]) end++;
    for (let i = start; i < end; i++) ranks[order[i]!] = (start + end + 1) / 2;
    ties.push(end - start);
    start = end;
  }
  return { ranks, ties };
}

/** Pairs that rise less pairs that fall; smaller and larger predecessors are counted in a Fenwick tree of ranks. */
function concordance(ranks: Readonly<Float64Array>): number {
  const counts = new Int32Array(ranks.length + 1);
  const atMost = (rank: number): number => {
    let total = 0;
    for (let i = rank; i > 0; i -= i & -i) total += counts[i]!;
    return total;
  };
  let s = 0;
  ranks.forEach((midrank, before) => {
    // Different midranks are 1 or more apart, so their floors differ too.
    const rank = Math.floor(midrank);
    s += atMost(rank - 1) - (before - atMost(rank));
    for (let i = rank; i < counts.length; i += i & -i) counts[i]!++;
  });
  return s;
}

function inflationOf(ranks: Readonly<Float64Array>): number {
  const n = ranks.length;
  const rest = withoutTrend(ranks);
  const total = rest.reduce((sum, value) => sum + value * value, 0);
  if (!(total > 1e-9 * n)) return 1;
  const significant = 1.96 / Math.sqrt(n);
  let sum = 0;
  for (let lag = 1; lag <= Math.min(n - 3, Math.floor(10 * Math.log10(n))); lag++) {
    let product = 0;
    for (let i = lag; i < n; i++) product += rest[i]! * rest[i - lag]!;
    const correlation = product / total;
    if (Math.abs(correlation) > significant) sum += (n - lag) * (n - lag - 1) * (n - lag - 2) * correlation;
  }
  // Values that alternate would narrow the variance: that is not needed for caution.
  return Math.max(1, 1 + (2 * sum) / (n * (n - 1) * (n - 2)));
}

function withoutTrend(values: Readonly<Float64Array>): Float64Array {
  const n = values.length;
  const middle = (n - 1) / 2;
  const center = values.reduce((sum, value) => sum + value, 0) / n;
  const slope = values.reduce((sum, value, i) => sum + value * (i - middle), 0) / ((n * (n * n - 1)) / 12);
  return values.map((value, i) => value - center - slope * (i - middle));
}
