import { describe, expect, it } from "vitest";
import {
  type MinimumDetectableEffectOptions,
  minimumDetectableEffect,
} from "../../src/stats/minimum-detectable-effect.js";
import { testPower } from "../../src/stats/test-power.js";
import { assertClose } from "../support/assert-close.js";
import { expectInputError } from "../support/expect-input-error.js";

describe("minimumDetectableEffect", () => {
  it("minimumDetectableEffect({ … }) is the effect whose power is the one asked for", () => {
    for (const options of [
      { sd: 1, n: 3 },
      { sd: [1, 3], n: [10, 30], power: 0.95 },
      { sd: 2e-9, n: 100, alpha: 0.001, power: 0.5 },
      { sd: 5, n: 12, alternative: "one-sided" },
    ] as const) {
      const { effect, power } = minimumDetectableEffect(options);
      const { power: _, ...rest } = { power, ...options };
      assertClose(testPower({ ...rest, effect: effect! }).power, power, { rel: 1e-10 });
    }
  });

  it("minimumDetectableEffect({ cv, n }) is near what R's power.t.test gives, and above it", () => {
    // R 4.2.2: power.t.test(n, sd = 1, power = 0.8, strict = TRUE)$delta
    for (const [n, delta] of [
      [5, 2.024439339],
      [16, 1.023663744],
      [50, 0.5658822438],
    ] as const) {
      const { relativeEffect } = minimumDetectableEffect({ cv: 0.1, n });
      expect(relativeEffect! / (0.1 * delta)).toBeGreaterThan(1);
      expect(relativeEffect! / (0.1 * delta)).toBeLessThan(1 + 0.7 / n ** 1.5);
    }
  });

  it("minimumDetectableEffect({ pilot }) scales with the unit", () => {
    const pilot = [101, 99, 100, 104, 97, 100, 102, 98, 101, 99];
    const { effect, relativeEffect } = minimumDetectableEffect({ pilot });
    const scaled = minimumDetectableEffect({ pilot: pilot.map((value) => 1e-9 * value) });
    assertClose([scaled.effect, scaled.relativeEffect], [1e-9 * effect!, relativeEffect]);
    assertClose(relativeEffect, effect! / 100.1);
  });

  it("minimumDetectableEffect({ test }) by simulation lies near the exact one", () => {
    const exact = minimumDetectableEffect({ sd: 1, n: 20 }).effect!;
    const result = minimumDetectableEffect({ sd: 1, n: 20, test: "mann-whitney", simulations: 1000 });
    expect(result.effect! / exact).toBeGreaterThan(0.95);
    expect(result.effect! / exact).toBeLessThan(1.15);
    // The step of simulated power that reaches 0.8.
    expect(result.monteCarloError).toBeCloseTo(Math.sqrt(0.16 / 1000), 3);
  });

  it("minimumDetectableEffect(too few) says that nothing would be found", () => {
    const result = minimumDetectableEffect({ cv: 0.1, n: 3, test: "mann-whitney", simulations: 100 });
    expect(result).toMatchObject({ effect: null, relativeEffect: null, monteCarloError: null });
    expect(result.warnings).toMatchObject([{ code: "unreachable-power" }]);
    const constant = minimumDetectableEffect({ pilot: Array(10).fill(3) });
    expect(constant).toMatchObject({ effect: null, relativeEffect: null });
    expect(constant.warnings).toMatchObject([{ code: "no-variation" }]);
  });

  it("minimumDetectableEffect(bad) says what is wrong", () => {
    const refuse = (options: MinimumDetectableEffectOptions, argument: string, problem: RegExp) =>
      expectInputError(() => minimumDetectableEffect(options), "minimumDetectableEffect", argument, problem);
    refuse({ sd: 1 }, "n", /got none/);
    for (const power of [0, 1, 0.05, 80]) {
      refuse({ sd: 1, n: 5, power }, "power", /between alpha \(0.05\) and 1/);
    }
  });
});
