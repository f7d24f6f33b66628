import { describe, expect, it } from "vitest";
import { stream } from "../../../src/random/stream.js";
import { mannWhitneyU } from "../../../src/stats/mann-whitney-u.js";
import { resolveNoise } from "../../../src/stats/power/noise.js";
import {
  mannWhitneyDecision,
  ownDecision,
  simulatedRejection,
} from "../../../src/stats/power/simulated-rejection.js";
import { welchRejection } from "../../../src/stats/power/welch-rejection.js";
import { welchTTest } from "../../../src/stats/welch-t-test.js";
import { expectInputError } from "../../support/expect-input-error.js";
import { normalValues } from "../../support/normal-values.js";

describe("simulatedRejection", () => {
  it("simulatedRejection(Welch's test) agrees with its exact power, which is another way to it", () => {
    const decide = ownDecision("f", (baseline, candidate) => welchTTest(baseline, candidate).p, 0.05);
    for (const [n, sd, effect] of [
      [[5, 5], [1, 1], 2],
      [[4, 12], [3, 1], 3],
    ] as const) {
      const exact = welchRejection(n, sd, 0.05, "two-sided")(effect).power;
      const { power, monteCarloError } = simulatedRejection(
        resolveNoise("f", { sd }),
        n,
        decide,
        4000,
        7,
      )(effect);
      expect(Math.abs(power - exact)).toBeLessThan(4 * monteCarloError!);
      expect(monteCarloError).toBeCloseTo(Math.sqrt((power * (1 - power)) / 4000));
    }
  });

  it("simulatedRejection(noise of a pilot) draws its residuals about its mean", () => {
    const noise = resolveNoise("f", { pilot: [9, 9, 12] });
    const seen = new Set<number>();
    simulatedRejection(
      noise,
      [3, 4],
      (baseline, candidate) => {
        for (const value of baseline) seen.add(value);
        for (const value of candidate) seen.add(value - 0.5);
        expect([baseline.length, candidate.length]).toEqual([3, 4]);
        return true;
      },
      100,
      1,
    )(0.5);
    expect([...seen].sort((x, y) => x - y)).toEqual([9, 12]);
  });

  it("simulatedRejection(…, seed) repeats itself, and differs for another seed", () => {
    const noise = resolveNoise("f", { cv: 0.1 });
    const decide = mannWhitneyDecision([8, 8], 0.05, "two-sided");
    const power = (seed: number) => simulatedRejection(noise, [8, 8], decide, 1000, seed)(0.1).power;
    expect(power(3)).toBe(power(3));
    expect(new Set([1, 2, 3, 4, 5].map(power)).size).toBeGreaterThan(2);
  });
});

describe("mannWhitneyDecision", () => {
  it("mannWhitneyDecision(n, alpha) decides as the exact p does", () => {
    const rng = stream(1, "decision");
    for (const [alternative, direction] of [
      ["two-sided", "two-sided"],
      ["one-sided", "greater"],
    ] as const) {
      const decide = mannWhitneyDecision([6, 8], 0.05, alternative);
      let found = 0;
      for (let round = 0; round < 300; round++) {
        const baseline = Float64Array.from(normalValues(rng, 6, 0, 1));
        const candidate = Float64Array.from(normalValues(rng, 8, 1, 1));
        const { p } = mannWhitneyU(baseline, candidate, { alternative: direction });
        expect(decide(baseline, candidate)).toBe(p! <= 0.05);
        if (p! <= 0.05) found++;
      }
      expect(found).toBeGreaterThan(50);
    }
  });

  it("mannWhitneyDecision(too few) never finds anything", () => {
    const decide = mannWhitneyDecision([3, 3], 0.05, "two-sided");
    expect(decide(Float64Array.of(1, 2, 3), Float64Array.of(7, 8, 9))).toBe(false);
  });
});

describe("ownDecision", () => {
  it("ownDecision(f, test) refuses what is no p-value, and takes null for no", () => {
    const none = Float64Array.of(1, 2);
    expect(ownDecision("f", () => null, 0.05)(none, none)).toBe(false);
    expect(ownDecision("f", () => 0.05, 0.05)(none, none)).toBe(true);
    for (const wrong of [Number.NaN, 2, "0.1", undefined]) {
      expectInputError(
        () => ownDecision("f", () => wrong as number, 0.05)(none, none),
        "f",
        "test",
        /p-value from 0 to 1, or null/,
      );
    }
  });
});
