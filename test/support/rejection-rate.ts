import { expect } from "vitest";
import type { Rng } from "../../src/random/rng.js";
import { stream } from "../../src/random/stream.js";

/**
 * Asserts that a test at level 0.1 rejects a true null hypothesis at most that often, up to four Monte Carlo standard
 * errors, and not hardly ever either.
 *
 * @param name - of the stream of random numbers
 * @param pValue - of one fresh simulated data set
 */
export function expectLevel(
  name: string,
  pValue: (rng: Rng) => number | null,
  { rounds = 2000, atLeast = 0.05 }: { readonly rounds?: number; readonly atLeast?: number } = {},
): void {
  const rng = stream(1, "level", name);
  let rejections = 0;
  for (let round = 0; round < rounds; round++) {
    const p = pValue(rng);
    if (p !== null && p <= 0.1) rejections++;
  }
  const error = 4 * Math.sqrt((0.1 * 0.9) / rounds);
  expect(rejections / rounds).toBeLessThan(0.1 + error);
  expect(rejections / rounds).toBeGreaterThan(atLeast);
}
