import { describe, expect, it } from "vitest";
import { checkMeasurements, commonUnit, type Measurements } from "../../src/core/measurements.js";
import { createSample } from "../../src/core/sample.js";
import { expectInputError } from "../support/expect-input-error.js";

describe("measurements", () => {
  it("checkMeasurements(f, argument, values, minimum) gives finite values without copying typed ones", () => {
    const typed = Float64Array.of(1, 2);
    expect(checkMeasurements("f", "values", typed, 2)).toEqual({ values: typed, unit: null, warnings: [] });
    expect(checkMeasurements("f", "values", typed, 2).values).toBe(typed);
    expect(checkMeasurements("f", "values", [3], 1).values).toEqual(Float64Array.of(3));
  });

  it("checkMeasurements(f, argument, sample, minimum) pools runs and says so", () => {
    const sample = createSample({ benchmark: "b", unit: "ms", runs: [[1, 2], [3]] });
    const checked = checkMeasurements("f", "baseline", sample, 3);
    expect(checked).toMatchObject({ values: Float64Array.of(1, 2, 3), unit: "ms" });
    expect(checked.warnings).toMatchObject([
      { code: "pooled-runs", message: expect.stringMatching(/2 runs/) },
    ]);
  });

  it("checkMeasurements(f, argument, bad, minimum) names the value that is wrong", () => {
    const check = (input: unknown, minimum: number) => () =>
      checkMeasurements("f", "values", input as never, minimum);
    expectInputError(check([], 1), "f", "values", /at least one value, got 0/);
    expectInputError(check([1], 2), "f", "values", /at least 2 values, got 1/);
    expectInputError(check([1, Number.NaN], 1), "f", "values[1]", /finite number, got NaN/);
    expectInputError(check(Float64Array.of(1, Number.POSITIVE_INFINITY), 1), "f", "values[1]", /Infinity/);
    expectInputError(check([1, -1e200], 1), "f", "values[1]", /up to 1e\+150, got -1e\+200/);
    expectInputError(check([1, null], 1), "f", "values[1]", /got null/);
    expectInputError(check(["1"], 1), "f", "values[0]", /got "1"/);
    for (const input of [null, undefined, 5, "1 2", {}, new Map()]) {
      expectInputError(check(input, 1), "f", "values", /array of numbers or a sample/);
    }
  });

  it("checkMeasurements(f, argument, values or differences too small to square, minimum) asks for another unit", () => {
    const check = (input: Measurements) => () => checkMeasurements("f", "values", input, 1);
    expectInputError(
      check([1e-200, 2e-200, 0]),
      "f",
      "values",
      /1e-150 or more.*none above 2e-200; use a smaller unit/,
    );
    expectInputError(check([5e-324]), "f", "values", /none above 5e-324/);
    expectInputError(
      check([1e-140, 1e-140 * (1 + 2 ** -52)]),
      "f",
      "values",
      /a range of \S+e-156; use a smaller unit/,
    );
    expectInputError(check([1e151]), "f", "values[0]", /use a larger unit/);
    for (const good of [[0, 0], [1e-150], [1e-200, 1], [-2e-150, 0], [1e150, -1e150]]) {
      expect(check(good)().values).toEqual(Float64Array.from(good));
    }
  });

  it("checkMeasurements(f, argument, sample of other than numbers, minimum) names run and value", () => {
    const check = (runs: unknown) => () => checkMeasurements("f", "values", { runs } as never, 1);
    expectInputError(check([["1", "2"], ["3"]]), "f", "values.runs[0][0]", /finite number, got "1"/);
    expectInputError(check([[1], [2, Number.NaN]]), "f", "values.runs[1][1]", /got NaN/);
    expectInputError(check([[1], null]), "f", "values.runs[1]", /array of numbers, got null/);
    expectInputError(check([[1], Float32Array.of(1)]), "f", "values.runs[1]", /Float32Array of 1/);
    expectInputError(check(new Array(1)), "f", "values.runs[0]", /got undefined/);
    expectInputError(check([]), "f", "values", /at least one value, got 0/);
  });

  it("commonUnit(f, argument, units) is the one unit there is", () => {
    expect(commonUnit("f", "candidate", [null, null])).toBeNull();
    expect(commonUnit("f", "candidate", ["ms", null])).toBe("ms");
    expect(commonUnit("f", "candidate", [null, "ms"])).toBe("ms");
    expect(commonUnit("f", "candidate", ["ms", "ms"])).toBe("ms");
    expectInputError(
      () => commonUnit("f", "candidate", ["ms", "s"]),
      "f",
      "candidate",
      /"ms" and "s"; convert/,
    );
  });
});
