import { createRequire } from "node:module";
import type normalCdfFunction from "@stdlib/stats-base-dists-normal-cdf";
import type normalQuantileFunction from "@stdlib/stats-base-dists-normal-quantile";
import type tCdfFunction from "@stdlib/stats-base-dists-t-cdf";
import type tQuantileFunction from "@stdlib/stats-base-dists-t-quantile";

// These packages are hundreds of small CommonJS files, 100 ms to load. They are loaded by the first test or interval
// that needs them, so that importing the statistics stays cheap.
const load = createRequire(import.meta.url);

/** P(Z ≤ z) of the standard normal distribution. */
export function normalCdf(z: number): number {
  const cdf = load("@stdlib/stats-base-dists-normal-cdf") as typeof normalCdfFunction;
  return cdf(z, 0, 1);
}

/** The z with P(Z ≤ z) = `p`; infinite for 0 and 1. */
export function normalQuantile(p: number): number {
  const quantile = load("@stdlib/stats-base-dists-normal-quantile") as typeof normalQuantileFunction;
  return quantile(p, 0, 1);
}

/** P(T ≤ t) of Student's distribution with `df` > 0 degrees of freedom, which need not be a whole number. */
export function studentTCdf(t: number, df: number): number {
  const cdf = load("@stdlib/stats-base-dists-t-cdf") as typeof tCdfFunction;
  return cdf(t, df);
}

/** The t with P(T ≤ t) = `p` under `df` > 0 degrees of freedom. */
export function studentTQuantile(p: number, df: number): number {
  const quantile = load("@stdlib/stats-base-dists-t-quantile") as typeof tQuantileFunction;
  return quantile(p, df);
}
