import { describe, expect, it } from "vitest";
import { createSample } from "../../src/core/sample.js";
import { stream } from "../../src/random/stream.js";
import { autocorrelation } from "../../src/stats/autocorrelation.js";
import { assertClose } from "../support/assert-close.js";
import { autoregression } from "../support/autoregression.js";
import { expectInputError } from "../support/expect-input-error.js";
import { normalValues } from "../support/normal-values.js";
import { reference } from "../support/reference.js";
import { expectUnchanged } from "../support/unchanged.js";

interface Reference {
  readonly cases: readonly {
    readonly values: readonly number[];
    readonly acf: readonly number[];
    readonly tests: readonly { readonly lags: number; readonly statistic: number; readonly p: number }[];
  }[];
}

const values = [3, 1, 4, 1, 5, 9, 2, 6];

describe("autocorrelation", () => {
  it.each(reference<Reference>("series").cases)(
    "autocorrelation(values) agrees with R, case %#",
    ({ values, acf, tests }) => {
      // 1e-12 absolute: estimates near zero are differences of larger terms.
      assertClose(autocorrelation(values).estimate, acf, { rel: 1e-10, abs: 1e-12 });
      for (const { lags, ...expected } of tests) {
        const { statistic, p } = autocorrelation(values, { lags });
        assertClose({ statistic, p }, expected, { rel: 1e-10 });
      }
    },
  );

  it("autocorrelation(values) reports everything that it was asked and found", () => {
    const result = autocorrelation(values, { lags: 2, confidence: 0.9 });
    expect(result).toEqual({
      method: "autocorrelation",
      estimate: [1, expect.any(Number), expect.any(Number)],
      lags: 2,
      band: [expect.closeTo(-1.6448536 / Math.sqrt(8), 6), expect.closeTo(1.6448536 / Math.sqrt(8), 6)],
      confidence: 0.9,
      statistic: expect.any(Number),
      df: 2,
      p: expect.any(Number),
      n: 8,
      warnings: [],
    });
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    expect(autocorrelation(values)).toMatchObject({ lags: 7, df: 1 });
    expect(autocorrelation([...values, ...values, ...values])).toMatchObject({ lags: 13, df: 4 });
    const joined = autocorrelation(createSample({ benchmark: "b", runs: [values, values] }));
    expect(joined).toMatchObject({ n: 16, warnings: [{ code: "joined-runs" }] });
  });

  it("autocorrelation(c · values + d) and of reversed values are the same", () => {
    const { estimate, p } = autocorrelation(values);
    assertClose(autocorrelation(values.map((value) => 1e6 - 1024 * value)).estimate, estimate, { rel: 1e-9 });
    assertClose(autocorrelation(values.toReversed()).p, p);
  });

  it("autocorrelation(independent values) rejects independence as often as it says", () => {
    const rng = stream(1, "independent");
    const rounds = 2000;
    let rejected = 0;
    for (let round = 0; round < rounds; round++) {
      if (autocorrelation(normalValues(rng, 60, 0, 1), { lags: 5 }).p! < 0.05) rejected++;
    }
    // Four Monte Carlo standard errors, and 0.01 since the test takes a large sample.
    expect(Math.abs(rejected / rounds - 0.05)).toBeLessThan(0.01 + 4 * Math.sqrt((0.05 * 0.95) / rounds));
  });

  it("autocorrelation(strongly dependent values) has a small p, never 0", () => {
    const dependent = autoregression(stream(2, "dependent"), 3000, 0.99);
    const { estimate, p } = autocorrelation(dependent);
    expect(estimate![1]).toBeGreaterThan(0.9);
    expect(p).toBeLessThan(1e-300);
    expect(p).toBeGreaterThan(0);
  });

  it("autocorrelation(values that do not vary) claims nothing", () => {
    expect(autocorrelation([0.1, 0.1, 0.1])).toMatchObject({
      estimate: null,
      statistic: null,
      p: null,
      warnings: [{ code: "no-variation" }],
    });
  });

  it("autocorrelation(values) leaves its input as it is", () => {
    expectUnchanged(values, (input) => autocorrelation(input));
  });

  it("autocorrelation(bad) says what is wrong", () => {
    expectInputError(() => autocorrelation([1, 2]), "autocorrelation", "values", /3 values, got 2/);
    expectInputError(() => autocorrelation([1, 2, Number.NaN]), "autocorrelation", "values[2]", /NaN/);
    for (const lags of [0, 8, 1.5, Number.NaN]) {
      expectInputError(() => autocorrelation(values, { lags }), "autocorrelation", "lags", /1 to 7, got/);
    }
    expectInputError(() => autocorrelation(values, { confidence: 1 }), "autocorrelation", "confidence", /1/);
  });
});
