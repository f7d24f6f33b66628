import { describe, expect, it } from "vitest";
import { createSample } from "../../src/core/sample.js";
import { stream } from "../../src/random/stream.js";
import type { Alternative, Interval } from "../../src/stats/interval.js";
import { welchTTest } from "../../src/stats/welch-t-test.js";
import { assertClose } from "../support/assert-close.js";
import { expectInputError } from "../support/expect-input-error.js";
import { normalValues } from "../support/normal-values.js";
import { reference } from "../support/reference.js";
import { expectUnchanged } from "../support/unchanged.js";

interface WelchReference {
  readonly cases: readonly {
    readonly baseline: readonly number[];
    readonly candidate: readonly number[];
    readonly tests: readonly {
      readonly alternative: Alternative;
      readonly confidence: number;
      readonly nullDifference: number;
      readonly [field: string]: unknown;
    }[];
  }[];
}

interface RelativeReference {
  readonly cases: readonly {
    readonly baseline: readonly number[];
    readonly candidate: readonly number[];
    readonly estimate: number;
    readonly intervals: readonly {
      readonly alternative: Alternative;
      readonly confidence: number;
      readonly relativeInterval: Interval | null;
    }[];
  }[];
}

describe("welchTTest", () => {
  it.each(reference<WelchReference>("welch-t-test").cases)(
    "welchTTest(baseline, candidate) agrees with R, case %#",
    ({ baseline, candidate, tests }) => {
      for (const expected of tests) {
        const { alternative, confidence, nullDifference } = expected;
        const { estimate, interval, statistic, df, p, standardError } = welchTTest(baseline, candidate, {
          alternative,
          confidence,
          nullDifference,
        });
        // 1e-10 where means far from zero are subtracted: each is rounded to a double.
        assertClose(
          { alternative, confidence, nullDifference, estimate, interval, statistic, df, p, standardError },
          expected,
          { rel: 1e-10 },
        );
      }
    },
  );

  it.each(reference<RelativeReference>("relative-change").cases)(
    "welchTTest(baseline, candidate).relativeInterval agrees with its definition, case %#",
    ({ baseline, candidate, estimate, intervals }) => {
      for (const { alternative, confidence, relativeInterval } of intervals) {
        const result = welchTTest(baseline, candidate, { alternative, confidence });
        assertClose([result.estimate, result.relativeInterval], [estimate, relativeInterval], { rel: 1e-10 });
        const codes = result.warnings.map(({ code }) => code);
        const expected = result.means[0] > 0 ? "unbounded-relative-change" : "no-relative-change";
        expect(codes).toEqual(relativeInterval === null ? [expected] : []);
      }
    },
  );

  it("welchTTest(baseline, candidate) reports everything that it was asked and found", () => {
    const result = welchTTest([2, 1, 3, 4], [6, 5, 7, 9]);
    expect(Object.keys(result)).toEqual([
      "method",
      "estimate",
      "interval",
      "relativeChange",
      "relativeInterval",
      "confidence",
      "statistic",
      "df",
      "p",
      "alternative",
      "nullDifference",
      "means",
      "standardError",
      "n",
      "unit",
      "warnings",
    ]);
    expect(result).toMatchObject({ method: "welch-t", estimate: 4.25, relativeChange: 1.7, n: [4, 4] });
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  it("welchTTest(candidate, baseline) is the mirror image", () => {
    const [baseline, candidate] = [
      [5, 6, 7.5, 9, 4],
      [6, 8, 9, 11],
    ];
    const there = welchTTest(baseline, candidate);
    const back = welchTTest(candidate, baseline);
    const [low, high] = there.interval as [number, number];
    assertClose(
      [back.estimate, back.statistic, back.interval],
      [-there.estimate, -there.statistic!, [-high, -low]],
    );
    assertClose([back.p, back.df], [there.p, there.df]);
    const less = welchTTest(candidate, baseline, { alternative: "less" });
    assertClose(less.p, welchTTest(baseline, candidate, { alternative: "greater" }).p);
  });

  it("welchTTest(c · baseline, c · candidate) scales the difference and nothing else", () => {
    const [baseline, candidate] = [
      [5, 6, 7.5, 9, 4],
      [6, 8, 9, 11],
    ];
    const { estimate, standardError, interval, means, ...rest } = welchTTest(baseline, candidate);
    for (const factor of [2 ** -400, 2 ** -30, 2 ** 400]) {
      const scaled = welchTTest(
        baseline.map((value) => factor * value),
        candidate.map((value) => factor * value),
      );
      assertClose(scaled, {
        ...rest,
        estimate: factor * estimate,
        standardError: factor * standardError,
        interval: interval!.map((bound) => factor * bound!),
        means: means.map((mean) => factor * mean),
      });
    }
  });

  it("welchTTest(…).p < 1 − confidence exactly when either interval leaves zero out", () => {
    const rng = stream(1, "agreement");
    let significant = 0;
    for (let round = 0; round < 300; round++) {
      const baseline = normalValues(rng, 6, 10, 1);
      const candidate = normalValues(rng, 9, 11, 2);
      const { p, interval, relativeInterval } = welchTTest(baseline, candidate, { confidence: 0.9 });
      const excluded = !(interval![0]! <= 0 && interval![1]! >= 0);
      expect(excluded).toBe(p! < 0.1);
      expect(!(relativeInterval![0]! <= 0 && relativeInterval![1]! >= 0)).toBe(excluded);
      if (excluded) significant++;
    }
    expect(significant).toBeGreaterThan(50);
    expect(significant).toBeLessThan(250);
  });

  it("welchTTest(normal values) covers the truth as often as it says", () => {
    const rng = stream(2, "coverage");
    const rounds = 4000;
    let difference = 0;
    let relative = 0;
    for (let round = 0; round < rounds; round++) {
      const result = welchTTest(normalValues(rng, 8, 100, 5), normalValues(rng, 15, 110, 20), {
        confidence: 0.9,
      });
      if (covers(result.interval, 10)) difference++;
      if (covers(result.relativeInterval, 0.1)) relative++;
    }
    // Four Monte Carlo standard errors of a proportion of 0.9.
    const error = 4 * Math.sqrt((0.9 * 0.1) / rounds);
    expect(Math.abs(difference / rounds - 0.9)).toBeLessThan(error);
    expect(Math.abs(relative / rounds - 0.9)).toBeLessThan(error);
  });

  it("welchTTest(constant, constant) claims nothing", () => {
    for (const candidate of [
      [0.1, 0.1, 0.1],
      [5, 5],
    ]) {
      const result = welchTTest([0.1, 0.1, 0.1], candidate);
      expect(result).toMatchObject({
        interval: null,
        relativeInterval: null,
        statistic: null,
        df: null,
        p: null,
      });
      expect(result.warnings).toMatchObject([{ code: "no-variation" }]);
      expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    }
  });

  it("welchTTest(constant, varying) has the degrees of freedom of the side that varies", () => {
    assertClose(welchTTest([3, 3, 3, 3], [4, 5, 6]).df, 2);
    assertClose(welchTTest([4, 5, 6], [3, 3, 3, 3]).df, 2);
  });

  it("welchTTest(sample, sample) carries their unit, and refuses two", () => {
    const inUnit = (unit: string) => createSample({ benchmark: "b", unit, runs: [[1, 2, 3]] });
    expect(welchTTest(inUnit("ms"), [2, 3, 4]).unit).toBe("ms");
    expectInputError(() => welchTTest(inUnit("ms"), inUnit("s")), "welchTTest", "candidate", /"ms" and "s"/);
  });

  it("welchTTest(baseline, candidate) leaves its input as it is", () => {
    expectUnchanged([3, 1, 2], (values) => welchTTest(values, values));
  });

  it("welchTTest(bad) says what is wrong", () => {
    const test = (options: object) => () => welchTTest([1, 2], [3, 4], options);
    expectInputError(() => welchTTest([], [1, 2]), "welchTTest", "baseline", /2 values, got 0/);
    expectInputError(() => welchTTest([1, 2], [1]), "welchTTest", "candidate", /2 values, got 1/);
    expectInputError(() => welchTTest([1, Number.NaN], [1, 2]), "welchTTest", "baseline[1]", /NaN/);
    for (const confidence of [0, 1, 95, -1, Number.NaN, "0.9"]) {
      expectInputError(test({ confidence }), "welchTTest", "confidence", /between 0 and 1.*got/);
    }
    expectInputError(test({ alternative: "larger" }), "welchTTest", "alternative", /"less".*got "larger"/);
    expectInputError(test({ nullDifference: Number.NaN }), "welchTTest", "nullDifference", /got NaN/);
  });
});

function covers(interval: Interval | null, truth: number): boolean {
  return interval !== null && interval[0]! <= truth && truth <= interval[1]!;
}
