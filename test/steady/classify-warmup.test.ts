import { describe, expect, it } from "vitest";
import { createSample } from "../../src/core/sample.js";
import { loadDataset } from "../../src/data/load-dataset.js";
import { selectSamples } from "../../src/data/select-samples.js";
import { stream } from "../../src/random/stream.js";
import { type ClassifyWarmupOptions, classifyWarmup } from "../../src/steady/classify-warmup.js";
import { expectInputError } from "../support/expect-input-error.js";
import { reference } from "../support/reference.js";
import { simulatedRun } from "../support/simulated-run.js";
import { expectUnchanged } from "../support/unchanged.js";

interface Reference {
  readonly cases: readonly {
    readonly name: string;
    readonly values: readonly number[];
    readonly results: readonly {
      readonly window: number;
      readonly steady: number;
      readonly delta: number;
      readonly relative: boolean;
      readonly classification: string;
      readonly changes: readonly number[];
      readonly outliers: readonly number[];
    }[];
  }[];
}

const { cases } = reference<Reference>("warmup-stats");

function run(level: (iteration: number) => number, { n = 300, seed = 1, correlation = 0 } = {}): number[] {
  return simulatedRun(stream(seed, "classify"), n, (i) => 100 + level(i), correlation);
}

const flat = run(() => 0);
const warm = run((i) => (i < 60 ? 4 : 0));
const slow = run((i) => (i < 60 ? -4 : 0));
const late = run((i) => (i < 270 ? 4 : 0));

describe('classifyWarmup(runs, { mode: "barrett" })', () => {
  it.each(cases)("agrees with the rules of warmup_stats: $name", ({ values, results }) => {
    for (const { window, steady, delta, relative, classification, changes, outliers } of results) {
      const margin = relative ? { relative: delta } : { absolute: delta };
      const result = classifyWarmup(values, { mode: "barrett", window, horizon: steady, margin });
      expect(result.runs[0]).toMatchObject({ classification, indices: changes, outliers });
    }
  });

  it("gives the same in any unit of time, and takes 0.001 s from it", () => {
    const { values, results } = cases.find(({ name }) => name === "seconds long")!;
    for (const [unit, scale] of [
      ["s", 1],
      ["ms", 1e3],
      ["us", 1e6],
      ["ns", 1e9],
    ] as const) {
      const runs = [values.map((value) => scale * value)];
      const result = classifyWarmup(createSample({ benchmark: "b", unit, runs }), { mode: "barrett" });
      expect(result.runs[0]).toMatchObject({
        classification: results[0]!.classification,
        indices: results[0]!.changes,
      });
      expect(result.margin.absolute).toBeCloseTo(0.001 * scale, 12);
      expect(result).toMatchObject({ mode: "barrett", horizon: 500, window: 200, unit });
    }
  });

  it("adds squares of the unit to the unit, as warmup_stats does: milliseconds taken for seconds are flat", () => {
    const { values } = cases.find(({ name }) => name === "warm-up")!;
    const options = { mode: "barrett", margin: { relative: 0.01 } } as const;
    expect(classifyWarmup(values, options).classification).toBe("warmup");
    const asMilliseconds = values.map((value) => 1e3 * value);
    expect(classifyWarmup(asMilliseconds, options).classification).toBe("warmup");
    const asMicroseconds = values.map((value) => 1e6 * value);
    expect(classifyWarmup(asMicroseconds, options).classification).toBe("flat");
  });

  it("takes rates the other way round", () => {
    const { values } = cases.find(({ name }) => name === "warm-up")!;
    const rates = values.map((value) => 1 / value);
    const options = { mode: "barrett", margin: { relative: 0.01 } } as const;
    expect(classifyWarmup(rates, options).classification).toBe("slowdown");
    expect(classifyWarmup(rates, { ...options, better: "higher" }).classification).toBe("warmup");
  });

  it("asks for a margin where the unit says nothing about seconds", () => {
    for (const values of [warm, createSample({ benchmark: "b", unit: "B", runs: [warm] })]) {
      expectInputError(
        () => classifyWarmup(values, { mode: "barrett" }),
        "classifyWarmup",
        "margin",
        /0\.001 s says nothing about values (without a unit|in "B")/,
      );
    }
  });

  it("says nothing about three values", () => {
    const result = classifyWarmup([1, 2, 3], { mode: "barrett", margin: { absolute: 1 } });
    expect(result.classification).toBeNull();
    expect(result.warnings).toMatchObject([
      { code: "too-few-values", message: expect.stringMatching(/; 4 /) },
    ]);
  });
});

describe("classifyWarmup(runs)", () => {
  it("tells the four classes apart", () => {
    const result = classifyWarmup([flat, warm, slow, late]);
    expect(result.runs.map(({ classification }) => classification)).toEqual([
      "flat",
      "warmup",
      "slowdown",
      "no steady state",
    ]);
    expect(result.classification).toBe("bad inconsistent");
    expect(result.counts).toEqual({ flat: 1, warmup: 1, slowdown: 1, "no steady state": 1 });
    expect(result.runs.map(({ start }) => start)).toEqual([0, 60, 60, null]);
    expect(result.warnings).toMatchObject([
      {
        code: "no-steady-state",
        message: expect.stringMatching(/^Run 4: The level still changes at iteration 270 of 300/),
      },
    ]);
  });

  it("says what runs have in common", () => {
    expect(classifyWarmup([flat, flat]).classification).toBe("flat");
    expect(classifyWarmup([flat, warm]).classification).toBe("good inconsistent");
    expect(classifyWarmup([warm, slow]).classification).toBe("bad inconsistent");
  });

  it("reports everything that it found", () => {
    const result = classifyWarmup(createSample({ benchmark: "b", unit: "ms", runs: [warm] }));
    expect(result).toMatchObject({
      method: "warmup-classes",
      mode: "robust",
      classification: "warmup",
      margin: { relative: 0.005 },
      horizon: 0.25,
      window: null,
      better: "lower",
      gaps: "refuse",
      confidence: 0.95,
      unit: "ms",
      warnings: [],
    });
    const [only] = result.runs;
    expect(only).toMatchObject({ n: 300, start: 60, startInterval: [59, 61], indices: [60], outliers: [] });
    expect(only!.segments.map(({ start, end }) => [start, end])).toEqual([
      [0, 60],
      [60, 300],
    ]);
    expect(only!.changePoints[0]).toMatchObject({ index: 60, indexInterval: [59, 61] });
  });

  it("is not misled by pauses, a brief disturbance, or a first slow iteration like many later ones", () => {
    const pauses = flat.map((value, i) => (i % 50 < 2 ? value + 30 : value));
    expect(classifyWarmup(pauses).classification).toBe("flat");
    const disturbed = classifyWarmup(flat.map((value, i) => (i >= 150 && i < 160 ? value + 5 : value)));
    expect(disturbed.classification).toBe("flat");
    expect(disturbed.warnings).toMatchObject([
      { code: "disturbance", message: expect.stringMatching(/iteration 150 to 159/) },
    ]);
    const first = classifyWarmup(flat.map((value, i) => (i === 0 ? value + 30 : value)));
    expect(first.runs[0]).toMatchObject({ classification: "warmup", start: 1, startInterval: [1, 1] });
  });

  it("calls a long disturbance by its direction, as the paper does, and warns", () => {
    const result = classifyWarmup(flat.map((value, i) => (i >= 100 && i < 140 ? value + 5 : value)));
    expect(result).toMatchObject({ classification: "warmup", warnings: [{ code: "disturbance" }] });
    expect(result.runs[0]!.start).toBe(140);
  });

  it("drift is no steady state", () => {
    for (const slope of [5, -5]) {
      const result = classifyWarmup(run((i) => (slope * i) / 300));
      expect(result).toMatchObject({ classification: "no steady state", warnings: [{ code: "drift" }] });
    }
  });

  it("finds the end of a decay", () => {
    const { runs } = classifyWarmup(run((i) => 10 * Math.exp(-i / 15)));
    // 10 · exp(−i / 15) is 0.5, the margin, at 45.
    expect(runs[0]!.classification).toBe("warmup");
    expect(runs[0]!.startInterval![0]).toBeLessThanOrEqual(45);
    expect(runs[0]!.startInterval![1]).toBeGreaterThanOrEqual(45);
    expect(Math.abs(runs[0]!.start! - 45)).toBeLessThan(10);
  });

  it("hardly ever sees a change in noise, whose neighbours may be correlated", () => {
    for (const correlation of [0, 0.5]) {
      let found = 0;
      for (let seed = 1; seed <= 100; seed++) {
        const result = classifyWarmup(run(() => 0, { n: 200, seed, correlation }));
        if (result.classification !== "flat") found++;
      }
      // Of 100 with a rate of 5 %, more than 12 are once in a thousand times.
      expect(found, `correlation ${correlation}`).toBeLessThanOrEqual(12);
    }
  });

  it("the classes do not depend on the unit, or on the level where the margin is absolute", () => {
    const runs = [flat, warm, slow, late];
    const { runs: expected } = classifyWarmup(runs, { margin: { absolute: 0.5 } });
    const classesOf = (transform: (value: number) => number, options: ClassifyWarmupOptions) =>
      classifyWarmup(
        runs.map((values) => values.map(transform)),
        options,
      ).runs.map(({ classification, start }) => ({ classification, start }));
    const same = expected.map(({ classification, start }) => ({ classification, start }));
    expect(classesOf((value) => value + 1000, { margin: { absolute: 0.5 } })).toEqual(same);
    for (const scale of [2 ** -40, 2 ** 40]) {
      expect(classesOf((value) => scale * value, {})).toEqual(
        classifyWarmup(runs).runs.map(({ classification, start }) => ({ classification, start })),
      );
    }
    expect(classesOf((value) => -value, { margin: { absolute: 0.5 }, better: "higher" })).toEqual(same);
  });

  it("counts gaps as the caller does", () => {
    const gappy = warm.map((value, i) => (i % 10 === 3 ? Number.NaN : value));
    const result = classifyWarmup([gappy], { gaps: "drop" });
    expect(result.runs[0]).toMatchObject({ classification: "warmup", start: 60, n: 300, indices: [60] });
    expect(result.warnings).toMatchObject([{ code: "gaps" }]);
    expectInputError(() => classifyWarmup([flat, gappy]), "classifyWarmup", "runs[1][3]", /NaN/);
  });

  it("says nothing about a short run, and nothing wrong about equal values", () => {
    const short = classifyWarmup([flat, [1, 2]]);
    expect(short.classification).toBeNull();
    expect(short.warnings).toMatchObject([
      { code: "too-few-values", message: expect.stringMatching(/^Run 2: 2 values .* 20 values would do/) },
    ]);
    expect(classifyWarmup(new Array(50).fill(0.1)).classification).toBe("flat");
    const step = Array.from({ length: 50 }, (_, i) => (i < 12 ? 2 : 1));
    expect(classifyWarmup(step).runs[0]).toMatchObject({ classification: "warmup", start: 12 });
  });

  it("leaves its input as it is", () => {
    expectUnchanged(warm, (values) => classifyWarmup(values));
    expectUnchanged(warm, (values) => classifyWarmup(values, { mode: "barrett", margin: { absolute: 0.1 } }));
  });

  it.each<[string, () => unknown, string, RegExp]>([
    ["no run", () => classifyWarmup([]), "runs", /one value, got 0/],
    ["an empty run", () => classifyWarmup([flat, []]), "runs[1]", /one value, got 0/],
    [
      "an infinite value",
      () => classifyWarmup([flat, [1, Number.POSITIVE_INFINITY]]),
      "runs[1][1]",
      /Infinity/,
    ],
    ["text", () => classifyWarmup("fast" as never), "runs", /array of numbers.*got "fast"/],
    ["a mixture", () => classifyWarmup([flat, 3] as never), "runs[1]", /array of numbers or a sample, got 3/],
    [
      "mode",
      () => classifyWarmup(flat, { mode: "paper" as never }),
      "mode",
      /"robust", "barrett", got "paper"/,
    ],
    [
      "horizon",
      () => classifyWarmup(flat, { horizon: 1.5 }),
      "horizon",
      /share of the run below 1.*got 1\.5/,
    ],
    ["window", () => classifyWarmup(flat, { window: -1 }), "window", /got -1/],
    ["margin", () => classifyWarmup(flat, { margin: 0.01 as never }), "margin", /\{ relative: 0\.02 \}/],
    ["better", () => classifyWarmup(flat, { better: "faster" as never }), "better", /"lower", "higher"/],
    ["options", () => classifyWarmup(flat, 5 as never), "options", /got 5/],
  ])("%s: says what is wrong", (_, call, argument, problem) => {
    expectInputError(call, "classifyWarmup", argument, problem);
  });

  it("two units are no one benchmark", () => {
    const inUnit = (unit: string) => createSample({ benchmark: "b", unit, runs: [flat] });
    expectInputError(
      () => classifyWarmup([inUnit("ms"), inUnit("ns")]),
      "classifyWarmup",
      "runs",
      /one unit on both sides, got "ms" and "ns"/,
    );
  });
});

describe("the talk's data", () => {
  it("SMT off: task 1 is flat, and task 2 warms up for 200 iterations", () => {
    const [first, second] = [1, 2].map(
      (task) => classifyWarmup(selectSamples(loadDataset("smt"), { smt: "off", task })).runs[0]!,
    );
    expect(first).toMatchObject({ classification: "flat", start: 0 });
    expect(second).toMatchObject({ classification: "warmup", start: 200, startInterval: [200, 200] });
  });

  it("SMT on: an episode from 600 to about 684, before which the level was the same", () => {
    const { runs } = classifyWarmup(selectSamples(loadDataset("smt"), { smt: "on" }));
    expect(runs.map(({ classification }) => classification)).toEqual(["warmup", "warmup"]);
    expect(runs.map(({ start }) => start)).toEqual([688, 684]);
    for (const { warnings } of runs) {
      expect(warnings).toMatchObject([
        { code: "disturbance", message: expect.stringMatching(/^From iteration 600 to 68[37]/) },
      ]);
    }
  });

  it("DFS: cold starts every 200 iterations are set aside", () => {
    const [off] = selectSamples(loadDataset("dfs-single-task"), { dfs: "off" });
    const { classification, runs } = classifyWarmup(off!);
    expect(classification).toBe("flat");
    expect(runs[0]!.outliers).toEqual(expect.arrayContaining([200, 400, 800]));
  });
});
