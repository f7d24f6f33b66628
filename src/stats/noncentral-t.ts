import { normalCdf, normalQuantile } from "./distributions.js";

/**
 * The distribution of S = √(χ²/df), a sample's standard deviation over the true one, as nodes and weights of a quadrature.
 * In u = ln s its density is proportional to exp(df·(u − e²ᵘ/2)), analytic on the whole line, where the trapezoidal
 * rule converges exponentially: Trefethen & Weideman (2014), SIAM Review 56, 385–458, doi:10.1137/130932132.
 */
export interface DeviationQuadrature {
  readonly df: number;
  readonly s: readonly number[];
  /** Sum to 1. */
  readonly weights: readonly number[];
}

/**
 * A quadrature that is exact to rounding for integrands as steep as Φ(t·s). Time and memory O(1 + |t| / √df).
 *
 * @param df - 2 or more
 */
export function deviationQuadrature(df: number, t: number): DeviationQuadrature {
  // Φ(t·s) rises over ln s as steeply as t·s is large, and s may well be 2.5 / √df above 1.
  const steepness = t * (1 + 2.5 / Math.sqrt(df));
  const step = Math.min(0.08, 0.45 / Math.sqrt(df + steepness ** 2 / 2));
  const nodes: number[] = [];
  const densities: number[] = [];
  for (const direction of [1, -1]) {
    for (let i = direction === 1 ? 0 : 1; ; i++) {
      const u = direction * i * step;
      const s = Math.exp(u);
      const density = Math.exp(df * (u - Math.expm1(2 * u) / 2));
      // Until the density, and its product with 1/s, have left the digits of a double.
      if (density <= 1e-18 * Math.min(1, s)) break;
      nodes.push(s);
      densities.push(density);
    }
  }
  const total = densities.reduce((sum, density) => sum + density, 0);
  return { df, s: nodes, weights: densities.map((density) => density / total) };
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
    // Near the solution, a step leaves less than the square of its length.
    if (Math.abs(change) <= 1e-7 * scale) return noncentrality + change;
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
