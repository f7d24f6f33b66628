import type { Rng } from "../../src/random/rng.js";
import { normalValues } from "./normal-values.js";

/** A stationary normal series whose neighbours are correlated by `weight` (AR(1)), of mean 0 and standard deviation 1. */
export function autoregression(rng: Rng, n: number, weight: number): number[] {
  let previous = normalValues(rng, 1, 0, 1)[0]!;
  return normalValues(rng, n, 0, Math.sqrt(1 - weight ** 2)).map((noise) => {
    previous = weight * previous + noise;
    return previous;
  });
}
