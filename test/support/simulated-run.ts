import type { Rng } from "../../src/random/rng.js";
import { autoregression } from "./autoregression.js";

/** A run of noise of standard deviation 1 about `level(i)`, whose neighbours may be correlated. */
export function simulatedRun(
  rng: Rng,
  n: number,
  level: (iteration: number) => number,
  correlation = 0,
): number[] {
  return autoregression(rng, n, correlation).map((noise, i) => level(i) + noise);
}
