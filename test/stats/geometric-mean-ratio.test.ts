import { describe, expect, it } from "vitest";
import { createSample } from "../../src/core/sample.js";
import { stream } from "../../src/random/stream.js";
import { studentTQuantile } from "../../src/stats/distributions.js";
import { type BenchmarkPair, geometricMeanRatio } from "../../src/stats/geometric-mean-ratio.js";
import { logLocation } from "../../src/stats/ratio/log-location.js";
import { assertClose } from "../support/assert-close.js";
import { expectInputError } from "../support/expect-input-error.js";
import { normalValues } from "../support/normal-values.js";
import { expectUnchanged } from "../support/unchanged.js";

const suite: readonly BenchmarkPair[] = [
  { benchmark: "parse", baseline: [10, 11, 12], candidate: [20, 22, 24] },
  { benchmark: "print", baseline: [40, 41, 39, 40], candidate: [20, 21, 22] },
];

describe("geometricMeanRatio", () => {
  it("geometricMeanRatio(pairs) adds up the errors of all logarithms", () => {
    // Variance over n and over the squared mean, of every side; its degrees of freedom.
    const errors = [
      [1 / 3 / 121, 2],
      [4 / 3 / 484, 2],
      [2 / 3 / 4 / 1600, 3],
      [1 / 3 / 441, 2],
    ] as const;
    const sum = errors.reduce((total, [error]) => total + error, 0);
    const df = sum ** 2 / errors.reduce((total, [error, n]) => total + error ** 2 / n, 0);
    const standardError = Math.sqrt(sum) / 2;
    const log = Math.log(2 * (21 / 40)) / 2;
    const half = studentTQuantile(0.975, df) * standardError;
    assertClose(geometricMeanRatio(suite), {
      method: "geometric-mean-ratio",
      estimate: Math.exp(log),
      interval: [Math.exp(log - half), Math.exp(log + half)],
      confidence: 0.95,
      standardError,
      df,
      statistic: "mean",
      random: "measurements",
      benchmarks: [
        { benchmark: "parse", ratio: 2 },
        { benchmark: "print", ratio: 21 / 40 },
      ],
      n: 2,
      warnings: [],
    });
  });

  it("geometricMeanRatio(pairs, { random: benchmarks }) is Student's interval of the logarithms", () => {
    const { interval, df, standardError } = geometricMeanRatio(suite, {
      random: "benchmarks",
      confidence: 0.9,
    });
    const [first, second] = [Math.log(2), Math.log(21 / 40)];
    const error = Math.abs(first - second) / 2;
    const half = studentTQuantile(0.95, 1) * error;
    const center = (first + second) / 2;
    assertClose(
      [interval, df, standardError],
      [[Math.exp(center - half), Math.exp(center + half)], 1, error],
    );
  });

  it("geometricMeanRatio(swapped, rescaled) is 1 over, the same", () => {
    const there = geometricMeanRatio(suite);
    const back = geometricMeanRatio(
      suite.map(({ baseline, candidate }) => ({ baseline: candidate, candidate: baseline })),
    );
    assertClose(
      [back.estimate, back.interval],
      [1 / there.estimate, there.interval!.map((x) => 1 / x).reverse()],
    );
    for (const statistic of ["mean", "median"] as const) {
      const scale = (factor: number) => (values: BenchmarkPair["baseline"]) =>
        (values as readonly number[]).map((value) => factor * value);
      const scaled = suite.map(({ baseline, candidate }, i) => ({
        baseline: scale([1e-9, 1e12][i]!)(baseline),
        candidate: scale([1e-9, 1e12][i]!)(candidate),
      }));
      const expected = geometricMeanRatio(suite, { statistic });
      const result = geometricMeanRatio(scaled, { statistic });
      assertClose([result.estimate, result.interval], [expected.estimate, expected.interval]);
    }
  });

  it.each([
    ["mean", 5, 0.94, 0.965],
    ["mean", 3, 0.935, 0.975],
    ["median", 9, 0.94, 0.99],
  ] as const)(
    "geometricMeanRatio(measurements, { statistic: %s }) of %d values covers the truth",
    (...row) => {
      const [statistic, n, least, most] = row;
      const rng = stream(n, "coverage");
      const rounds = 800;
      let covered = 0;
      for (let round = 0; round < rounds; round++) {
        const pairs = [0.8, 1, 1.1, 1.3].map((ratio) => ({
          baseline: normalValues(rng, n, 100, 10),
          candidate: normalValues(rng, n, 100 * ratio, 10 * ratio),
        }));
        const { interval } = geometricMeanRatio(pairs, { statistic });
        const truth = (0.8 * 1.1 * 1.3) ** 0.25;
        if (interval![0] <= truth && truth <= interval![1]) covered++;
      }
      // Two Monte Carlo standard errors beyond what a long simulation gave.
      expect(covered / rounds).toBeGreaterThan(least - 0.016);
      expect(covered / rounds).toBeLessThan(most + 0.016);
    },
  );

  it("geometricMeanRatio(benchmarks as a sample) covers the mean of all there could be", () => {
    const rng = stream(9, "benchmarks");
    const rounds = 800;
    let covered = 0;
    let fixedCovered = 0;
    for (let round = 0; round < rounds; round++) {
      const pairs = normalValues(rng, 8, 0.1, 0.2).map((log) => ({
        baseline: normalValues(rng, 4, 100, 3),
        candidate: normalValues(rng, 4, 100 * Math.exp(log), 3 * Math.exp(log)),
      }));
      const covers = ([low, high]: readonly [number, number]) =>
        low <= Math.exp(0.1) && Math.exp(0.1) <= high;
      if (covers(geometricMeanRatio(pairs, { random: "benchmarks" }).interval!)) covered++;
      if (covers(geometricMeanRatio(pairs).interval!)) fixedCovered++;
    }
    expect(Math.abs(covered / rounds - 0.95)).toBeLessThan(4 * Math.sqrt((0.95 * 0.05) / rounds));
    // The interval of this very suite answers another question.
    expect(fixedCovered / rounds).toBeLessThan(0.5);
  });

  it("geometricMeanRatio(samples with runs) takes runs, not iterations, as what varies", () => {
    const sample = (...runs: number[][]) => createSample({ benchmark: "sort", unit: "ms", runs });
    const baseline = sample([10, 10.1, 9.9], [12, 12.1, 11.9], [11, 11.1, 10.9]);
    const candidate = sample([20, 20.1, 19.9], [24, 24.1, 23.9], [22, 22.1, 21.9]);
    for (const statistic of ["mean", "median"] as const) {
      const result = geometricMeanRatio([{ baseline, candidate }], { statistic });
      assertClose(
        [result.estimate, result.interval],
        [
          geometricMeanRatio([{ baseline: [10, 12, 11], candidate: [20, 24, 22] }]).estimate,
          geometricMeanRatio([{ baseline: [10, 12, 11], candidate: [20, 24, 22] }]).interval,
        ],
      );
      expect(result.benchmarks[0]?.benchmark).toBe("sort");
      expect(result.warnings).toEqual([]);
    }
  });

  it("geometricMeanRatio(too little) gives a ratio without interval", () => {
    const single = geometricMeanRatio([...suite, { benchmark: "sort", baseline: [5], candidate: [6, 7] }]);
    expect(single).toMatchObject({ interval: null, standardError: null, df: null });
    expect(single.warnings).toMatchObject([{ code: "too-few-values", message: /"sort"/ }]);
    expect(JSON.parse(JSON.stringify(single))).toEqual(single);
    const [first] = suite;
    const one = geometricMeanRatio([first!], { random: "benchmarks" });
    expect(one).toMatchObject({ estimate: 2, interval: null });
    expect(one.warnings).toMatchObject([{ code: "too-few-values", message: /One benchmark/ }]);
    for (const random of ["measurements", "benchmarks"] as const) {
      const constant = { baseline: [2, 2], candidate: [3, 3] };
      const result = geometricMeanRatio([constant, constant], { random });
      expect(result.interval).toBeNull();
      expect(result.warnings).toMatchObject([{ code: "no-variation" }]);
    }
  });

  it("geometricMeanRatio(pairs) leaves its input as it is", () => {
    expectUnchanged([3, 1, 2, 7], (values) =>
      geometricMeanRatio([{ baseline: values, candidate: values }], { statistic: "median" }),
    );
  });

  it("geometricMeanRatio(bad) names the benchmark and says what is wrong", () => {
    const refuse = (pairs: unknown, options: object, argument: string, problem: RegExp) =>
      expectInputError(
        () => geometricMeanRatio(pairs as BenchmarkPair[], options),
        "geometricMeanRatio",
        argument,
        problem,
      );
    const of = (benchmark: string, unit: string, better: "lower" | "higher") =>
      createSample({ benchmark, unit, better, runs: [[1, 2, 3]] });
    refuse([], {}, "pairs", /got none/);
    refuse(
      [...suite, { benchmark: "idle", baseline: [1, 0], candidate: [1, 2] }],
      {},
      "pairs[2].baseline",
      /"idle", got 0/,
    );
    refuse([{ baseline: [1, 2], candidate: [1, -2] }], {}, "pairs[0].candidate", /"pairs\[0\]", got -2/);
    refuse([{ baseline: [], candidate: [1] }], {}, "pairs[0].baseline", /got 0/);
    const ms = of("a", "ms", "lower");
    refuse([{ baseline: ms, candidate: of("b", "ms", "lower") }], {}, "pairs[0]", /"a" and "b"/);
    refuse([{ baseline: ms, candidate: of("a", "s", "lower") }], {}, "pairs[0]", /"ms" and "s"/);
    const rate = of("c", "1/s", "higher");
    refuse(
      [
        { baseline: ms, candidate: ms },
        { baseline: rate, candidate: rate },
      ],
      {},
      "pairs",
      /one direction/,
    );
    refuse(suite, { confidence: 1 }, "confidence", /got 1/);
    refuse(suite, { statistic: "min" }, "statistic", /"median"/);
    refuse(suite, { random: "runs" }, "random", /"benchmarks"/);
  });
});

describe("logLocation", () => {
  it("logLocation(…, median) has the standard error of Price and Bonett", () => {
    const values = [9, 10, 11, 12, 13, 14, 15, 16, 17, 18];
    // Ranks 2 and 9, since (10 + 1) / 2 − √10 = 2.3; P(K ≤ 1) = 11 / 1024 for 10 tosses has the normal quantile below.
    const { squaredError, location, df } = logLocation("f", "a", "b", values, "median");
    assertClose(Math.sqrt(squaredError!), Math.log(17 / 10) / (2 * 2.299362297403229));
    assertClose([location, df], [Math.log(13.5), 9]);
  });
});
