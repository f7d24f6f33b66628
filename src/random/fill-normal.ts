import type { Rng } from "./rng.js";

/**
 * Fills `target` with independent standard normal numbers.
 * Box & Muller (1958), Annals of Mathematical Statistics 29, 610–611, doi:10.1214/aoms/1177706645. Time O(n).
 */
export function fillNormal(rng: Rng, target: Float64Array): void {
  for (let i = 0; i < target.length; i += 2) {
    const radius = Math.sqrt(-2 * Math.log(1 - rng.uniform()));
    const angle = 2 * Math.PI * rng.uniform();
    target[i] = radius * Math.cos(angle);
    // Writing one past an odd end is ignored by typed arrays.
    target[i + 1] = radius * Math.sin(angle);
  }
}
