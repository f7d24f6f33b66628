import { describe, expect, it } from "vitest";
import { requiredSampleSize } from "../../src/stats/required-sample-size.js";
import { testPower } from "../../src/stats/test-power.js";
import { expectInputError } from "../support/expect-input-error.js";

describe("requiredSampleSize", () => {
  it("requiredSampleSize({ … }) is the smallest n whose power suffices", () => {
    for (const options of [
      { cv: 0.118, relativeEffect: 0.05 },
      { sd: 1, effect: 3 },
      { sd: [1, 4], effect: 2, alpha: 0.01, power: 0.95 },
      { sd: 1, effect: 0.01 },
      { sd: 1e-9, effect: 1e-9, alternative: "one-sided" },
    ] as const) {
      const { n, attainedPower, power } = requiredSampleSize(options);
      const { power: _, ...rest } = { power, ...options };
      expect(attainedPower).toBe(testPower({ ...rest, n: n! }).power);
      expect(attainedPower).toBeGreaterThanOrEqual(power);
      expect(testPower({ ...rest, n: n! - 1 }).power).toBeLessThan(power);
    }
    expect(requiredSampleSize({ sd: 1, effect: 100 })).toMatchObject({ n: 2 });
  });

  it("requiredSampleSize({ sd, effect }) is R's power.t.test for many values, a little more for few", () => {
    // R 4.2.2: power.t.test(delta, sd = 1, power = 0.8, strict = TRUE)$n is 63.77 for 0.5 and 5.09 for 2.
    expect(requiredSampleSize({ sd: 1, effect: 0.5 }).n).toBe(64);
    expect(requiredSampleSize({ sd: 1, effect: 2 }).n).toBe(6);
  });

  it("requiredSampleSize({ test }) by simulation reports its error", () => {
    const result = requiredSampleSize({
      cv: 0.1,
      relativeEffect: 0.1,
      test: "mann-whitney",
      simulations: 1000,
    });
    expect(Math.abs(result.n! - (17 * Math.PI) / 3)).toBeLessThan(3);
    expect(result.monteCarloError).toBeCloseTo(0.0125, 3);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  it("requiredSampleSize(out of reach) says so", () => {
    const result = requiredSampleSize({ cv: 0.5, relativeEffect: 1e-6 });
    expect(result).toMatchObject({ n: null, attainedPower: null });
    expect(result.warnings).toMatchObject([{ code: "too-many-values", message: /10000000/ }]);
    const constant = requiredSampleSize({ pilot: Array(10).fill(3), effect: 1 });
    expect(constant).toMatchObject({ n: null, attainedPower: null });
    expect(constant.warnings).toMatchObject([{ code: "no-variation" }]);
  });

  it("requiredSampleSize(bad) says what is wrong", () => {
    expectInputError(() => requiredSampleSize({ sd: 1 }), "requiredSampleSize", "options", /"effect"/);
    expectInputError(
      () => requiredSampleSize({ sd: 1, effect: 1, power: 1 }),
      "requiredSampleSize",
      "power",
      /got 1/,
    );
  });
});
