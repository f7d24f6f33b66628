import { describe, expect, it } from "vitest";
import { createSample } from "../../src/core/sample.js";
import { stream } from "../../src/random/stream.js";
import { medianInterval } from "../../src/stats/median-interval.js";
import { expectInputError } from "../support/expect-input-error.js";
import { normalValues } from "../support/normal-values.js";
import { expectUnchanged } from "../support/unchanged.js";

const values = [12, 10, 11, 15, 14, 13];

describe("medianInterval", () => {
  it("medianInterval(values) reports everything that it was asked and found", () => {
    expect(medianInterval(values)).toEqual({
      method: "median-interval",
      estimate: 12.5,
      interval: [10, 15],
      confidence: 0.95,
      attainedConfidence: 1 - 2 / 64,
      ranks: [1, 6],
      n: 6,
      unit: null,
      warnings: [],
    });
  });

  it("medianInterval(values) takes the lower of two choices, as benchstat does", () => {
    // n = 8: one more than the seven lowest values is not needed for 95 %.
    expect(medianInterval([1, 2, 3, 4, 5, 6, 7, 8])).toMatchObject({
      interval: [1, 7],
      attainedConfidence: 1 - 1 / 256 - 9 / 256,
    });
  });

  it("medianInterval(values) covers the truth as often as attainedConfidence says", () => {
    const rng = stream(4, "coverage");
    const rounds = 4000;
    for (const n of [7, 8, 30]) {
      let covered = 0;
      let attained = 0;
      for (let round = 0; round < rounds; round++) {
        const { interval, attainedConfidence } = medianInterval(normalValues(rng, n, 5, 1));
        attained = attainedConfidence!;
        if (interval![0] <= 5 && 5 <= interval![1]) covered++;
      }
      // Four Monte Carlo standard errors.
      const error = 4 * Math.sqrt((attained * (1 - attained)) / rounds);
      expect(Math.abs(covered / rounds - attained)).toBeLessThan(error);
    }
  });

  it("medianInterval(few values) has no interval, and tells how many values would do", () => {
    for (const few of [[1], values.slice(1)]) {
      expect(medianInterval(few)).toMatchObject({
        interval: null,
        ranks: null,
        attainedConfidence: null,
        warnings: [{ code: "too-few-values", message: expect.stringMatching(/confidence 0.95; 6 values/) }],
      });
    }
    expect(medianInterval([...values, 9], { confidence: 0.99 })).toMatchObject({
      interval: null,
      warnings: [{ code: "too-few-values", message: expect.stringMatching(/; 8 values/) }],
    });
  });

  it("medianInterval(ties) says so where both bounds are one value, and claims nothing of equal values", () => {
    const tied = medianInterval([1, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 9]);
    expect(tied).toMatchObject({ interval: [5, 5], warnings: [{ code: "tied-bounds" }] });
    const equal = medianInterval(Array(20).fill(0.1));
    expect(equal).toMatchObject({ interval: null, warnings: [{ code: "no-variation" }] });
  });

  it("medianInterval(sample) carries its unit, and says that runs are pooled", () => {
    const sample = createSample({ benchmark: "b", unit: "ms", runs: [values, values] });
    expect(medianInterval(sample)).toMatchObject({ unit: "ms", n: 12, warnings: [{ code: "pooled-runs" }] });
  });

  it("medianInterval(values) leaves its input as it is", () => {
    expectUnchanged(values, (input) => medianInterval(input));
  });

  it("medianInterval(bad) says what is wrong", () => {
    expectInputError(() => medianInterval([]), "medianInterval", "values", /one value, got 0/);
    expectInputError(
      () => medianInterval([1, Number.POSITIVE_INFINITY]),
      "medianInterval",
      "values[1]",
      /Infinity/,
    );
    for (const confidence of [0, 1, 95, Number.NaN]) {
      expectInputError(
        () => medianInterval(values, { confidence }),
        "medianInterval",
        "confidence",
        /between 0 and 1/,
      );
    }
  });
});
