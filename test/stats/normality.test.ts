import { describe, expect, it } from "vitest";
import { createSample } from "../../src/core/sample.js";
import { stream } from "../../src/random/stream.js";
import { normality } from "../../src/stats/normality.js";
import { assertClose } from "../support/assert-close.js";
import { expectInputError } from "../support/expect-input-error.js";
import { normalValues } from "../support/normal-values.js";
import { reference } from "../support/reference.js";
import { expectUnchanged } from "../support/unchanged.js";

interface Reference {
  readonly cases: readonly {
    readonly values: readonly number[];
    readonly statistic: number;
    readonly p: number;
    readonly skewness: number;
    readonly excessKurtosis: number | null;
  }[];
}

const rng = stream(1, "normality");
const normal = normalValues(rng, 200, 10, 1);
const skewed = normal.map((value) => Math.exp(value));

describe("normality", () => {
  it.each(reference<Reference>("normality").cases)("normality(values) agrees with R, case %#", (expected) => {
    const { statistic, p, skewness, excessKurtosis } = normality(expected.values);
    assertClose(statistic, expected.statistic, { rel: 1e-10 });
    // R takes p from a logarithm of 1 − W, which magnifies rounding where W is close to 1 or p is tiny.
    assertClose(p, expected.p, { rel: 1e-8, abs: 1e-14 });
    assertClose(
      { skewness, excessKurtosis },
      { skewness: expected.skewness, excessKurtosis: expected.excessKurtosis },
      { rel: 1e-8, abs: 1e-10 },
    );
  });

  it("normality(normal) is quiet, normality(log-normal) names the tail", () => {
    expect(normality(normal).warnings).toEqual([]);
    expect(normality(skewed)).toMatchObject({
      method: "shapiro-wilk",
      alpha: 0.05,
      warnings: [{ code: "not-normal", message: expect.stringMatching(/upper tail/) }],
    });
    expect(normality(skewed.map((value) => -value)).warnings[0]!.message).toMatch(/lower tail/);
    expect(normality(normalValues(rng, 200, 0, 1).map((value) => value ** 3)).warnings[0]!.message).toMatch(
      /tail/,
    );
  });

  it("normality(normal values).p is below 0.05 in about 5 % of samples", () => {
    const rounds = 1000;
    const low = Array.from({ length: rounds }).filter(
      () => normality(normalValues(rng, 25, 5, 2)).p! < 0.05,
    ).length;
    expect(Math.abs(low / rounds - 0.05)).toBeLessThan(4 * Math.sqrt((0.05 * 0.95) / rounds));
  });

  it("normality(c · values + d) stays, and mirrors the skewness", () => {
    const result = normality(skewed);
    assertClose(normality(skewed.map((value) => 2 ** -30 * value)), result, { rel: 1e-9 });
    const { statistic, skewness } = normality(skewed.map((value) => -value));
    assertClose([statistic, skewness], [result.statistic, -result.skewness!], { rel: 1e-9 });
  });

  it("normality(constant) knows nothing", () => {
    expect(normality(new Array(30).fill(0.1))).toMatchObject({
      statistic: null,
      p: null,
      skewness: null,
      excessKurtosis: null,
      warnings: [{ code: "no-variation" }],
    });
  });

  it("normality(few, or very many) limits what p says", () => {
    expect(normality([1, 2, 4])).toMatchObject({
      excessKurtosis: null,
      warnings: [{ code: "too-few-values" }],
    });
    const many = normality(normalValues(rng, 6000, 0, 1));
    expect(many).toMatchObject({ p: null, warnings: [{ code: "too-many-values" }] });
    expect(many.statistic).toBeGreaterThan(0.99);
  });

  it("normality(one far value).p is never 0", () => {
    for (const n of [3, 5, 11, 12, 5000]) {
      const { p } = normality(Array.from({ length: n }, (_, i) => (i === 0 ? 1e9 : i / n)));
      expect(p).toBeGreaterThan(0);
    }
  });

  it("normality(sample) carries its unit", () => {
    expect(normality(createSample({ benchmark: "b", unit: "ms", runs: [normal] })).unit).toBe("ms");
  });

  it("normality(values) is plain JSON, ignores the order and leaves its input as it is", () => {
    expect(JSON.parse(JSON.stringify(normality(skewed)))).toEqual(normality(skewed));
    expect(normality(skewed.toReversed())).toEqual(normality(skewed));
    expectUnchanged(skewed, (values) => normality(values));
  });

  it("normality(bad) says what is wrong", () => {
    expectInputError(() => normality([1, 2]), "normality", "values", /3 values, got 2/);
    expectInputError(() => normality([1, 2, Number.NaN]), "normality", "values[2]", /NaN/);
    for (const alpha of [0, 1, Number.NaN]) {
      expectInputError(() => normality(normal, { alpha }), "normality", "alpha", /between 0 and 1/);
    }
  });
});
