import { describe, expect, it } from "vitest";
import { adjustPValues, type PValueAdjustment } from "../../src/stats/adjust-p-values.js";
import { assertClose } from "../support/assert-close.js";
import { expectInputError } from "../support/expect-input-error.js";
import { reference } from "../support/reference.js";

interface AdjustReference {
  readonly cases: readonly {
    readonly p: readonly number[];
    readonly family: number;
    readonly adjusted: Readonly<Record<PValueAdjustment, readonly number[]>>;
  }[];
}

describe("adjustPValues", () => {
  it.each(reference<AdjustReference>("adjust-p-values").cases)(
    "adjustPValues(p) agrees with R for a family of $family, case %#",
    ({ p, family, adjusted }) => {
      for (const [method, expected] of Object.entries(adjusted)) {
        const result = adjustPValues(p, { method: method as PValueAdjustment, family });
        const { warnings, ...numbers } = result;
        assertClose(numbers, { method, p: expected, unadjusted: p, family });
        expect(warnings.map(({ code }) => code)).toEqual(p.includes(0) ? ["zero-p-value"] : []);
      }
    },
  );

  it("adjustPValues(p) is Holm's step-down procedure", () => {
    const p = [0.011, 0.02, 0.02, 0.2, 0.9];
    const adjusted = adjustPValues(p).p as number[];
    for (const alpha of [0.01, 0.05, 0.06, 0.1, 0.5]) {
      let rejected = 0;
      while (rejected < p.length && p[rejected]! <= alpha / (p.length - rejected)) rejected++;
      expect(adjusted.filter((value) => value <= alpha).length).toBe(rejected);
    }
  });

  it("adjustPValues([…, null, …]) leaves out what could not be tested, and says so", () => {
    const result = adjustPValues([0.04, null, 0.01], { method: "bonferroni" });
    expect(result).toMatchObject({ p: [0.08, null, 0.02], unadjusted: [0.04, null, 0.01], family: 2 });
    expect(result.warnings).toMatchObject([{ code: "missing-p-values", message: /^1 tests/ }]);
    expect(adjustPValues([null, null]).p).toEqual([null, null]);
  });

  it("adjustPValues(p) leaves p as it is", () => {
    const p = Object.freeze([0.5, 0.1]);
    expect(adjustPValues(p).unadjusted).toEqual([0.5, 0.1]);
  });

  it("adjustPValues(bad) says what is wrong", () => {
    const call =
      (p: unknown, options: object = {}) =>
      () =>
        adjustPValues(p as number[], options);
    expectInputError(call([]), "adjustPValues", "pValues", /got none/);
    expectInputError(call(0.5), "adjustPValues", "pValues", /array/);
    for (const wrong of [1.5, -0.1, Number.NaN, "0.5", undefined]) {
      expectInputError(call([0.5, wrong]), "adjustPValues", "pValues[1]", /from 0 to 1/);
    }
    expectInputError(call([0.5], { method: "fdr" }), "adjustPValues", "method", /"holm"/);
    expectInputError(call([0.5, 0.1], { family: 1 }), "adjustPValues", "family", /2 or more, got 1/);
  });

  it("adjustPValues([0, …]) says that no test is that certain", () => {
    expect(adjustPValues([0, 0.5]).warnings.map(({ code }) => code)).toEqual(["zero-p-value"]);
    expect(adjustPValues([1e-300, 0.5]).warnings).toEqual([]);
  });
});
