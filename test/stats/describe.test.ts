import { expect, it, describe as suite } from "vitest";
import { createSample } from "../../src/core/sample.js";
import { describe } from "../../src/stats/describe.js";
import { assertClose } from "../support/assert-close.js";
import { expectInputError } from "../support/expect-input-error.js";
import { reference } from "../support/reference.js";
import { expectUnchanged } from "../support/unchanged.js";

interface Reference {
  readonly cases: readonly {
    readonly values: readonly number[];
    readonly expected: Readonly<Record<string, number>>;
  }[];
}

suite("describe", () => {
  it.each(reference<Reference>("describe").cases)(
    "describe(values) agrees with exact arithmetic, case %#",
    ({ values, expected }) => {
      const { cvPopulation: _, interquartileRange, ...rest } = expected;
      const { interquartileRange: range, ...result } = describe(values);
      assertClose(result, { ...rest, method: "describe", unit: null, warnings: [] });
      // Each quartile is rounded to a double, and their difference keeps those roundings.
      const rounding = 2 * Number.EPSILON * Math.max(...values.map(Math.abs));
      assertClose(range, interquartileRange, { abs: rounding });
    },
  );

  it("describe(sample) carries its unit and says that runs are pooled", () => {
    const sample = createSample({
      benchmark: "b",
      unit: "ms",
      runs: [
        [1, 2],
        [3, 4],
      ],
    });
    expect(describe(sample)).toMatchObject({
      n: 4,
      mean: 2.5,
      unit: "ms",
      warnings: [{ code: "pooled-runs" }],
    });
  });

  it("describe([x]) knows where, but not how spread", () => {
    expect(describe([5])).toEqual({
      method: "describe",
      n: 1,
      mean: 5,
      median: 5,
      min: 5,
      max: 5,
      quartiles: [5, 5],
      interquartileRange: 0,
      mad: 0,
      sd: null,
      variance: null,
      standardError: null,
      cv: null,
      unit: null,
      warnings: [{ code: "too-few-values", message: expect.stringMatching(/twice/) }],
    });
  });

  it("describe([-1, 1]) has no coefficient of variation", () => {
    expect(describe([-1, 1])).toMatchObject({ cv: null, sd: Math.SQRT2, warnings: [{ code: "zero-mean" }] });
  });

  it("describe([0.1, 0.1, 0.1]) does not vary at all", () => {
    expect(describe([0.1, 0.1, 0.1])).toMatchObject({ mean: 0.1, sd: 0, variance: 0, cv: 0, mad: 0 });
  });

  it("describe(values) is plain JSON, ignores the order and leaves its input as it is", () => {
    const values = [3, 1, 4, 1, 5];
    expect(JSON.parse(JSON.stringify(describe(values)))).toEqual(describe(values));
    expect(describe(values.toReversed())).toEqual(describe(values));
    expectUnchanged(values, describe);
  });

  it("describe(bad) says what is wrong", () => {
    expectInputError(() => describe([]), "describe", "values", /at least one value, got 0/);
    expectInputError(() => describe([1, Number.NaN]), "describe", "values[1]", /finite number, got NaN/);
    expectInputError(() => describe([Number.POSITIVE_INFINITY]), "describe", "values[0]", /got Infinity/);
    expectInputError(() => describe(["1"] as never), "describe", "values[0]", /finite number, got "1"/);
    expectInputError(() => describe(null as never), "describe", "values", /array of numbers or a sample/);
  });
});
