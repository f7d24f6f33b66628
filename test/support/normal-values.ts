import type { Rng } from "../../src/random/rng.js";

/** Normal values by the method of Box & Muller (1958), Annals of Mathematical Statistics 29, 610–611. */
export function normalValues(rng: Rng, n: number, mean: number, sd: number): number[] {
  return Array.from({ length: n }, () => {
    const radius = Math.sqrt(-2 * Math.log(1 - rng.uniform()));
    return mean + sd * radius * Math.cos(2 * Math.PI * rng.uniform());
  });
}
