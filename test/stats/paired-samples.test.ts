import { describe, expect, it } from "vitest";
import { createSample } from "../../src/core/sample.js";
import { checkPairs } from "../../src/stats/paired-samples.js";
import { checkTwoSamples } from "../../src/stats/two-samples.js";
import { expectInputError } from "../support/expect-input-error.js";

const sample = (unit: string, ...runs: number[][]) => createSample({ benchmark: "b", unit, runs });

describe("checkTwoSamples and checkPairs", () => {
  it("checkTwoSamples(name, baseline, candidate, minimum) gathers sizes, unit and warnings", () => {
    const { n, unit, warnings } = checkTwoSamples("f", sample("ms", [1], [2, 3]), [4], 1);
    expect({ n, unit, codes: warnings.map(({ code }) => code) }).toEqual({
      n: [3, 1],
      unit: "ms",
      codes: ["pooled-runs"],
    });
    expectInputError(() => checkTwoSamples("f", [1], [4, 5], 2), "f", "baseline", /got 1/);
  });

  it("checkPairs(name, baseline, candidate, minimum) subtracts pair by pair", () => {
    const { differences, rounding } = checkPairs("f", [1, 2, -8], [4, 2, -9], 1);
    expect([...differences]).toEqual([3, 0, -1]);
    expect(rounding).toBe(4 * Number.EPSILON * 9);
  });

  it("checkPairs(name, sample, values, minimum) takes values run after run", () => {
    expect([...checkPairs("f", sample("ms", [1, 2], [3]), [1, 1, 1], 1).differences]).toEqual([0, -1, -2]);
    const other = sample("ms", [2], [4, 6]);
    expectInputError(
      () => checkPairs("f", sample("ms", [1, 2], [3]), other, 1),
      "f",
      "candidate",
      /got 1, 2/,
    );
    expectInputError(() => checkPairs("f", [1, 2], [1], 1), "f", "candidate", /\(2\), one a pair, got 1/);
  });
});
