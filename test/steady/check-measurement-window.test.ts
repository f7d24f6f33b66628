import { describe, expect, it } from "vitest";
import { createSample } from "../../src/core/sample.js";
import { loadDataset } from "../../src/data/load-dataset.js";
import { selectSamples } from "../../src/data/select-samples.js";
import { stream } from "../../src/random/stream.js";
import { checkMeasurementWindow } from "../../src/steady/check-measurement-window.js";
import { steadyState } from "../../src/steady/steady-state.js";
import { assertClose } from "../support/assert-close.js";
import { expectInputError } from "../support/expect-input-error.js";
import { simulatedRun } from "../support/simulated-run.js";
import { expectUnchanged } from "../support/unchanged.js";

function run(level: (iteration: number) => number, { n = 300, seed = 1 } = {}): number[] {
  return simulatedRun(stream(seed, "window"), n, (i) => 100 + level(i));
}

const warm = run((i) => (i < 60 ? 6 : 0));

describe("checkMeasurementWindow(values, { from, to })", () => {
  it("a window in the steady state is fine", () => {
    expect(checkMeasurementWindow(warm, { from: 100 })).toMatchObject({
      method: "measurement-window",
      window: [100, 300],
      steady: true,
      inWarmup: 0,
      warmup: 60,
      warmupTime: null,
      n: 200,
      warnings: [],
    });
  });

  it("says how much of a window is in the warm-up, how biased it is, and how long the warm-up should be", () => {
    const result = checkMeasurementWindow(warm, { from: 40, to: 80 });
    const { mean } = steadyState(warm);
    expect(result).toMatchObject({ window: [40, 80], steady: false, inWarmup: 20, warmup: 60, n: 40 });
    assertClose(result.windowMean, warm.slice(40, 80).reduce((sum, value) => sum + value, 0) / 40);
    assertClose(result.bias, result.windowMean - mean!);
    assertClose(result.relativeBias, result.bias! / mean!);
    expect(result.biasInterval![0]).toBeLessThan(3);
    expect(result.biasInterval![1]).toBeGreaterThan(3);
    expect(result.warnings).toMatchObject([
      {
        code: "window-in-warmup",
        message: expect.stringMatching(
          /^20 of 40 iterations of the window .* takes 60; the mean of the window is \d(\.\d)? % above .* Warm up for 6\d iterations\.$/,
        ),
      },
    ]);
  });

  it("warns where the warm-up may last into the window", () => {
    const unclear = run((i) => (i < 60 ? 1.5 : 0));
    const { start, startInterval } = steadyState(unclear);
    expect(startInterval![1]).toBeGreaterThan(start!);
    expect(checkMeasurementWindow(unclear, { from: start! })).toMatchObject({
      steady: false,
      inWarmup: 0,
      longestWarmup: startInterval![1],
      warnings: [{ code: "window-near-warmup" }],
    });
    expect(checkMeasurementWindow(unclear, { from: startInterval![1] }).steady).toBe(true);
  });

  it("the interval of the bias holds the bias", () => {
    let hits = 0;
    const rounds = 200;
    for (let seed = 1; seed <= rounds; seed++) {
      const { biasInterval } = checkMeasurementWindow(
        run((i) => (i < 60 ? 6 : 0), { seed }),
        { from: 45, to: 105 },
      );
      if (biasInterval![0] <= 1.5 && 1.5 <= biasInterval![1]) hits++;
    }
    // Within four standard errors of 1.5 points.
    expect(hits / rounds).toBeGreaterThan(0.89);
    expect(hits / rounds).toBeLessThan(1);
  });

  it("goes by times where there are any", () => {
    const times = warm.map((_, i) => 1000 + i / 2);
    const result = checkMeasurementWindow(warm, { times, from: 1020, to: 1040 });
    expect(result).toMatchObject({ window: [40, 80], inWarmup: 20, warmup: 60, warmupTime: 30 });
    expect(result.warnings[0]!.message).toMatch(
      /Warm up for 6\d iterations, 3\d(\.5)? by the times given\.$/,
    );
  });

  it("says the time that iterations take", () => {
    const sample = createSample({ benchmark: "b", unit: "ms", runs: [warm] });
    expect(checkMeasurementWindow(sample, { from: 10 }).warnings[0]!.message).toMatch(
      /6\d iterations, 6\d\d\d ms\.$/,
    );
  });

  it("holds a short recording against the steady state of a longer one", () => {
    const short = run((i) => (i < 60 ? 6 : 0), { n: 50, seed: 3 });
    const steady = steadyState(warm);
    const result = checkMeasurementWindow(short, { from: 20, steady });
    expect(result).toMatchObject({ steady: false, inWarmup: 30, n: 30, steadyMean: steady.mean });
    expect(result.biasInterval![0]).toBeLessThan(6);
    expect(result.biasInterval![1]).toBeGreaterThan(6);
    expect(checkMeasurementWindow(short, { from: 20 })).toMatchObject({ steady: true });
  });

  it("knows nothing where there is no steady state", () => {
    const late = run((i) => (i < 280 ? 4 : 0));
    expect(checkMeasurementWindow(late, { from: 100 })).toMatchObject({
      steady: null,
      inWarmup: null,
      warmup: null,
      bias: null,
      biasInterval: null,
      warnings: [{ code: "no-steady-state" }],
    });
    expect(checkMeasurementWindow([1, 2])).toMatchObject({
      steady: null,
      warnings: [{ code: "too-few-values" }],
    });
    const equal = checkMeasurementWindow(new Array(50).fill(1), { from: 10 });
    expect(equal).toMatchObject({ steady: true, bias: 0, biasInterval: null });
  });

  it("leaves its input as it is, and counts gaps", () => {
    expectUnchanged(warm, (values) => checkMeasurementWindow(values, { from: 10, to: 70 }));
    const gappy = warm.map((value, i) => (i % 4 === 0 ? Number.NaN : value));
    const result = checkMeasurementWindow(gappy, { gaps: "drop", from: 41, to: 81 });
    expect(result).toMatchObject({ window: [41, 80], inWarmup: 15, n: 30 });
  });

  it.each<[string, () => unknown, string, RegExp]>([
    [
      "an empty window",
      () => checkMeasurementWindow(warm, { from: 50, to: 50 }),
      "from",
      /got from 50 to 50/,
    ],
    ["one after the end", () => checkMeasurementWindow(warm, { from: 300 }), "from", /between 0 and 299/],
    [
      "one before the beginning",
      () => checkMeasurementWindow(warm, { to: 0 }),
      "to",
      /got from "the beginning" to 0/,
    ],
    ["from", () => checkMeasurementWindow(warm, { from: Number.NaN }), "from", /got NaN/],
    [
      "steady",
      () => checkMeasurementWindow(warm, { steady: 60 as never }),
      "steady",
      /steadyState\(\), got 60/,
    ],
    [
      "several runs",
      () => checkMeasurementWindow(createSample({ benchmark: "b", runs: [warm, warm] })),
      "values",
      /one run, got a sample of 2/,
    ],
  ])("%s: says what is wrong", (_, call, argument, problem) => {
    expectInputError(call, "checkMeasurementWindow", argument, problem);
  });
});

describe("the talk's JVM", () => {
  const second = (n: number) => Array.from({ length: n }, (_, i) => i);
  const joined = (experiment: number) => {
    const [warmup, measurement] = ["warmup", "measurement"].map(
      (phase) => selectSamples(loadDataset("jvm-warmup"), { experiment, phase })[0]!.runs[0]!,
    );
    return [...warmup!, ...measurement!];
  };

  it("20 s of warm-up were not enough, and 160 s were", () => {
    const long = joined(3);
    const steady = steadyState(long, { times: second(long.length) });
    expect(steady).toMatchObject({ classification: "warmup", time: 146 });
    expect(checkMeasurementWindow(long, { from: 160, times: second(long.length) }).steady).toBe(true);

    const short = joined(1);
    const window = checkMeasurementWindow(short, { from: 20, times: second(short.length), steady });
    expect(window).toMatchObject({ steady: false, inWarmup: 16, n: 16 });
    expect(window.relativeBias).toBeCloseTo(1.5, 1);
    expect(steadyState(short)).toMatchObject({ reached: false });
  });
});
