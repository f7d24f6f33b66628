/**
 * P(V > x), where V is the integral of a squared Brownian bridge: the limit of Cramér & von Mises's statistic, and of
 * KPSS for a level. Anderson & Darling (1952), Annals of Mathematical Statistics 23, 193–212,
 * doi:10.1214/aoms/1177729437, as a series of Bessel functions. Correct to about 1e-15, not relative to a small result.
 *
 * @param x - above 0
 */
export function cramerVonMisesTail(x: number): number {
  let cdf = 0;
  let weight = 1;
  for (let j = 0; ; j++) {
    const y = 4 * j + 1;
    const q = y ** 2 / (16 * x);
    const term = weight * Math.sqrt(y) * Math.exp(-2 * q) * scaledBesselK(q);
    cdf += term;
    if (q > 1 && term < 1e-18) break;
    weight *= (j + 0.5) / (j + 1);
  }
  return Math.max(0, 1 - cdf / (Math.PI * Math.sqrt(x)));
}

/**
 * e^q · K(q), the modified Bessel function of the second kind of order 1/4: the integral of exp(−q·(cosh t − 1)) ·
 * cosh(t/4) over t > 0 by the trapezoidal rule, which converges exponentially here.
 */
function scaledBesselK(q: number): number {
  const step = 0.25 / Math.max(1, Math.sqrt(q));
  let sum = 0.5;
  for (let k = 1; ; k++) {
    const t = k * step;
    const exponent = q * (Math.cosh(t) - 1);
    if (exponent > 45) return sum * step;
    sum += Math.exp(-exponent) * Math.cosh(t / 4);
  }
}
