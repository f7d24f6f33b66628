import type { Rng } from "./rng.js";

/**
 * A gamma number of a shape of 1 or more, scale 1: the time until so many events that come at random, one a unit of time on average.
 * Marsaglia & Tsang (2000), ACM Transactions on Mathematical Software 26, 363–372, doi:10.1145/358407.358414. Time O(1).
 */
export function gammaVariate(rng: Rng, shape: number): number {
  if (shape === 1) return -Math.log(1 - rng.uniform());
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const radius = Math.sqrt(-2 * Math.log(1 - rng.uniform()));
    const normal = radius * Math.cos(2 * Math.PI * rng.uniform());
    const cube = (1 + c * normal) ** 3;
    if (cube <= 0) continue;
    if (Math.log(1 - rng.uniform()) < 0.5 * normal * normal + d * (1 - cube + Math.log(cube)))
      return d * cube;
  }
}
