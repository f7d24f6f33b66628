import { describe, expect, it } from "vitest";
import { createSample } from "../../src/core/sample.js";
import { stream } from "../../src/random/stream.js";
import { effectiveSampleSize } from "../../src/stats/effective-sample-size.js";
import { type SteadyStateOptions, steadyState } from "../../src/steady/steady-state.js";
import { assertClose } from "../support/assert-close.js";
import { expectInputError } from "../support/expect-input-error.js";
import { simulatedRun } from "../support/simulated-run.js";
import { expectUnchanged } from "../support/unchanged.js";

function run(level: (iteration: number) => number, { n = 300, seed = 1, correlation = 0 } = {}): number[] {
  return simulatedRun(stream(seed, "steady"), n, (i) => 100 + level(i), correlation);
}

const warm = run((i) => (i < 60 ? 4 : 0));

describe("steadyState(values)", () => {
  it("reports everything that it found", () => {
    const sample = createSample({ benchmark: "b", unit: "ms", runs: [warm] });
    const result = steadyState(sample);
    const before = warm.slice(0, 60).reduce((sum, value) => sum + value, 0);
    const steady = warm.slice(60);
    const { estimate, standardError } = effectiveSampleSize(steady);
    expect(result).toEqual({
      method: "changepoint",
      reached: true,
      classification: "warmup",
      start: 60,
      startInterval: [expect.any(Number), expect.any(Number)],
      time: expect.closeTo(before, 8),
      timeInterval: [expect.any(Number), expect.any(Number)],
      timeUnit: "ms",
      mean: expect.closeTo(steady.reduce((sum, value) => sum + value, 0) / 240, 10),
      meanInterval: [expect.any(Number), expect.any(Number)],
      standardError,
      effectiveSize: estimate,
      detectableShift: expect.any(Number),
      margin: { relative: 0.005 },
      horizon: 0.25,
      better: "lower",
      gaps: "refuse",
      confidence: 0.95,
      n: 300,
      unit: "ms",
      warnings: [],
    });
    const [first, last] = result.startInterval!;
    const [low, high] = result.timeInterval!;
    assertClose(
      low,
      warm.slice(0, first).reduce((sum, value) => sum + value, 0),
      { rel: 1e-12 },
    );
    assertClose(
      high,
      warm.slice(0, last).reduce((sum, value) => sum + value, 0),
      { rel: 1e-12 },
    );
    // Student's t of some 240 degrees of freedom.
    assertClose(result.meanInterval![1] - result.mean!, 1.97 * standardError!, { rel: 0.005 });
  });

  it("time comes from `times`, or values that are times, or not at all", () => {
    const times = warm.map((_, i) => 1000 + 2 * i);
    expect(steadyState(warm, { times })).toMatchObject({ time: 120, timeUnit: null });
    expect(steadyState(warm)).toMatchObject({ time: null, timeInterval: null, timeUnit: null });
    const latency = createSample({ benchmark: "b", metric: "latency p50", unit: "ms", runs: [warm] });
    expect(steadyState(latency)).toMatchObject({ time: null, unit: "ms" });
    expect(steadyState(latency, { times }).time).toBe(120);
    const bytes = createSample({ benchmark: "b", unit: "B", runs: [warm] });
    expect(steadyState(bytes).time).toBeNull();
  });

  it("more of the steady state does not move the start", () => {
    const { start, startInterval } = steadyState(warm);
    for (const more of [50, 300, 1000]) {
      const longer = [...warm, ...run(() => 0, { n: more, seed: 2 })];
      const found = steadyState(longer).start!;
      expect(found).toBeGreaterThanOrEqual(startInterval![0]);
      expect(found).toBeLessThanOrEqual(startInterval![1]);
    }
    expect(start).toBe(60);
  });

  it("a run from which the warm-up is cut off is flat", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const values = run((i) => (i < 40 ? 6 : 0), { seed });
      const { start } = steadyState(values);
      expect(steadyState(values.slice(start!)), `seed ${seed}`).toMatchObject({
        classification: "flat",
        start: 0,
      });
    }
  });

  it("shift and scale move the mean, and nothing else", () => {
    const margin = { absolute: 0.5 };
    const result = steadyState(warm, { margin });
    const shifted = steadyState(
      warm.map((value) => value + 512),
      { margin },
    );
    assertClose(
      shifted,
      { ...result, mean: result.mean! + 512, meanInterval: result.meanInterval!.map((bound) => bound + 512) },
      { rel: 1e-9 },
    );
    const scaled = steadyState(
      warm.map((value) => 0.25 * value),
      { margin: { absolute: 0.125 } },
    );
    expect(scaled.startInterval).toEqual(result.startInterval);
    assertClose(scaled.detectableShift, 0.25 * result.detectableShift!);
  });

  it("intervals of start and mean hold the truth as often as they promise", () => {
    let starts = 0;
    let means = 0;
    const rounds = 150;
    for (let seed = 1; seed <= rounds; seed++) {
      const values = run((i) => (i < 50 ? 3 : 0), { n: 250, seed, correlation: 0.3 });
      const { startInterval, meanInterval } = steadyState(values);
      if (startInterval !== null && startInterval[0] <= 50 && 50 <= startInterval[1]) starts++;
      if (meanInterval !== null && meanInterval[0] <= 100 && 100 <= meanInterval[1]) means++;
    }
    // 95 % less four standard errors of 1.8 points: docs/simulations-steady.md has more.
    expect(starts / rounds).toBeGreaterThan(0.88);
    expect(means / rounds).toBeGreaterThan(0.86);
  });

  it("wider with more confidence", () => {
    const values = run((i) => (i < 60 ? 2 : 0));
    const [narrow, wide] = [0.5, 0.99].map((confidence) => steadyState(values, { confidence }));
    const width = ([low, high]: readonly [number, number]) => high - low;
    expect(width(wide!.startInterval!)).toBeGreaterThan(width(narrow!.startInterval!));
    expect(width(wide!.meanInterval!)).toBeGreaterThan(width(narrow!.meanInterval!));
  });

  it("says how much longer to measure where the level changes too late", () => {
    const result = steadyState(run((i) => (i < 270 ? 4 : 0)));
    expect(result).toMatchObject({ reached: false, start: null, time: null, mean: null, meanInterval: null });
    expect(result.warnings).toMatchObject([
      {
        code: "no-steady-state",
        message: expect.stringMatching(
          /iteration 270 of 300, .* 75 values .* measure 360 iterations or more/,
        ),
      },
    ]);
    expect(
      steadyState(
        run((i) => (i < 270 ? 4 : 0)),
        { horizon: 30 },
      ),
    ).toMatchObject({ reached: true, start: 270 });
  });

  it("a warm-up that goes on at the end of its decay is steady from where it does not", () => {
    const values = run((i) => (i < 30 ? 20 - i / 3 : i < 130 ? 10 - (i - 30) / 10 : 0), { n: 600 });
    const { start, classification } = steadyState(values);
    expect(classification).toBe("warmup");
    expect(start).toBeGreaterThan(90);
    expect(start).toBeLessThan(200);
  });

  it("sees no smaller shift than it says", () => {
    const { detectableShift } = steadyState(run(() => 0));
    const found = (shift: number) => {
      let count = 0;
      for (let seed = 1; seed <= 40; seed++) {
        if (steadyState(run((i) => (i < 30 ? shift : 0), { seed })).classification === "warmup") count++;
      }
      return count;
    };
    expect(found(0.5 * detectableShift!)).toBeLessThan(10);
    expect(found(1.5 * detectableShift!)).toBeGreaterThan(35);
  });

  it("a rate warms up as it rises", () => {
    const rates = warm.map((value) => 200 - value);
    const sample = createSample({ benchmark: "b", unit: "1/s", better: "higher", runs: [rates] });
    expect(steadyState(sample).classification).toBe("warmup");
    expect(steadyState(rates).classification).toBe("slowdown");
  });
});

describe('steadyState(values, { method: "mser-5" })', () => {
  it("cuts whole batches of five off, and knows no interval of that", () => {
    const result = steadyState(
      run((i) => (i < 60 ? 4 : 0), { seed: 2 }),
      { method: "mser-5" },
    );
    expect(result).toMatchObject({
      method: "mser-5",
      reached: true,
      classification: null,
      startInterval: null,
      timeInterval: null,
      detectableShift: null,
    });
    expect(result.start! % 5).toBe(0);
    expect(Math.abs(result.start! - 60)).toBeLessThan(20);
    expect(result.meanInterval![0]).toBeLessThan(result.mean!);
  });

  it("has no answer where it would cut more than half", () => {
    const result = steadyState(
      run((i) => (i < 200 ? 4 : 0)),
      { method: "mser-5" },
    );
    expect(result).toMatchObject({ reached: false, start: null, warnings: [{ code: "no-steady-state" }] });
  });

  it("needs 50 values", () => {
    expect(steadyState(warm.slice(0, 49), { method: "mser-5" })).toMatchObject({
      reached: false,
      warnings: [
        { code: "too-few-values", message: expect.stringMatching(/^49 values .* 50 values would do/) },
      ],
    });
  });
});

describe("steadyState(weak data)", () => {
  it.each([[[5]], [[1, 2]], [warm.slice(0, 19)]])("%j: too few values", (values) => {
    expect(steadyState(values)).toMatchObject({
      reached: false,
      classification: null,
      start: null,
      mean: null,
      warnings: [{ code: "too-few-values", message: expect.stringMatching(/20 values would do/) }],
    });
  });

  it("equal values are flat, with a mean and no interval", () => {
    expect(steadyState(new Array(60).fill(0.1))).toMatchObject({
      reached: true,
      classification: "flat",
      mean: 0.1,
      meanInterval: null,
      warnings: [{ code: "no-variation" }],
    });
  });

  it("counts gaps as the caller does", () => {
    const gappy = warm.map((value, i) => (i % 7 === 0 ? Number.NaN : value));
    const result = steadyState(gappy, { gaps: "drop", times: warm.map((_, i) => 10 * i) });
    expect(result).toMatchObject({ start: 60, time: 600, n: 300, warnings: [{ code: "gaps" }] });
    expect(steadyState(gappy, { gaps: "fill" }).start).toBe(60);
  });

  it("leaves its input as it is", () => {
    expectUnchanged(warm, (values) => steadyState(values));
    expectUnchanged(warm, (values) => steadyState(values, { method: "mser-5" }));
  });

  it.each<[string, () => unknown, string, RegExp]>([
    ["no value", () => steadyState([]), "values", /one value, got 0/],
    ["a missing value", () => steadyState([1, Number.NaN]), "values[1]", /NaN/],
    [
      "an infinite value",
      () => steadyState([1, Number.NEGATIVE_INFINITY], { gaps: "drop" }),
      "values[1]",
      /-Infinity/,
    ],
    [
      "method",
      () => steadyState(warm, { method: "welch" as never }),
      "method",
      /"changepoint", "mser-5", got "welch"/,
    ],
    ["horizon", () => steadyState(warm, { horizon: 0 }), "horizon", /got 0/],
    ["confidence", () => steadyState(warm, { confidence: 95 }), "confidence", /got 95/],
    ["times", () => steadyState(warm, { times: [1, 2] }), "times", /300, got 2/],
    ["gaps", () => steadyState(warm, { gaps: "skip" } as unknown as SteadyStateOptions), "gaps", /"refuse"/],
    [
      "several runs",
      () => steadyState(createSample({ benchmark: "b", runs: [warm, warm] })),
      "values",
      /one run, got a sample of 2; use steadyStateOverRuns\(\)/,
    ],
  ])("%s: says what is wrong", (_, call, argument, problem) => {
    expectInputError(call, "steadyState", argument, problem);
  });
});
