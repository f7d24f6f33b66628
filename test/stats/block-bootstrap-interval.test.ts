import { describe, expect, it } from "vitest";
import { createSample } from "../../src/core/sample.js";
import { stream } from "../../src/random/stream.js";
import { type BlockScheme, blockBootstrapInterval } from "../../src/stats/block-bootstrap-interval.js";
import { bootstrapInterval } from "../../src/stats/bootstrap-interval.js";
import { optimalBlockLength } from "../../src/stats/optimal-block-length.js";
import { assertClose } from "../support/assert-close.js";
import { autoregression } from "../support/autoregression.js";
import { expectInputError } from "../support/expect-input-error.js";
import { expectUnchanged } from "../support/unchanged.js";

const schemes: readonly BlockScheme[] = ["stationary", "moving-block"];
const series = autoregression(stream(1, "series"), 120, 0.6).map((value) => 50 + 3 * value);

describe("blockBootstrapInterval", () => {
  it("blockBootstrapInterval(series, { scheme: 'moving-block' }) has the variance of the block means", () => {
    for (const blockLength of [1, 4, 10]) {
      const { standardError } = blockBootstrapInterval(series, { scheme: "moving-block", blockLength });
      const starts = Array.from({ length: 120 - blockLength + 1 }, (_, start) => start);
      const means = starts.map((start) => meanOf(series.slice(start, start + blockLength)));
      const exact = Math.sqrt((meanSquare(means) * blockLength) / 120);
      // 9,999 resamples know a standard error to 0.7 %; four times that.
      assertClose(standardError, exact, { rel: 0.028 });
    }
  });

  it("blockBootstrapInterval(series, { scheme: 'stationary' }) has the variance that its paper derives", () => {
    const center = meanOf(series);
    const circular = (lag: number) =>
      meanOf(series.map((value, i) => (value - center) * (series[(i + lag) % 120]! - center)));
    for (const blockLength of [1, 3.7, 15]) {
      let variance = circular(0);
      for (let lag = 1; lag < 120; lag++) {
        variance += 2 * (1 - lag / 120) * (1 - 1 / blockLength) ** lag * circular(lag);
      }
      const { standardError } = blockBootstrapInterval(series, { blockLength });
      assertClose(standardError, Math.sqrt(variance / 120), { rel: 0.028 });
    }
  });

  it("blockBootstrapInterval(series) reports everything that it was asked and found", () => {
    const sample = createSample({ benchmark: "b", unit: "ms", runs: [series] });
    const result = blockBootstrapInterval(sample, { resamples: 99 });
    expect(result).toEqual({
      method: "percentile",
      scheme: "stationary",
      blockLength: optimalBlockLength(series).stationary,
      statistic: "mean",
      estimate: expect.closeTo(meanOf(series), 10),
      interval: [expect.any(Number), expect.any(Number)],
      standardError: expect.any(Number),
      confidence: 0.95,
      resamples: 99,
      seed: 1,
      n: 120,
      unit: "ms",
      warnings: [],
    });
    const moving = blockBootstrapInterval(series, { scheme: "moving-block", resamples: 99 });
    expect(moving.blockLength).toBe(optimalBlockLength(series).movingBlock);
    const runs = createSample({ benchmark: "b", runs: [series, series] });
    expect(blockBootstrapInterval(runs, { resamples: 99 }).warnings).toMatchObject([{ code: "joined-runs" }]);
  });

  it.each(schemes)(
    "blockBootstrapInterval(series, { statistic, scheme: '%s' }) is that of the same function",
    (scheme) => {
      const options = { scheme, blockLength: 5, resamples: 299 } as const;
      const median = blockBootstrapInterval(series, { ...options, statistic: "median" });
      const own = blockBootstrapInterval(series, {
        ...options,
        statistic: (values) => (values.sort()[59]! + values[60]!) / 2,
      });
      assertClose(own.interval, median.interval);
    },
  );

  it("blockBootstrapInterval(series, { statistic: function }) hands over resamples in time order", () => {
    const ramp = Array.from({ length: 40 }, (_, i) => i);
    const steps = (values: Float64Array) =>
      values.filter((value, i) => i > 0 && value === values[i - 1]! + 1).length;
    const options = { scheme: "moving-block", blockLength: 8, resamples: 99, statistic: steps } as const;
    // Five blocks of eight: 35 of the 39 steps are within blocks, and some of the others fit by chance.
    const { estimate, interval } = blockBootstrapInterval(ramp, options);
    expect(estimate).toBe(39);
    expect(interval![0]).toBeGreaterThanOrEqual(35);
  });

  it("blockBootstrapInterval(series, { seed }) repeats itself, and changes with the seed", () => {
    const options = { resamples: 99, seed: 3 };
    const first = blockBootstrapInterval(series, options);
    expect(blockBootstrapInterval(series, options)).toEqual(first);
    expect(blockBootstrapInterval(series, { ...options, seed: 4 }).interval).not.toEqual(first.interval);
  });

  it("blockBootstrapInterval(series, { method: 'basic' }) mirrors the percentiles about the estimate", () => {
    const { interval, estimate } = blockBootstrapInterval(series, { resamples: 99 });
    const basic = blockBootstrapInterval(series, { method: "basic", resamples: 99 });
    assertClose(basic.interval, [2 * estimate - interval![1], 2 * estimate - interval![0]]);
  });

  it("blockBootstrapInterval(AR(1) series) covers the mean far more often than independent resampling", () => {
    const rng = stream(2, "coverage");
    const rounds = 400;
    const covered = { stationary: 0, "moving-block": 0, independent: 0 };
    for (let round = 0; round < rounds; round++) {
      const values = autoregression(rng, 200, 0.6);
      const options = { confidence: 0.9, resamples: 199, seed: round };
      for (const scheme of schemes) {
        if (covers(blockBootstrapInterval(values, { ...options, scheme }).interval, 0)) covered[scheme]++;
      }
      if (covers(bootstrapInterval(values, options).interval, 0)) covered.independent++;
    }
    // Some 0.84 and 0.59 of 0.9 were simulated; four Monte Carlo standard errors are 0.08.
    expect(covered.stationary / rounds).toBeGreaterThan(0.76);
    expect(covered["moving-block"] / rounds).toBeGreaterThan(0.76);
    expect(covered.independent / rounds).toBeLessThan(0.7);
  });

  it("blockBootstrapInterval(few blocks) says how many values would do", () => {
    const { warnings } = blockBootstrapInterval(series, { blockLength: 20, resamples: 99 });
    expect(warnings).toMatchObject([
      { code: "few-blocks", message: expect.stringMatching(/; 200 values would do/) },
    ]);
  });

  it("blockBootstrapInterval(values that do not vary) claims nothing", () => {
    for (const scheme of schemes) {
      const result = blockBootstrapInterval(Array(20).fill(0.1), { scheme, resamples: 99 });
      expect(result).toMatchObject({
        interval: null,
        standardError: null,
        warnings: [{ code: "no-variation" }],
      });
    }
  });

  it("blockBootstrapInterval(values) leaves its input as it is", () => {
    expectUnchanged(series, (values) => blockBootstrapInterval(values, { resamples: 39 }));
    expectUnchanged(series, (values) =>
      blockBootstrapInterval(values, { resamples: 39, statistic: (own) => own.fill(own[0]!)[3]! }),
    );
  });

  it("blockBootstrapInterval(bad) says what is wrong", () => {
    const name = "blockBootstrapInterval";
    const call = (options: object) => () => blockBootstrapInterval(series, options);
    expectInputError(() => blockBootstrapInterval([1, 2, 3]), name, "values", /4 values, got 3/);
    expectInputError(() => blockBootstrapInterval([1, 2, 3, Number.NaN]), name, "values[3]", /NaN/);
    expectInputError(call({ method: "bca" }), name, "method", /"percentile", "basic", got "bca"/);
    expectInputError(call({ scheme: "circular" }), name, "scheme", /got "circular"/);
    expectInputError(call({ statistic: "mode" }), name, "statistic", /got "mode"/);
    for (const blockLength of [0, 121, Number.NaN, "long"]) {
      expectInputError(call({ blockLength }), name, "blockLength", /1 to 120, got/);
    }
    const half = { scheme: "moving-block", blockLength: 2.5 };
    expectInputError(call(half), name, "blockLength", /whole number, 1 to 120, got 2.5/);
    expectInputError(call({ confidence: 1 }), name, "confidence", /got 1/);
    expectInputError(call({ resamples: 0 }), name, "resamples", /got 0/);
    expectInputError(call({ seed: 0.5 }), name, "seed", /got 0.5/);
  });
});

function covers(interval: readonly [number, number] | null, truth: number): boolean {
  return interval !== null && interval[0] <= truth && truth <= interval[1];
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function meanSquare(values: readonly number[]): number {
  const center = meanOf(values);
  return meanOf(values.map((value) => (value - center) ** 2));
}
