import { createRequire } from "node:module";
import type binomialCdfFunction from "@stdlib/stats-base-dists-binomial-cdf";
import type normalCdfFunction from "@stdlib/stats-base-dists-normal-cdf";
import type normalQuantileFunction from "@stdlib/stats-base-dists-normal-quantile";
import type tCdfFunction from "@stdlib/stats-base-dists-t-cdf";
import type tQuantileFunction from "@stdlib/stats-base-dists-t-quantile";

const require = createRequire(import.meta.url);

// These packages are hundreds of small CommonJS files that take 100 ms to load, so the first test or interval that needs
// one loads it, and importing the statistics stays cheap.
const discreteBinomialCdf = once<typeof binomialCdfFunction>("@stdlib/stats-base-dists-binomial-cdf");
const standardNormalCdf = once<typeof normalCdfFunction>("@stdlib/stats-base-dists-normal-cdf");
const standardNormalQuantile = once<typeof normalQuantileFunction>(
  "@stdlib/stats-base-dists-normal-quantile",
);
const tCdf = once<typeof tCdfFunction>("@stdlib/stats-base-dists-t-cdf");
const tQuantile = once<typeof tQuantileFunction>("@stdlib/stats-base-dists-t-quantile");

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
