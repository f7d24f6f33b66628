import { describe, expect, it } from "vitest";
import { createSample } from "../../src/core/sample.js";
import { stream } from "../../src/random/stream.js";
import { effectiveSampleSize } from "../../src/stats/effective-sample-size.js";
import { assertClose } from "../support/assert-close.js";
import { autoregression } from "../support/autoregression.js";
import { expectInputError } from "../support/expect-input-error.js";
import { normalValues } from "../support/normal-values.js";
import { reference } from "../support/reference.js";
import { expectUnchanged } from "../support/unchanged.js";

interface Reference {
  readonly cases: readonly {
    readonly values: readonly number[];
    /** Times n, by Geyer's initial monotone sequence. */
    readonly varianceOfMean: number | null;
  }[];
}

const values = [1, 2, 2, 3, 3, 2, 2, 1, 1, 2, 3, 3];

describe("effectiveSampleSize", () => {
  it("effectiveSampleSize(values) agrees with R's mcmc up to its own caps", () => {
    let capped = 0;
    for (const { values, varianceOfMean } of reference<Reference>("series").cases) {
      if (varianceOfMean === null) continue;
      const n = values.length;
      const center = values.reduce((sum, value) => sum + value, 0) / n;
      const variance = values.reduce((sum, value) => sum + (value - center) ** 2, 0) / n;
      const time = varianceOfMean / variance;
      if (time < 1) capped++;
      // 1e-8: with values around 1e12 the mean itself has no more digits to give.
      assertClose(effectiveSampleSize(values).autocorrelationTime, Math.max(1, time), { rel: 1e-8 });
    }
    expect(capped).toBeGreaterThan(0);
  });

  it("effectiveSampleSize(values) reports everything that it found", () => {
    const result = effectiveSampleSize(createSample({ benchmark: "b", unit: "ms", runs: [values] }));
    expect(result).toEqual({
      method: "effective-sample-size",
      estimate: expect.any(Number),
      autocorrelationTime: expect.closeTo(12 / result.estimate!, 12),
      standardError: expect.any(Number),
      lags: expect.any(Number),
      n: 12,
      unit: "ms",
      warnings: [{ code: "few-independent-values", message: expect.any(String) }],
    });
    const joined = effectiveSampleSize(createSample({ benchmark: "b", runs: [values, values] }));
    expect(joined.warnings).toMatchObject([{ code: "joined-runs" }]);
  });

  it("effectiveSampleSize(AR(1) series) is near n · (1 − φ) / (1 + φ)", () => {
    const rng = stream(1, "autoregression");
    for (const weight of [0, 0.5, 0.9]) {
      const n = 20_000;
      const expected = (n * (1 - weight)) / (1 + weight);
      // Two tenths: several standard errors of the sum of autocorrelations.
      assertClose(effectiveSampleSize(autoregression(rng, n, weight)).estimate, expected, { rel: 0.2 });
    }
  });

  it("effectiveSampleSize(AR(1) series).standardError is that of the mean", () => {
    const rng = stream(2, "standard error");
    let squares = 0;
    let claimed = 0;
    for (let round = 0; round < 1000; round++) {
      const series = autoregression(rng, 400, 0.7);
      squares += (series.reduce((sum, value) => sum + value, 0) / 400) ** 2;
      claimed += effectiveSampleSize(series).standardError! ** 2;
    }
    // A Monte Carlo standard error is 4 %; short series claim some 5 % too little.
    expect(claimed / squares).toBeGreaterThan(0.8);
    expect(claimed / squares).toBeLessThan(1.15);
  });

  it("effectiveSampleSize(c · values + d) changes the standard error alone", () => {
    const { standardError, ...rest } = effectiveSampleSize(values);
    const moved = effectiveSampleSize(values.map((value) => 5 - 1024 * value));
    assertClose(moved, { ...rest, standardError: 1024 * standardError! }, { rel: 1e-10 });
  });

  it("effectiveSampleSize(alternating values) is n, not more", () => {
    expect(effectiveSampleSize([1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2]).estimate).toBe(12);
    expect(effectiveSampleSize(normalValues(stream(3, "n"), 50, 0, 1)).estimate).toBeLessThanOrEqual(50);
  });

  it("effectiveSampleSize(a trend) is small, and says so", () => {
    const trend = Array.from({ length: 100 }, (_, i) => i);
    const { estimate, warnings } = effectiveSampleSize(trend);
    expect(estimate).toBeLessThan(5);
    expect(warnings).toMatchObject([{ code: "few-independent-values" }]);
  });

  it("effectiveSampleSize(values that do not vary) claims nothing", () => {
    expect(effectiveSampleSize([0.1, 0.1, 0.1, 0.1])).toMatchObject({
      estimate: null,
      autocorrelationTime: null,
      standardError: null,
      warnings: [{ code: "no-variation" }],
    });
  });

  it("effectiveSampleSize(values) leaves its input as it is", () => {
    expectUnchanged(values, (input) => effectiveSampleSize(input));
  });

  it("effectiveSampleSize(bad) says what is wrong", () => {
    expectInputError(
      () => effectiveSampleSize([1, 2, 3]),
      "effectiveSampleSize",
      "values",
      /4 values, got 3/,
    );
    expectInputError(
      () => effectiveSampleSize([1, 2, 3, Number.NaN]),
      "effectiveSampleSize",
      "values[3]",
      /NaN/,
    );
  });
});
