import { describe, expect, it } from "vitest";
import { createSample } from "../../../src/core/sample.js";
import { checkRuns, type Runs } from "../../../src/stats/runs/run-values.js";
import { expectInputError } from "../../support/expect-input-error.js";

const sample = (benchmark: string, unit: string, ...runs: number[][]) =>
  createSample({ benchmark, unit, runs });

describe("checkRuns", () => {
  it("checkRuns(f, a, runs) takes a sample, arrays, and samples among arrays", () => {
    expect(checkRuns("f", "a", sample("b", "ms", [1, 2], [3]))).toEqual({
      runs: [Float64Array.of(1, 2), Float64Array.of(3)],
      unit: "ms",
    });
    expect(checkRuns("f", "a", [[1], Float64Array.of(2, 3), sample("b", "ms", [4], [5])])).toEqual({
      runs: [Float64Array.of(1), Float64Array.of(2, 3), Float64Array.of(4), Float64Array.of(5)],
      unit: "ms",
    });
  });

  it("checkRuns(f, a, bad) says what is wrong", () => {
    const call = (runs: unknown) => () => checkRuns("f", "a", runs as Runs);
    expectInputError(call([]), "f", "a", /got none/);
    expectInputError(call([1, 2]), "f", "a", /one array of values a run/);
    expectInputError(call(Float64Array.of(1)), "f", "a", /one array of values a run/);
    expectInputError(call(null), "f", "a", /one array of values a run/);
    expectInputError(call([[1], [2, Number.NaN]]), "f", "a[1][1]", /NaN/);
    const broken = { ...sample("b", "ms", [1], [2]), runs: [Float64Array.of(1), Float64Array.of()] };
    expectInputError(call(broken), "f", "a.runs[1]", /got 0/);
    expectInputError(
      call([sample("b", "ms", [1]), sample("c", "ms", [1])]),
      "f",
      "a",
      /"b".*"c".*once for each/,
    );
    expectInputError(call([sample("b", "ms", [1]), sample("b", "s", [1])]), "f", "a", /"ms" and "s"/);
  });
});
