import { studentTQuantile } from "../distributions.js";
import { deviationQuadrature, noncentralTCdf } from "../noncentral-t.js";
import type { PowerAlternative, Rejection } from "./rejection.js";

/**
 * The power of Welch's t-test for normal values, exactly.
 *
 * Given the share B that one sample has in the sum of both scaled variances, the degrees of freedom and so the critical value
 * are fixed, and the test statistic is noncentral t with n₁ + n₂ − 2 degrees of freedom up to a factor. B has a beta
 * distribution, over which that is averaged: by the trapezoidal rule in ln(B / (1 − B)), which converges exponentially
 * (Trefethen & Weideman 2014, SIAM Review 56, 385–458). Time O(1) for each effect, below a millisecond.
 *
 * @param n - sizes of baseline and candidate, 2 or more
 * @param sds - their standard deviations, not both 0
 */
export function welchRejection(
  n: readonly [number, number],
  sds: readonly [number, number],
  alpha: number,
  alternative: PowerAlternative,
): Rejection {
  const df = [n[0] - 1, n[1] - 1] as const;
  const total = df[0] + df[1];
  // In units of the larger one, for squares and their products to stay within the range of a double.
  const largest = Math.max(...sds);
  const errors = [(sds[0] / largest) ** 2 / n[0], (sds[1] / largest) ** 2 / n[1]] as const;
  const standardError = Math.sqrt(errors[0] + errors[1]);
  const tail = alternative === "two-sided" ? alpha / 2 : alpha;
  const shares = varianceShares(df[0], df[1]).map(({ share, weight }) => {
    const parts = [(share * errors[0]) / df[0], ((1 - share) * errors[1]) / df[1]] as const;
    const sum = parts[0] + parts[1];
    const welchDf = sum ** 2 / (parts[0] ** 2 / df[0] + parts[1] ** 2 / df[1]);
    const critical = (-studentTQuantile(tail, welchDf) * Math.sqrt(total * sum)) / standardError;
    return { critical, weight, quadrature: deviationQuadrature(total, critical) };
  });
  return (effect) => {
    const noncentrality = effect / largest / standardError;
    const missed = shares.reduce((sum, { critical, weight, quadrature }) => {
      const below = noncentralTCdf(quadrature, critical, noncentrality);
      const wrongSide =
        alternative === "two-sided" ? noncentralTCdf(quadrature, -critical, noncentrality) : 0;
      return sum + weight * (below - wrongSide);
    }, 0);
    return { power: 1 - missed, monteCarloError: null };
  };
}

interface VarianceShare {
  /** Of one χ² in the sum of two independent ones. */
  readonly share: number;
  readonly weight: number;
}

/** The beta distribution with shapes df/2 and otherDf/2 as nodes and weights. */
function varianceShares(df: number, otherDf: number): VarianceShare[] {
  const center = Math.log(df / otherDf);
  const step = Math.min(0.2, 0.35 * Math.sqrt(2 / df + 2 / otherDf));
  const peak = logDensity(center, df, otherDf);
  const nodes: VarianceShare[] = [];
  for (const direction of [-1, 1]) {
    for (let i = direction === 1 ? 0 : 1; ; i++) {
      const u = center + direction * i * step;
      const weight = Math.exp(logDensity(u, df, otherDf) - peak);
      if (weight < 1e-14) break;
      nodes.push({ share: 1 / (1 + Math.exp(-u)), weight });
    }
  }
  const total = nodes.reduce((sum, { weight }) => sum + weight, 0);
  return nodes.map(({ share, weight }) => ({ share, weight: weight / total }));
}

function logDensity(u: number, df: number, otherDf: number): number {
  return -(df * Math.log1p(Math.exp(-u)) + otherDf * Math.log1p(Math.exp(u))) / 2;
}
