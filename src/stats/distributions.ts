import { createRequire } from "node:module";
import type binomialCdfFunction from "@stdlib/stats-base-dists-binomial-cdf";
import type fCdfFunction from "@stdlib/stats-base-dists-f-cdf";
import type fQuantileFunction from "@stdlib/stats-base-dists-f-quantile";
import type normalCdfFunction from "@stdlib/stats-base-dists-normal-cdf";
import type normalQuantileFunction from "@stdlib/stats-base-dists-normal-quantile";
import type tCdfFunction from "@stdlib/stats-base-dists-t-cdf";
import type tQuantileFunction from "@stdlib/stats-base-dists-t-quantile";

const require = createRequire(import.meta.url);

// These packages are hundreds of small CommonJS files that take 100 ms to load, so the first test or interval that needs
// one loads it, and importing the statistics stays cheap.
const discreteBinomialCdf = once<typeof binomialCdfFunction>("@stdlib/stats-base-dists-binomial-cdf");
const fCdf = once<typeof fCdfFunction>("@stdlib/stats-base-dists-f-cdf");
const fQuantileOf = once<typeof fQuantileFunction>("@stdlib/stats-base-dists-f-quantile");
const standardNormalCdf = once<typeof normalCdfFunction>("@stdlib/stats-base-dists-normal-cdf");
const standardNormalQuantile = once<typeof normalQuantileFunction>(
  "@stdlib/stats-base-dists-normal-quantile",
);
const tCdf = once<typeof tCdfFunction>("@stdlib/stats-base-dists-t-cdf");
const tQuantile = once<typeof tQuantileFunction>("@stdlib/stats-base-dists-t-quantile");

/** P(X ≤ x) of the beta distribution with shapes `alpha` and `beta` > 0, x in [0, 1]. */
export function betaCdf(x: number, alpha: number, beta: number): number {
  if (x === 1) return 1;
  return fCdf()((beta * x) / (alpha * (1 - x)), 2 * alpha, 2 * beta);
}

/** P(K ≤ k) of the number K of successes in `n` trials with probability `p`. */
export function binomialCdf(k: number, n: number, p: number): number {
  return discreteBinomialCdf()(k, n, p);
}

/**
 * P(X > x) of the chi-squared distribution with a whole number `df` ≥ 1 of degrees of freedom, x ≥ 0: the finite sum of
 * positive terms, which keeps the digits of small tails. Time O(df).
 */
export function chiSquaredTail(x: number, df: number): number {
  const half = x / 2;
  const even = df % 2 === 0;
  let tail = even ? Math.exp(-half) : 2 * normalCdf(-Math.sqrt(x));
  let term = even ? half * Math.exp(-half) : Math.sqrt((4 * half) / Math.PI) * Math.exp(-half);
  for (let degrees = even ? 2 : 1; degrees < df; degrees += 2) {
    tail += term;
    term *= half / (degrees / 2 + 1);
  }
  return tail;
}

/** P(F > f) of Fisher's distribution, f > 0; from the lower tail of 1/F, which keeps the digits of small p. */
export function fTail(f: number, df1: number, df2: number): number {
  return fCdf()(1 / f, df2, df1);
}

/** The f with P(F ≤ f) = `p` of Fisher's distribution. */
export function fQuantile(p: number, df1: number, df2: number): number {
  return fQuantileOf()(p, df1, df2);
}

/** P(Z ≤ z) of the standard normal distribution. */
export function normalCdf(z: number): number {
  return standardNormalCdf()(z, 0, 1);
}

/** The z with P(Z ≤ z) = `p`; infinite for 0 and 1. */
export function normalQuantile(p: number): number {
  return standardNormalQuantile()(p, 0, 1);
}

/** P(T ≤ t) of Student's distribution with `df` > 0 degrees of freedom, which need not be a whole number. */
export function studentTCdf(t: number, df: number): number {
  return tCdf()(t, df);
}

/** The t with P(T ≤ t) = `p` under `df` > 0 degrees of freedom. */
export function studentTQuantile(p: number, df: number): number {
  return tQuantile()(p, df);
}

function once<Exports>(name: string): () => Exports {
  let loaded: Exports | undefined;
  return () => {
    loaded ??= require(name) as Exports;
    return loaded;
  };
}
