import { describe, expect, it } from "vitest";
import { createSample, type Sample } from "../../src/core/sample.js";
import { stream } from "../../src/random/stream.js";
import { hierarchicalBootstrap } from "../../src/stats/hierarchical-bootstrap.js";
import { hierarchicalBootstrapDifference } from "../../src/stats/hierarchical-bootstrap-difference.js";
import { assertClose } from "../support/assert-close.js";
import { expectInputError } from "../support/expect-input-error.js";
import { normalValues } from "../support/normal-values.js";
import { jackknifeError, resampleRuns } from "../support/resample-runs.js";

const baselineRuns = [
  [10.1, 11.3, 9.8],
  [10.4, 12.2, 10.9],
  [10.7, 11.8, 10.2],
  [11.4, 11.9, 12.6],
];
const candidateRuns = [
  [12.4, 13.1],
  [11.9, 14.8, 12.6],
  [13.3, 12.9],
];
const baseline = createSample({ benchmark: "parse", unit: "ms", runs: baselineRuns });
const candidate = createSample({ benchmark: "parse", unit: "ms", runs: candidateRuns });

describe("hierarchicalBootstrapDifference", () => {
  it.each(["difference", "ratio"] as const)(
    "hierarchicalBootstrapDifference(baseline, candidate, { comparison: '%s' }) agrees with resamples written out",
    (comparison) => {
      const left = resampleRuns(baselineRuns, meanOf, "resampled", 199, 5, "baseline");
      const right = resampleRuns(candidateRuns, meanOf, "resampled", 199, 5, "candidate");
      const compare = (a: number, b: number) => (comparison === "ratio" ? b / a : b - a);
      const errorOf = (a: number, b: number, ofA: number, ofB: number) =>
        comparison === "ratio" ? Math.hypot(ofA / a, ofB / b) : Math.hypot(ofA, ofB);
      const scale = comparison === "ratio" ? Math.log : (value: number) => value;
      const back = comparison === "ratio" ? Math.exp : (value: number) => value;
      const [a, b] = [meanOf(baselineRuns.flat()), meanOf(candidateRuns.flat())];
      const estimate = compare(a, b);
      const error = errorOf(
        a,
        b,
        jackknifeError(baselineRuns, meanOf),
        jackknifeError(candidateRuns, meanOf),
      );
      const values = left.map(({ value }, r) => compare(value, right[r]!.value));
      const pivots = left.map(
        (first, r) =>
          (scale(values[r]!) - scale(estimate)) /
          errorOf(first.value, right[r]!.value, first.error, right[r]!.error),
      );
      const options = { comparison, confidence: 0.8, resamples: 199, seed: 5 };
      const percentile = hierarchicalBootstrapDifference(baseline, candidate, {
        ...options,
        method: "percentile",
      });
      assertClose(percentile.interval, [quantileOf(values, 0.1), quantileOf(values, 0.9)], { rel: 1e-10 });
      const studentized = hierarchicalBootstrapDifference(baseline, candidate, options);
      const bounds = [0.9, 0.1].map((level) => back(scale(estimate) - quantileOf(pivots, level) * error));
      assertClose(studentized.interval, bounds, { rel: 1e-9 });
    },
  );

  it("hierarchicalBootstrapDifference(baseline, candidate) reports everything that it was asked and found", () => {
    const result = hierarchicalBootstrapDifference(baseline, candidate, { resamples: 999 });
    expect(result).toEqual({
      method: "studentized",
      comparison: "difference",
      iterations: "resampled",
      statistic: "mean",
      estimate: expect.closeTo(meanOf(candidateRuns.flat()) - meanOf(baselineRuns.flat()), 12),
      interval: [expect.any(Number), expect.any(Number)],
      standardError: expect.any(Number),
      confidence: 0.95,
      resamples: 999,
      seed: 1,
      runs: [4, 3],
      n: [12, 7],
      unit: "ms",
      warnings: [
        { code: "few-runs", message: expect.stringMatching(/^baseline has 4 runs/) },
        { code: "few-runs", message: expect.stringMatching(/^candidate has 3 runs/) },
      ],
    });
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    const ratio = hierarchicalBootstrapDifference(baseline, candidate, {
      comparison: "ratio",
      resamples: 99,
    });
    expect(ratio).toMatchObject({ comparison: "ratio", unit: "1" });
  });

  it("hierarchicalBootstrapDifference(c · baseline, c · candidate) scales differences and leaves ratios alone", () => {
    for (const method of ["percentile", "basic", "bca", "studentized"] as const) {
      const options = { method, statistic: "median", resamples: 299 } as const;
      const difference = hierarchicalBootstrapDifference(baseline, candidate, options).interval;
      const moved = hierarchicalBootstrapDifference(scaled(baseline), scaled(candidate), options).interval;
      assertClose(moved, difference?.map((bound) => 1024 * bound) ?? null);
      const ratio = { ...options, comparison: "ratio" } as const;
      assertClose(
        hierarchicalBootstrapDifference(scaled(baseline), scaled(candidate), ratio).interval,
        hierarchicalBootstrapDifference(baseline, candidate, ratio).interval,
      );
    }
  });

  it("hierarchicalBootstrapDifference(constant, candidate) is the candidate's own interval, shifted", () => {
    const constant = createSample({ benchmark: "b", unit: "ms", runs: [[5], [5], [5]] });
    const own = hierarchicalBootstrap(candidate, { confidence: 0.8 });
    const shifted = hierarchicalBootstrapDifference(constant, candidate, { confidence: 0.8 }).interval!;
    // Other random numbers: equal but for Monte Carlo error of bounds.
    assertClose(
      shifted.map((bound) => bound + 5),
      own.interval,
      { abs: 0.25 * own.standardError! },
    );
  });

  it("hierarchicalBootstrapDifference(runs that differ) covers the ratio of means", () => {
    const rng = stream(3, "coverage");
    const rounds = 300;
    const draw = (runs: number, mean: number) =>
      createSample({
        benchmark: "b",
        runs: normalValues(rng, runs, mean, 1).map((center) => normalValues(rng, 8, center, 1)),
      });
    let covered = 0;
    for (let round = 0; round < rounds; round++) {
      const options = { comparison: "ratio", confidence: 0.9, resamples: 199, seed: round } as const;
      const { interval } = hierarchicalBootstrapDifference(draw(6, 20), draw(8, 22), options);
      if (interval![0] <= 1.1 && 1.1 <= interval![1]) covered++;
    }
    // Four Monte Carlo standard errors of a proportion of 0.9 are 0.07.
    expect(Math.abs(covered / rounds - 0.9)).toBeLessThan(0.07);
  });

  it("hierarchicalBootstrapDifference(constant, constant) claims nothing", () => {
    const constant = createSample({ benchmark: "b", runs: [[5, 5], [5]] });
    const result = hierarchicalBootstrapDifference(constant, constant, { resamples: 99 });
    expect(result).toMatchObject({ estimate: 0, interval: null, standardError: null });
    expect(result.warnings.at(-1)).toMatchObject({ code: "no-variation" });
  });

  it("hierarchicalBootstrapDifference(baseline, candidate) leaves its input as it is", () => {
    const before = structuredClone([baseline, candidate]);
    hierarchicalBootstrapDifference(baseline, candidate, { resamples: 39 });
    expect([baseline, candidate]).toEqual(before);
  });

  it("hierarchicalBootstrapDifference(bad) says what is wrong", () => {
    const name = "hierarchicalBootstrapDifference";
    const call = (options: object) => () => hierarchicalBootstrapDifference(baseline, candidate, options);
    const seconds = createSample({ benchmark: "b", unit: "s", runs: candidateRuns });
    const zero = createSample({ benchmark: "b", unit: "ms", runs: [[-1, 1], [0]] });
    const single = createSample({ benchmark: "b", unit: "ms", runs: [[1, 2]] });
    const compare = (first: Sample, second: Sample, options = {}) => {
      return () => hierarchicalBootstrapDifference(first, second, options);
    };
    expectInputError(compare([1, 2] as never, candidate), name, "baseline", /a sample with runs/);
    expectInputError(compare(baseline, single), name, "candidate", /two runs.*got 1/);
    expectInputError(compare(baseline, seconds), name, "candidate", /"ms" and "s"/);
    expectInputError(compare(zero, candidate, { comparison: "ratio" }), name, "baseline", /other than zero/);
    expectInputError(call({ comparison: "quotient" }), name, "comparison", /got "quotient"/);
    expectInputError(call({ iterations: "both" }), name, "iterations", /got "both"/);
    expectInputError(call({ method: "t" }), name, "method", /got "t"/);
    expectInputError(call({ confidence: 0 }), name, "confidence", /got 0/);
    expectInputError(call({ seed: "1" }), name, "seed", /got "1"/);
  });
});

function scaled(sample: Sample): Sample {
  return { ...sample, runs: sample.runs.map((run) => run.map((value) => 1024 * value)) };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function quantileOf(values: readonly number[], p: number): number {
  const sorted = values.toSorted((x, y) => x - y);
  const position = (values.length - 1) * p;
  const lower = Math.floor(position);
  const upper = Math.min(lower + 1, values.length - 1);
  return sorted[lower]! + (position - lower) * (sorted[upper]! - sorted[lower]!);
}
