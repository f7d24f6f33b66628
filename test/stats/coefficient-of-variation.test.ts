import { describe, expect, it } from "vitest";
import { createSample } from "../../src/core/sample.js";
import { coefficientOfVariation } from "../../src/stats/coefficient-of-variation.js";
import { assertClose } from "../support/assert-close.js";
import { expectInputError } from "../support/expect-input-error.js";
import { reference } from "../support/reference.js";
import { expectUnchanged } from "../support/unchanged.js";

interface Reference {
  readonly cases: readonly {
    readonly values: readonly number[];
    readonly expected: { readonly cv: number; readonly cvPopulation: number };
  }[];
}

describe("coefficientOfVariation", () => {
  it.each(reference<Reference>("describe").cases)(
    "coefficientOfVariation(values) agrees with exact arithmetic, case %#",
    ({ values, expected }) => {
      assertClose(coefficientOfVariation(values).estimate, expected.cv);
      assertClose(coefficientOfVariation(values, { ddof: 0 }).estimate, expected.cvPopulation);
    },
  );

  it("coefficientOfVariation(sample) shows what it is made of", () => {
    const sample = createSample({ benchmark: "b", unit: "ms", runs: [[9, 10, 11]] });
    assertClose(coefficientOfVariation(sample), {
      method: "coefficient-of-variation",
      estimate: 0.1,
      mean: 10,
      sd: 1,
      ddof: 1,
      n: 3,
      unit: "ms",
      warnings: [],
    });
  });

  it("coefficientOfVariation(c · values) is that of values, with a positive sign", () => {
    const values = [3, 1, 4, 1.5, 9];
    const { estimate } = coefficientOfVariation(values);
    for (const factor of [1e-9, -1, 7, 1e12]) {
      assertClose(coefficientOfVariation(values.map((value) => factor * value)).estimate, estimate);
    }
  });

  it("coefficientOfVariation(values) warns when values lie on both sides of zero", () => {
    expect(coefficientOfVariation([-1, 5]).warnings).toMatchObject([{ code: "both-signs" }]);
    expect(coefficientOfVariation([0, 5]).warnings).toEqual([]);
  });

  it("coefficientOfVariation(values) leaves its input as it is", () => {
    expectUnchanged([3, 1, 2], coefficientOfVariation);
  });

  it("coefficientOfVariation(bad) says what is wrong", () => {
    const name = "coefficientOfVariation";
    expectInputError(() => coefficientOfVariation([]), name, "values", /2 values, got 0/);
    expectInputError(() => coefficientOfVariation([7]), name, "values", /2 values, got 1/);
    expectInputError(() => coefficientOfVariation([-1, 1]), name, "values", /mean other than zero.*sd/);
    expectInputError(() => coefficientOfVariation([1, Number.NaN]), name, "values[1]", /NaN/);
    expectInputError(() => coefficientOfVariation([1, 2], { ddof: 2 as never }), name, "ddof", /0, 1, got 2/);
  });
});
