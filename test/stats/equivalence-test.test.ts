import { describe, expect, it } from "vitest";
import { createSample } from "../../src/core/sample.js";
import { stream } from "../../src/random/stream.js";
import { equivalenceTest } from "../../src/stats/equivalence-test.js";
import { welchTTest } from "../../src/stats/welch-t-test.js";
import { assertClose } from "../support/assert-close.js";
import { expectInputError } from "../support/expect-input-error.js";
import { normalValues } from "../support/normal-values.js";
import { expectLevel } from "../support/rejection-rate.js";
import { expectUnchanged } from "../support/unchanged.js";

const baseline = [100, 101, 99, 100, 102, 98.5];
const candidate = [100, 99, 101, 100, 101.5];

describe("equivalenceTest", () => {
  it("equivalenceTest(…, absolute margin) is two one-sided tests of Welch", () => {
    const { lower, upper, p, interval } = equivalenceTest(baseline, candidate, { margin: { absolute: 2 } });
    const above = welchTTest(baseline, candidate, { alternative: "greater", nullDifference: -2 });
    const below = welchTTest(baseline, candidate, { alternative: "less", nullDifference: 2 });
    expect(lower).toEqual({ bound: -2, statistic: above.statistic, df: above.df, p: above.p });
    expect(upper).toEqual({ bound: 2, statistic: below.statistic, df: below.df, p: below.p });
    expect(p).toBe(Math.max(above.p!, below.p!));
    assertClose(interval, welchTTest(baseline, candidate, { confidence: 0.9 }).interval);
  });

  it("equivalenceTest(…, relative margin) is Welch's test against the baseline grown by the margin", () => {
    const { lower, upper, p } = equivalenceTest(baseline, candidate, { margin: { relative: 0.03 } });
    const grown = (factor: number) => baseline.map((value) => factor * value);
    const above = welchTTest(grown(0.97), candidate, { alternative: "greater" });
    const below = welchTTest(grown(1.03), candidate, { alternative: "less" });
    assertClose([lower!.statistic, lower!.df, lower!.p], [above.statistic, above.df, above.p], {
      rel: 1e-10,
    });
    assertClose([upper!.statistic, upper!.df, upper!.p], [below.statistic, below.df, below.p], {
      rel: 1e-10,
    });
    expect(p).toBe(Math.max(lower!.p!, upper!.p!));
  });

  it("equivalenceTest(…).interval ends where its own tests have p = alpha", () => {
    const rng = stream(1, "bounds");
    for (let round = 0; round < 40; round++) {
      const first = normalValues(rng, 5, 100, 10);
      const second = normalValues(rng, 9, 105, 25);
      const { interval } = equivalenceTest(first, second);
      for (const bound of interval!) {
        const scaled = first.map((value) => (1 + bound!) * value);
        assertClose(welchTTest(scaled, second).p, 0.1, { rel: 1e-6 });
      }
    }
  });

  it("equivalenceTest(…).interval lies within the margin exactly if p < alpha", () => {
    const rng = stream(1, "agreement");
    const conclusions = new Set<unknown>();
    for (let round = 0; round < 300; round++) {
      const sides = [normalValues(rng, 20, 100, 5), normalValues(rng, 25, 101, 4)] as const;
      for (const margin of [{ relative: 0.03 }, { absolute: 3 }] as const) {
        const size = margin.relative ?? margin.absolute;
        const { interval, p, conclusion } = equivalenceTest(...sides, { margin });
        const within = interval![0]! > -size && interval![1]! < size;
        expect(within).toBe(p! < 0.05);
        expect(conclusion).toBe(within ? "equivalent" : "not-shown");
        conclusions.add(conclusion);
      }
    }
    expect(conclusions.size).toBe(2);
  });

  it("equivalenceTest(a change as large as the margin) passes at most at the rate of alpha", () => {
    const margins = [
      [102, { relative: 0.02 }],
      [98, { relative: 0.02 }],
      [103, { absolute: 3 }],
    ] as const;
    for (const [mean, margin] of margins) {
      expectLevel(`margin ${mean}`, (rng) => {
        const sides = [normalValues(rng, 12, 100, 1), normalValues(rng, 20, mean, 2)] as const;
        return equivalenceTest(...sides, { margin }).p;
      });
    }
  });

  it("equivalenceTest(…, non-inferiority) asks only for no worsening, in the samples' own direction", () => {
    const sample = (better: "lower" | "higher", values: number[]) =>
      createSample({ benchmark: "b", unit: "ms", better, runs: [values] });
    const options = { alternative: "non-inferiority" } as const;
    const faster = candidate.map((value) => value / 2);
    const lower = equivalenceTest(sample("lower", baseline), sample("lower", faster), options);
    expect(lower).toMatchObject({
      better: "lower",
      conclusion: "non-inferior",
      lower: null,
      confidence: 0.95,
    });
    expect(lower.interval![0]).toBeNull();
    expect(lower.p).toBe(lower.upper!.p);
    const higher = equivalenceTest(sample("higher", baseline), sample("higher", faster), options);
    expect(higher).toMatchObject({ better: "higher", conclusion: "not-shown", upper: null });
    expect(higher.interval![1]).toBeNull();
    expect(equivalenceTest(baseline, faster, { ...options, better: "higher" }).p).toBe(higher.p);
    expect(equivalenceTest(baseline, faster).conclusion).toBe("not-shown");
    const mixed = () => equivalenceTest(sample("lower", baseline), sample("higher", faster), options);
    expectInputError(mixed, "equivalenceTest", "candidate", /"lower", got "higher"/);
  });

  it("equivalenceTest(c · baseline, c · candidate) scales means alone, for a relative margin", () => {
    const { means, ...rest } = equivalenceTest(baseline, candidate);
    for (const factor of [2 ** -30, 2 ** 40]) {
      const scale = (values: readonly number[]) => values.map((value) => factor * value);
      const scaled = equivalenceTest(scale(baseline), scale(candidate));
      assertClose(scaled, { ...rest, means: means.map((mean) => factor * mean) });
    }
  });

  it("equivalenceTest(constant, constant) claims nothing, even if they are equal", () => {
    const result = equivalenceTest([5, 5, 5], [5, 5]);
    expect(result).toMatchObject({
      p: null,
      interval: null,
      conclusion: null,
      warnings: [{ code: "no-variation" }],
    });
    expect(result.upper).toEqual({ bound: 0.02, statistic: null, df: null, p: null });
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  it("equivalenceTest(noisy baseline) has no interval where the relative change has no end", () => {
    const result = equivalenceTest([1, 30, -20], [10, 11, 12]);
    expect(result).toMatchObject({ interval: null, conclusion: "not-shown" });
    expect(result.warnings).toMatchObject([{ code: "unbounded-relative-change" }]);
  });

  it("equivalenceTest(sample, sample) says where runs are pooled, and refuses two units", () => {
    const sample = (unit: string) => createSample({ benchmark: "b", unit, runs: [[10, 11, 12], [11]] });
    expect(equivalenceTest(sample("ms"), [12, 13])).toMatchObject({
      unit: "ms",
      warnings: [{ code: "pooled-runs" }],
    });
    expectInputError(() => equivalenceTest(sample("ms"), sample("s")), "equivalenceTest", "candidate", /"s"/);
  });

  it("equivalenceTest(baseline, candidate) leaves its input as it is", () => {
    expectUnchanged([3, 1, 2], (values) => equivalenceTest(values, values));
  });

  it("equivalenceTest(bad) says what is wrong", () => {
    const name = "equivalenceTest";
    expectInputError(() => equivalenceTest([1], [1, 2]), name, "baseline", /2 values, got 1/);
    expectInputError(() => equivalenceTest([-1, -2], [1, 2]), name, "baseline", /mean above 0.*got -1.5/);
    const test = (options: object) => () => equivalenceTest([1, 2], [3, 4], options);
    for (const margin of [{}, { relative: 0.1, absolute: 1 }, 0.02, null]) {
      expectInputError(test({ margin }), name, "margin", /either \{ relative/);
    }
    for (const relative of [0, 1, 2, -0.1, Number.NaN, "0.1"]) {
      expectInputError(test({ margin: { relative } }), name, "margin.relative", /between 0 and 1/);
    }
    for (const absolute of [0, -1, Number.POSITIVE_INFINITY, Number.NaN]) {
      expectInputError(test({ margin: { absolute } }), name, "margin.absolute", /above 0/);
    }
    for (const alpha of [0, 0.5, 5, Number.NaN]) {
      expectInputError(test({ alpha }), name, "alpha", /between 0 and 0.5/);
    }
    expectInputError(test({ alternative: "less" }), name, "alternative", /got "less"/);
    expectInputError(test({ better: "smaller" }), name, "better", /got "smaller"/);
  });
});
