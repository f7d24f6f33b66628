import { describe, expect, it } from "vitest";
import { checkNumbers } from "../../src/core/check-numbers.js";
import { expectInputError } from "../support/expect-input-error.js";

describe("checkNumbers", () => {
  it("checkNumbers(f, argument, values) copies arrays only", () => {
    const typed = Float64Array.of(1, 2);
    expect(checkNumbers("f", "values", typed)).toBe(typed);
    expect(checkNumbers("f", "values", [1, -0])).toEqual(Float64Array.of(1, -0));
  });

  it("checkNumbers(f, argument, bad) names the value that is wrong, and other arrays with the remedy", () => {
    const check = (input: unknown) => () => checkNumbers("f", "values", input as never);
    const hole = new Array(1).concat(2);
    for (const [input, problem] of [
      [[1n], /got 1n/],
      [["1"], /got "1"/],
      [hole, /got undefined/],
      [[Symbol("s")], /got Symbol\(s\)/],
      [Float64Array.of(Number.NaN), /got NaN/],
    ] as const) {
      expectInputError(check(input), "f", "values[0]", problem);
    }
    expectInputError(check(null), "f", "values", /array of numbers, got null$/);
    for (const input of [Float32Array.of(1), Int32Array.of(1), BigInt64Array.of(1n)]) {
      expectInputError(
        check(input),
        "f",
        "values",
        /got an? \w+Array of 1; .*Float64Array\.from\(values, Number\)$/,
      );
      expect(Float64Array.from(input as never, Number)).toEqual(Float64Array.of(1));
    }
  });
});
