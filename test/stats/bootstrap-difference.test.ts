import { describe, expect, it } from "vitest";
import { createSample } from "../../src/core/sample.js";
import type { BootstrapMethod } from "../../src/stats/bootstrap/bounds.js";
import { type BootstrapComparison, bootstrapDifference } from "../../src/stats/bootstrap-difference.js";
import { bootstrapInterval } from "../../src/stats/bootstrap-interval.js";
import { assertClose } from "../support/assert-close.js";
import { expectInputError } from "../support/expect-input-error.js";
import { reference } from "../support/reference.js";
import { expectUnchanged } from "../support/unchanged.js";

interface Reference {
  readonly differences: readonly {
    readonly baseline: readonly number[];
    readonly candidate: readonly number[];
    readonly seed: number;
    readonly resamples: number;
    readonly intervals: readonly {
      readonly statistic: "mean" | "median" | "sd" | "cv" | "quantile";
      readonly comparison: BootstrapComparison;
      readonly method: BootstrapMethod;
      readonly confidence: number;
      readonly estimate: number;
      readonly interval: readonly number[];
      readonly standardError: number;
    }[];
  }[];
}

interface StudentizedReference {
  readonly differences: readonly {
    readonly baseline: readonly number[];
    readonly candidate: readonly number[];
    readonly seed: number;
    readonly resamples: number;
    readonly intervals: readonly {
      readonly statistic: "mean" | "median" | "sd" | "cv" | "quantile";
      readonly comparison: BootstrapComparison;
      readonly method: BootstrapMethod;
      readonly confidence: number;
      readonly interval: readonly number[];
    }[];
  }[];
}

const baseline = [10.1, 11.3, 9.8, 10.4, 12.2, 10.9, 10.7, 11.8, 10.3, 11.5];
const candidate = [12.4, 13.1, 11.9, 14.8, 12.6, 13.3, 12.9, 13.7, 12.2, 14.1, 13];

describe("bootstrapDifference", () => {
  it.each(reference<Reference>("bootstrap").differences)(
    "bootstrapDifference(baseline, candidate) agrees with SciPy on the same resamples, case %#",
    (given) => {
      for (const { statistic, comparison, method, confidence, ...expected } of given.intervals) {
        const { estimate, interval, standardError } = bootstrapDifference(given.baseline, given.candidate, {
          statistic: statistic === "quantile" ? { quantile: 0.9 } : statistic,
          comparison,
          method,
          confidence,
          resamples: given.resamples,
          seed: given.seed,
        });
        assertClose({ estimate, interval, standardError }, expected, { rel: 1e-10 });
      }
    },
  );

  it.each(reference<StudentizedReference>("bootstrap-studentized").differences)(
    "bootstrapDifference(baseline, candidate, { method }) agrees with SciPy and the definition, case %#",
    (given) => {
      for (const { statistic: name, comparison, method, confidence, interval } of given.intervals) {
        const statistic = name === "quantile" ? { quantile: 0.9 } : name;
        const { resamples, seed } = given;
        const options = { statistic, comparison, method, confidence, resamples, seed };
        assertClose(bootstrapDifference(given.baseline, given.candidate, options).interval, interval, {
          rel: 1e-10,
        });
      }
    },
  );

  it("bootstrapDifference(baseline, candidate) reports everything that it was asked and found", () => {
    const inMilliseconds = createSample({ benchmark: "b", unit: "ms", runs: [baseline] });
    const result = bootstrapDifference(inMilliseconds, candidate, { resamples: 99 });
    expect(result).toEqual({
      method: "bca",
      comparison: "difference",
      statistic: "mean",
      estimate: expect.closeTo(144 / 11 - 10.9, 12),
      interval: [expect.any(Number), expect.any(Number)],
      standardError: expect.any(Number),
      confidence: 0.95,
      resamples: 99,
      seed: 1,
      n: [10, 11],
      unit: "ms",
      warnings: [],
    });
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    const ratio = bootstrapDifference(inMilliseconds, candidate, { comparison: "ratio", resamples: 99 });
    expect(ratio).toMatchObject({ comparison: "ratio", unit: "1" });
    assertClose(ratio.estimate, 144 / 11 / 10.9);
  });

  it("bootstrapDifference(c · baseline, c · candidate) scales differences and leaves ratios alone", () => {
    const scaled = (values: readonly number[]) => values.map((value) => 1024 * value);
    for (const method of ["percentile", "basic", "bca", "studentized"] as const) {
      const options = { method, statistic: "median", resamples: 300 } as const;
      const difference = bootstrapDifference(baseline, candidate, options).interval!;
      assertClose(
        bootstrapDifference(scaled(baseline), scaled(candidate), options).interval,
        difference.map((bound) => 1024 * bound),
      );
      const ratio = { ...options, comparison: "ratio" } as const;
      assertClose(
        bootstrapDifference(scaled(baseline), scaled(candidate), ratio).interval,
        bootstrapDifference(baseline, candidate, ratio).interval,
      );
    }
  });

  it("bootstrapDifference(candidate, baseline, { comparison: 'ratio', method: 'studentized' }) is the reciprocal", () => {
    const options = { comparison: "ratio", method: "studentized", resamples: 9999 } as const;
    const there = bootstrapDifference(baseline, candidate, options).interval!;
    const back = bootstrapDifference(candidate, baseline, options).interval!;
    // Other resamples: equal but for Monte Carlo error.
    assertClose(
      back.toReversed().map((bound) => 1 / bound),
      there,
      { rel: 0.01 },
    );
  });

  it("bootstrapDifference(constant, candidate) is the candidate's own interval, shifted", () => {
    const shifted = bootstrapDifference([5, 5, 5], candidate, { confidence: 0.8 }).interval!;
    const own = bootstrapInterval(candidate, { confidence: 0.8 }).interval!;
    // Other resamples of the same distribution: equal but for Monte Carlo error, here up to 0.03.
    assertClose(
      shifted.map((bound) => bound + 5),
      own,
      { abs: 0.05 },
    );
  });

  it("bootstrapDifference(constant, constant) claims nothing", () => {
    const result = bootstrapDifference(new Float64Array(10).fill(1), new Float64Array(10).fill(2));
    expect(result).toMatchObject({ estimate: 1, interval: null, warnings: [{ code: "no-variation" }] });
  });

  it("bootstrapDifference(few values) has no interval where some ratio does not exist", () => {
    const result = bootstrapDifference([1, 1, 2], candidate, { statistic: "sd", comparison: "ratio" });
    expect(result.interval).toBeNull();
    expect(result.warnings).toMatchObject([
      { code: "too-few-values", message: expect.stringMatching(/3 values \(baseline\).*10 or more/) },
      { code: "undefined-statistic" },
    ]);
  });

  it("bootstrapDifference(baseline, candidate) leaves its input as it is", () => {
    expectUnchanged(baseline, (values) => bootstrapDifference(values, candidate, { resamples: 39 }));
    expectUnchanged(candidate, (values) => bootstrapDifference(baseline, values, { resamples: 39 }));
  });

  it("bootstrapDifference(bad) says what is wrong", () => {
    const name = "bootstrapDifference";
    const call = (options: object) => () => bootstrapDifference(baseline, candidate, options);
    const seconds = createSample({ benchmark: "b", unit: "s", runs: [baseline] });
    const bytes = createSample({ benchmark: "b", unit: "B", runs: [baseline] });
    expectInputError(() => bootstrapDifference([], candidate), name, "baseline", /2 values, got 0/);
    expectInputError(() => bootstrapDifference(baseline, [1]), name, "candidate", /2 values, got 1/);
    expectInputError(() => bootstrapDifference(baseline, [1, Number.NaN]), name, "candidate[1]", /NaN/);
    expectInputError(() => bootstrapDifference(seconds, bytes), name, "candidate", /"s" and "B"/);
    expectInputError(call({ comparison: "quotient" }), name, "comparison", /"difference", "ratio", got/);
    expectInputError(call({ method: "normal" }), name, "method", /got "normal"/);
    expectInputError(call({ statistic: "max" }), name, "statistic", /got "max"/);
    expectInputError(call({ confidence: 1 }), name, "confidence", /got 1/);
    expectInputError(call({ resamples: 0 }), name, "resamples", /got 0/);
    expectInputError(call({ seed: 0.5 }), name, "seed", /got 0.5/);
    const zero = () => bootstrapDifference([0, 0, 0], candidate, { comparison: "ratio" });
    expectInputError(zero, name, "baseline", /other than zero for a ratio/);
    const zeroMean = () => bootstrapDifference([-1, 0, 1], candidate, { statistic: "cv" });
    expectInputError(zeroMean, name, "baseline", /mean other than zero/);
  });
});
