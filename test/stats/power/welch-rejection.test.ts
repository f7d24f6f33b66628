import { describe, expect, it } from "vitest";
import type { PowerAlternative } from "../../../src/stats/power/rejection.js";
import { welchRejection } from "../../../src/stats/power/welch-rejection.js";
import { assertClose } from "../../support/assert-close.js";
import { reference } from "../../support/reference.js";

interface PowerReference {
  readonly cases: readonly {
    readonly n: readonly [number, number];
    readonly sd: readonly [number, number];
    readonly alpha: number;
    readonly alternative: PowerAlternative;
    readonly effect: number;
    readonly power: number;
  }[];
  readonly equal: readonly {
    readonly n: number;
    readonly alpha: number;
    readonly effect: number;
    readonly power: number;
  }[];
}

const { cases, equal } = reference<PowerReference>("welch-power");

describe("welchRejection", () => {
  it("welchRejection(n, sds)(effect) agrees with the integral over both variances", () => {
    for (const { n, sd, alpha, alternative, effect, power } of cases) {
      const chance = welchRejection(n, sd, alpha, alternative)(effect);
      assertClose(chance, { power, monteCarloError: null }, { rel: 1e-11 });
    }
  });

  it.each(equal)(
    "welchRejection([$n, $n], [1, 1])($effect) is close to the power of the test of equal variances",
    ({ n, alpha, effect, power }) => {
      const welch = welchRejection([n, n], [1, 1], alpha, "two-sided")(effect).power;
      expect(Math.abs(welch - power)).toBeLessThan(0.04 / n);
      expect(welch).toBeLessThan(power);
    },
  );

  it("welchRejection(n, sds)(0) is the size of the test, near alpha", () => {
    assertClose(welchRejection([30, 30], [1, 2], 0.05, "two-sided")(0).power, 0.05, { rel: 0.01 });
    assertClose(welchRejection([30, 30], [1, 2], 0.05, "one-sided")(0).power, 0.05, { rel: 0.01 });
    // Few values: Welch's test is cautious.
    expect(welchRejection([3, 3], [1, 1], 0.05, "two-sided")(0).power).toBeLessThan(0.04);
  });

  it("welchRejection(n, sds) does not mind the unit, nor which side is which", () => {
    const { power } = welchRejection([5, 9], [1, 3], 0.05, "two-sided")(4);
    assertClose(welchRejection([5, 9], [1e-9, 3e-9], 0.05, "two-sided")(4e-9).power, power);
    assertClose(welchRejection([5, 9], [1e12, 3e12], 0.05, "two-sided")(4e12).power, power);
    assertClose(welchRejection([9, 5], [3, 1], 0.05, "two-sided")(4).power, power);
  });

  it("welchRejection(n, [sd, 0]) is Student's test of one sample", () => {
    const { power } = welchRejection([8, 5], [2, 0], 0.05, "two-sided")(3);
    // R 4.2.2: power.t.test(n = 8, delta = 3, sd = 2, type = "one.sample", strict = TRUE)$power
    assertClose(power, 0.950951816150563, { rel: 1e-10 });
  });
});
