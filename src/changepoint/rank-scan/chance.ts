import { nullLevels, nullQuantiles } from "./null-quantiles.js";

/**
 * The probability that the scan of `n` independent values without ties gives `statistic` or more: interpolated between
 * simulated quantiles, on the logarithm of p, and of n between the sizes that were simulated; beyond them it falls as
 * exp(−statistic), as the tail does from its first percent on. Never below that of values that are sorted into two halves by
 * chance. Time O(1).
 */
export function chanceOf(statistic: number, n: number): number {
  const quantiles = quantilesOf(n);
  const last = quantiles.length - 1;
  if (statistic < quantiles[0]!) return Math.min(1, nullLevels[0]! * Math.exp(quantiles[0]! - statistic));
  if (statistic >= quantiles[last]!) {
    const tail = nullLevels[last]! * Math.exp(quantiles[last]! - statistic);
    return Math.max(tail, sortedByChance(n), Number.MIN_VALUE);
  }
  const k = quantiles.findLastIndex((quantile) => quantile <= statistic);
  const share = (statistic - quantiles[k]!) / (quantiles[k + 1]! - quantiles[k]!);
  return nullLevels[k]! ** (1 - share) * nullLevels[k + 1]! ** share;
}

/** What the scan of `n` values exceeds with probability 5 % where nothing changes. */
export function usualLimit(n: number): number {
  return quantilesOf(n)[nullLevels.indexOf(0.05)]!;
}

function quantilesOf(n: number): readonly number[] {
  const above = nullQuantiles.findIndex(([size]) => size >= n);
  if (above === 0) return nullQuantiles[0]![1];
  if (above === -1) return nullQuantiles.at(-1)![1];
  const [from, low] = nullQuantiles[above - 1]!;
  const [to, high] = nullQuantiles[above]!;
  const share = Math.log(n / from) / Math.log(to / from);
  return low.map((quantile, k) => quantile + share * (high[k]! - quantile));
}

/** 2 / (n over n / 2). */
function sortedByChance(n: number): number {
  let chance = 2;
  for (let k = 1; k <= n >> 1; k++) chance *= k / (n - (n >> 1) + k);
  return chance;
}
