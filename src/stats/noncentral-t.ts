import { normalCdf, normalQuantile } from "./distributions.js";

/**
 * The distribution of S = √(χ²/df), a sample's standard deviation over the true one, as nodes and weights of a quadrature.
 * In u = ln s its density is proportional to exp(df·(u − e²ᵘ/2)), analytic on the whole line, where the trapezoidal
 * rule converges exponentially: Trefethen & Weideman (2014), SIAM Review 56, 385–458, doi:10.1137/130932132.
 */
export interface DeviationQuadrature {
  readonly df: number;
  readonly s: Float64Array;
  /** Sum to 1. */
  readonly weights: Float64Array;
}

/**
 * A quadrature that is exact to rounding for integrands as steep as Φ(t·s). Time and memory O(1 + |t| / √df).
 *
 * @param df - 2 or more
 */
export function deviationQuadrature(df: number, t: number): DeviationQuadrature {
  const step = Math.min(0.08, 0.38 / Math.sqrt(df + t ** 2 / 2));
  const first = -nodesUntilNothing(df, -step);
  const s = new Float64Array(nodesUntilNothing(df, step) - first + 1);
  const weights = s.map((_, i) => density(df, (first + i) * step));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    df,
    s: s.map((_, i) => Math.exp((first + i) * step)),
    weights: weights.map((weight) => weight / total),
  };
}

/** E(1/S): the factor by which a mean over a sample's standard deviation is too large on average. */
export function meanInverseDeviation({ s, weights }: DeviationQuadrature): number {
  return weights.reduce((sum, weight, i) => sum + weight / s[i]!, 0);
}

/** P(T ≤ t) of the noncentral t distribution, as the mean of Φ(t·S − noncentrality). */
export function noncentralTCdf(
  { s, weights }: DeviationQuadrature,
  t: number,
  noncentrality: number,
): number {
  const sum = weights.reduce((total, weight, i) => total + weight * normalCdf(t * s[i]! - noncentrality), 0);
  // Rounding may add up to a little more than certainty.
  return Math.min(1, sum);
}

/**
 * The noncentrality under which P(T ≤ t) = `p`: Newton's method on the probit scale, where it is nearly linear, with a step or a
 * bisection instead where that leaves what is known to hold the solution.
 *
 * @param quadrature - made for this `t`
 */
export function noncentralityOf(quadrature: DeviationQuadrature, t: number, p: number): number {
  const target = normalQuantile(p);
  const scale = Math.sqrt(1 + t ** 2 / (2 * quadrature.df));
  let low = Number.NEGATIVE_INFINITY;
  let high = Number.POSITIVE_INFINITY;
  let noncentrality = t - target * scale;
  for (let iteration = 0; iteration < 100; iteration++) {
    const probit = normalQuantile(noncentralTCdf(quadrature, t, noncentrality));
    if (probit > target) low = noncentrality;
    else high = noncentrality;
    const change = (probit - target) / probitSlope(quadrature, t, noncentrality, probit);
    if (Math.abs(change) <= 1e-13 * scale) return noncentrality + change;
    const next = noncentrality + change;
    if (next > low && next < high) noncentrality = next;
    else if (high - low < Number.POSITIVE_INFINITY) noncentrality = (low + high) / 2;
    else noncentrality += probit > target ? scale : -scale;
  }
  return noncentrality;
}

/** How fast the probit falls as the noncentrality grows: the mean of φ(t·S − noncentrality) over φ(probit). */
function probitSlope(
  { s, weights }: DeviationQuadrature,
  t: number,
  noncentrality: number,
  probit: number,
): number {
  return weights.reduce(
    (sum, weight, i) => sum + weight * Math.exp((probit ** 2 - (t * s[i]! - noncentrality) ** 2) / 2),
    0,
  );
}

/** Relative to its peak, at u = 0. */
function density(df: number, u: number): number {
  return Math.exp(df * (u - Math.expm1(2 * u) / 2));
}

/** Until the density, and its product with 1/s, have left the digits of a double. */
function nodesUntilNothing(df: number, step: number): number {
  let nodes = 1;
  while (density(df, nodes * step) * Math.max(1, Math.exp(-nodes * step)) > 1e-18) nodes++;
  return nodes;
}
