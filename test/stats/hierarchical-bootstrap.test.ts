import { describe, expect, it } from "vitest";
import { createSample, type Sample } from "../../src/core/sample.js";
import type { Rng } from "../../src/random/rng.js";
import { stream } from "../../src/random/stream.js";
import type { BootstrapStatistic } from "../../src/stats/bootstrap/resampled-statistic.js";
import { bootstrapInterval } from "../../src/stats/bootstrap-interval.js";
import { hierarchicalBootstrap } from "../../src/stats/hierarchical-bootstrap.js";
import { assertClose } from "../support/assert-close.js";
import { expectInputError } from "../support/expect-input-error.js";
import { normalValues } from "../support/normal-values.js";
import { jackknifeError, resampleRuns } from "../support/resample-runs.js";

const runs = [
  [12.1, 12.4, 12.2, 12.9],
  [11.9, 12, 12.1],
  [12.5, 12.6, 12.4, 12.4],
  [13.1, 12.2],
  [11.7, 12.1, 12],
];
const sample = createSample({ benchmark: "parse", unit: "ms", runs });
const methods = ["percentile", "basic", "bca", "studentized"] as const;
const statistics: readonly (readonly [BootstrapStatistic, (values: readonly number[]) => number])[] = [
  ["mean", meanOf],
  ["median", (values) => quantileOf(values, 0.5)],
  ["sd", sdOf],
  ["cv", (values) => sdOf(values) / meanOf(values)],
  [{ quantile: 0.9 }, (values) => quantileOf(values, 0.9)],
  [(values) => values.toSorted()[2]!, (values) => values.toSorted((x, y) => x - y)[2]!],
];

describe("hierarchicalBootstrap", () => {
  it.each(["resampled", "kept"] as const)(
    "hierarchicalBootstrap(sample, { iterations: '%s' }) agrees with resamples written out",
    (iterations) => {
      for (const [statistic, plain] of statistics) {
        const replicates = resampleRuns(runs, plain, iterations, 199, 5);
        const options = { statistic, iterations, confidence: 0.8, resamples: 199, seed: 5 };
        const values = replicates.map(({ value }) => value).sort((x, y) => x - y);
        const [low, high] = [quantileOf(values, 0.1), quantileOf(values, 0.9)];
        const percentile = hierarchicalBootstrap(sample, { ...options, method: "percentile" });
        assertClose(percentile.interval, [low, high], { rel: 1e-9 });
        assertClose(percentile.standardError, sdOf(values), { rel: 1e-7 });

        const estimate = plain(runs.flat());
        const error = jackknifeError(runs, plain);
        const pivots = replicates
          .map(({ value, error }) => (value === estimate && error < 1e-12 ? 0 : (value - estimate) / error))
          .sort((x, y) => x - y);
        const expected = [quantileOf(pivots, 0.9), quantileOf(pivots, 0.1)].map(
          (pivot) => estimate - pivot * error,
        );
        const studentized = hierarchicalBootstrap(sample, { ...options, method: "studentized" });
        if (studentized.interval !== null) assertClose(studentized.interval, expected, { rel: 1e-8 });
        else expect(expected.every((bound) => Math.abs(bound) < 1000)).toBe(false);
      }
    },
  );

  it("hierarchicalBootstrap(sample) reports everything that it was asked and found", () => {
    const result = hierarchicalBootstrap(sample, { resamples: 999 });
    expect(result).toEqual({
      method: "studentized",
      iterations: "resampled",
      statistic: "mean",
      estimate: expect.closeTo(meanOf(runs.flat()), 12),
      interval: [expect.any(Number), expect.any(Number)],
      standardError: expect.any(Number),
      confidence: 0.95,
      resamples: 999,
      seed: 1,
      runs: 5,
      n: 16,
      unit: "ms",
      warnings: [{ code: "few-runs", message: expect.stringMatching(/^sample has 5 runs/) }],
    });
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    expect(hierarchicalBootstrap(sample, { resamples: 99, statistic: "cv" }).unit).toBe("1");
    expect(hierarchicalBootstrap(sample, { resamples: 99, statistic: () => 1 })).toMatchObject({
      statistic: "custom",
      unit: null,
    });
  });

  it("hierarchicalBootstrap(sample of single iterations) resamples runs like values", () => {
    const values = normalValues(stream(1, "single"), 40, 10, 2);
    const single = createSample({ benchmark: "b", runs: values.map((value) => [value]) });
    for (const method of methods) {
      const ours = hierarchicalBootstrap(single, { method });
      const theirs = bootstrapInterval(values, { method });
      assertClose(ours.estimate, theirs.estimate);
      // Other random numbers: equal but for Monte Carlo error of bounds.
      assertClose(ours.interval, theirs.interval, { abs: 0.15 * theirs.standardError! });
      expect(ours.warnings).toEqual([]);
    }
  });

  it("hierarchicalBootstrap(sample) does not care for the order of iterations, nor for scale and shift", () => {
    for (const method of methods) {
      const { interval } = hierarchicalBootstrap(sample, { method, resamples: 299 });
      const reversed = createSample({ benchmark: "b", runs: runs.map((run) => run.toReversed()) });
      assertClose(hierarchicalBootstrap(reversed, { method, resamples: 299 }).interval, interval);
      const moved = createSample({
        benchmark: "b",
        runs: runs.map((run) => run.map((value) => 1024 * value - 3)),
      });
      assertClose(
        hierarchicalBootstrap(moved, { method, resamples: 299 }).interval,
        interval!.map((bound) => 1024 * bound - 3),
        { rel: 1e-9 },
      );
    }
  });

  it("hierarchicalBootstrap(sample, { seed }) repeats itself, and changes with the seed", () => {
    const options = { resamples: 199, seed: 3 };
    const first = hierarchicalBootstrap(sample, options);
    expect(hierarchicalBootstrap(sample, options)).toEqual(first);
    expect(hierarchicalBootstrap(sample, { ...options, seed: 4 }).interval).not.toEqual(first.interval);
  });

  it("hierarchicalBootstrap(runs that differ) covers the mean, where pooled values do not", () => {
    const rng = stream(2, "coverage");
    const rounds = 300;
    let pooled = 0;
    let hierarchical = 0;
    for (let round = 0; round < rounds; round++) {
      const drawn = differingRuns(rng, 6, 10);
      const options = { confidence: 0.9, resamples: 199, seed: round };
      if (covers(bootstrapInterval(drawn, options).interval, 5)) pooled++;
      if (covers(hierarchicalBootstrap(drawn, options).interval, 5)) hierarchical++;
    }
    // Four Monte Carlo standard errors of a proportion of 0.9 are 0.07.
    expect(Math.abs(hierarchical / rounds - 0.9)).toBeLessThan(0.07);
    expect(pooled / rounds).toBeLessThan(0.6);
  });

  it("hierarchicalBootstrap(runs that do not vary) claims nothing", () => {
    const constant = createSample({ benchmark: "b", runs: [[0.1, 0.1], [0.1], [0.1, 0.1]] });
    for (const statistic of ["mean", "median", "sd"] as const) {
      for (const method of methods) {
        const result = hierarchicalBootstrap(constant, { statistic, method, resamples: 99 });
        expect(result).toMatchObject({ interval: null, standardError: null });
        expect(result.warnings).toMatchObject([{ code: "few-runs" }, { code: "no-variation" }]);
      }
    }
  });

  it("hierarchicalBootstrap(three runs, { iterations: 'kept' }) has no studentized interval", () => {
    const three = createSample({ benchmark: "b", runs: runs.slice(0, 3) });
    const { interval, warnings } = hierarchicalBootstrap(three, { iterations: "kept" });
    expect(interval).toBeNull();
    expect(warnings).toMatchObject([{ code: "few-runs" }, { code: "no-spread-within-resamples" }]);
    expect(hierarchicalBootstrap(three).interval).not.toBeNull();
  });

  it("hierarchicalBootstrap(sample) leaves its input as it is", () => {
    const before = structuredClone(sample);
    hierarchicalBootstrap(sample, { resamples: 39 });
    hierarchicalBootstrap(sample, { resamples: 39, statistic: (values) => values.fill(values[0]!)[1]! });
    expect(sample).toEqual(before);
  });

  it("hierarchicalBootstrap(bad) says what is wrong", () => {
    const name = "hierarchicalBootstrap";
    const call = (options: object) => () => hierarchicalBootstrap(sample, options);
    const withRuns = (...given: number[][]): Sample => ({
      ...sample,
      runs: given.map((run) => Float64Array.from(run)),
    });
    expectInputError(() => hierarchicalBootstrap([1, 2] as never), name, "sample", /a sample with runs/);
    expectInputError(() => hierarchicalBootstrap(withRuns([1, 2])), name, "sample", /two runs.*got 1/);
    expectInputError(() => hierarchicalBootstrap(withRuns([1], [])), name, "sample.runs[1]", /got none/);
    expectInputError(
      () => hierarchicalBootstrap(withRuns([1], [Number.NaN])),
      name,
      "sample.runs[1][0]",
      /NaN/,
    );
    expectInputError(
      () => hierarchicalBootstrap(withRuns([1], [2]), { statistic: "sd" }),
      name,
      "sample",
      /3 values, got 2/,
    );
    expectInputError(call({ iterations: "both" }), name, "iterations", /"resampled", "kept", got "both"/);
    expectInputError(call({ method: "t" }), name, "method", /got "t"/);
    expectInputError(call({ statistic: "mode" }), name, "statistic", /got "mode"/);
    expectInputError(call({ confidence: 1 }), name, "confidence", /got 1/);
    expectInputError(call({ resamples: 0 }), name, "resamples", /got 0/);
    expectInputError(call({ seed: 0.5 }), name, "seed", /got 0.5/);
  });
});

/** Half of the variance is between runs; the mean is 5. */
function differingRuns(rng: Rng, runs: number, iterations: number): Sample {
  const centers = normalValues(rng, runs, 5, 1);
  return createSample({
    benchmark: "b",
    runs: centers.map((center) => normalValues(rng, iterations, center, 1)),
  });
}

function covers(interval: readonly [number, number] | null, truth: number): boolean {
  return interval !== null && interval[0] <= truth && truth <= interval[1];
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function sdOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}

function quantileOf(values: readonly number[], p: number): number {
  const sorted = values.toSorted((x, y) => x - y);
  const position = (values.length - 1) * p;
  const lower = Math.floor(position);
  const upper = Math.min(lower + 1, values.length - 1);
  const weight = position - lower;
  return weight === 0 ? sorted[lower]! : sorted[lower]! + weight * (sorted[upper]! - sorted[lower]!);
}
