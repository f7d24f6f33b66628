/** A distribution as steps: where they are, and the share of values at or below each. */
export interface EcdfSteps {
  readonly x: readonly number[];
  /** From 0 to 1; one share for each x. */
  readonly share: readonly number[];
}

/** Steps closer than this, as a part of the range of the values and of their number, cannot be told apart. */
const finest = 1 / 500;

/**
 * The empirical distribution of ascending values, with as many steps as can be seen: values that are equal share one, and one
 * that is nearer to the last than a five-hundredth in both directions is left to the next. The first and the last are always
 * there. Time O(n).
 */
export function ecdfSteps(sorted: Readonly<Float64Array>): EcdfSteps {
  const n = sorted.length;
  const range = sorted[n - 1]! - sorted[0]!;
  const x: number[] = [];
  const share: number[] = [];
  let [lastX, lastShare] = [Number.NEGATIVE_INFINITY, 0];
  for (let i = 0; i < n; i++) {
    const value = sorted[i]!;
    if (i + 1 < n && sorted[i + 1] === value) continue;
    const here = (i + 1) / n;
    const isFar = value - lastX > finest * range || here - lastShare > finest;
    if (!isFar && i !== n - 1 && sorted[i + 1]! - value <= finest * range) continue;
    [lastX, lastShare] = [value, here];
    x.push(value);
    share.push(here);
  }
  return { x, share };
}

/**
 * Half the width of a band that holds a whole distribution with this confidence, as a share: √(ln(2 / α) / 2n). Massart
 * (1990), Annals of Probability 18, 1269–1283, doi:10.1214/aop/1176990746, after Dvoretzky, Kiefer & Wolfowitz (1956). It holds
 * for every n and every distribution, ties included.
 */
export function dkwHalfWidth(n: number, confidence: number): number {
  return Math.sqrt(Math.log(2 / (1 - confidence)) / (2 * n));
}
