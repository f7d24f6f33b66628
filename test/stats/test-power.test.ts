import { describe, expect, it } from "vitest";
import { createSample } from "../../src/core/sample.js";
import { resolvePower } from "../../src/stats/power/options.js";
import { resolveSizes } from "../../src/stats/power/sizes.js";
import { type TestPowerOptions, testPower } from "../../src/stats/test-power.js";
import { assertClose } from "../support/assert-close.js";
import { expectInputError } from "../support/expect-input-error.js";
import { expectUnchanged } from "../support/unchanged.js";

describe("testPower", () => {
  it("testPower({ cv, n, relativeEffect }) reports everything that it was asked and found", () => {
    const result = testPower({ cv: 0.05, n: 16, relativeEffect: 0.05 });
    assertClose(
      { ...result, power: 0 },
      {
        method: "test-power",
        power: 0,
        monteCarloError: null,
        effect: null,
        relativeEffect: 0.05,
        n: [16, 16],
        test: "welch",
        alpha: 0.05,
        alternative: "two-sided",
        simulations: null,
        seed: null,
        sd: null,
        cv: [0.05, 0.05],
        unit: null,
        warnings: [],
      },
    );
    assertClose(result.power, testPower({ sd: 5, n: 16, effect: 5 }).power);
  });

  it("testPower({ pilot }) takes spread, size, mean and unit from the pilot", () => {
    const runs = [[98, 100, 102, 99, 101, 97, 103, 100, 98, 102]];
    const pilot = createSample({ benchmark: "b", unit: "ms", runs });
    const result = testPower({ pilot, relativeEffect: 0.02 });
    const sd = Math.sqrt(36 / 9);
    assertClose(
      [result.effect, result.relativeEffect, result.sd, result.cv, result.n, result.unit],
      [2, 0.02, [sd, sd], [sd / 100, sd / 100], [10, 10], "ms"],
    );
    assertClose(result.power, testPower({ sd, n: 10, effect: 2 }).power);
    assertClose(testPower({ pilot, effect: 2 }), result);
    const pair = testPower({ pilot: [pilot, [90, 110, 120]], effect: 2 });
    expect(pair.n).toEqual([10, 3]);
    expect(pair.warnings).toMatchObject([{ code: "uncertain-spread", message: /3 values .* 50 %/ }]);
  });

  it("testPower({ test: mann-whitney }) is 3/π as efficient as Welch for normal values", () => {
    const simulated = testPower({
      sd: 1,
      n: 40,
      effect: 0.6,
      test: "mann-whitney",
      simulations: 4000,
      seed: 5,
    });
    const fewer = testPower({ sd: 1, n: Math.round((40 * 3) / Math.PI), effect: 0.6 }).power!;
    expect(Math.abs(simulated.power! - fewer)).toBeLessThan(4 * simulated.monteCarloError! + 0.01);
    expect(simulated).toMatchObject({ test: "mann-whitney", simulations: 4000, seed: 5 });
  });

  it("testPower({ pilot without variation }) claims nothing", () => {
    const result = testPower({ pilot: Array(12).fill(5), effect: 1 });
    expect(result).toMatchObject({ power: null, monteCarloError: null });
    expect(result.warnings).toMatchObject([{ code: "no-variation" }]);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  it("testPower({ pilot }) leaves the pilot as it is", () => {
    expectUnchanged([3, 1, 2, 7], (pilot) =>
      testPower({ pilot, effect: 2, test: "mann-whitney", simulations: 100 }),
    );
  });

  it("testPower(bad) says what is wrong", () => {
    const refuse = (options: object, argument: string, problem: RegExp) =>
      expectInputError(() => testPower(options as TestPowerOptions), "testPower", argument, problem);
    refuse({ n: 5, effect: 1 }, "options", /one of "sd", "cv" and "pilot", got 0/);
    refuse({ sd: 1, cv: 1, n: 5, effect: 1 }, "options", /got 2/);
    for (const sd of [0, -1, Number.NaN, Infinity, [1], [0, 0], [1, -1], "1"]) {
      refuse({ sd, n: 5, effect: 1 }, "sd", /above 0/);
    }
    refuse({ cv: -0.1, n: 5, relativeEffect: 1 }, "cv", /got -0.1/);
    refuse({ pilot: [1], effect: 1 }, "pilot", /2 values, got 1/);
    refuse({ pilot: [[1, 2], [3]], effect: 1 }, "pilot[1]", /2 values, got 1/);
    refuse({ sd: 1, effect: 1 }, "n", /size of the samples/);
    refuse({ sd: 1, n: 1, effect: 1 }, "n", /2 to 10000000, got 1/);
    refuse({ sd: 1, n: [5, 2.5], effect: 1 }, "n", /got 2.5/);
    refuse({ sd: 1, n: 5 }, "options", /either "effect" or "relativeEffect"/);
    refuse({ sd: 1, n: 5, effect: 0 }, "effect", /above 0, got 0/);
    refuse({ cv: 1, n: 5, effect: 1 }, "effect", /"relativeEffect" with "cv"/);
    refuse({ sd: 1, n: 5, relativeEffect: 1 }, "relativeEffect", /needs "cv"/);
    refuse({ pilot: [-1, 1], relativeEffect: 1 }, "relativeEffect", /mean above zero/);
    refuse({ sd: 1, n: 5, effect: 1, alpha: 0 }, "alpha", /between 0 and 1, got 0/);
    refuse({ sd: 1, n: 5, effect: 1, alternative: "less" }, "alternative", /"one-sided"/);
    refuse({ sd: 1, n: 5, effect: 1, test: "t" }, "test", /"mann-whitney"/);
    refuse({ sd: 1, n: 5, effect: 1, simulations: 10 }, "simulations", /100 to/);
    refuse({ sd: 1, n: 5, effect: 1, seed: 0.5 }, "seed", /whole number/);
    expect(resolveSizes("f", [3, 4], resolvePower("f", { sd: 1 }).noise)).toEqual([3, 4]);
  });
});
