import { describe, expect, it } from "vitest";
import { detectChangePoints, type RankScanOptions } from "../../src/changepoint/detect-change-points.js";
import { edPelt } from "../../src/changepoint/ed-pelt.js";
import { createSample } from "../../src/core/sample.js";
import { loadDataset } from "../../src/data/load-dataset.js";
import { selectSamples } from "../../src/data/select-samples.js";
import { stream } from "../../src/random/stream.js";
import { binomialCdf } from "../../src/stats/distributions.js";
import { assertClose } from "../support/assert-close.js";
import { autoregression } from "../support/autoregression.js";
import { expectInputError } from "../support/expect-input-error.js";
import { normalValues } from "../support/normal-values.js";
import { expectUnchanged } from "../support/unchanged.js";

const rng = stream(1, "detectChangePoints");
const noise = normalValues(rng, 200, 100, 1);
const step = noise.map((value, i) => value + (i < 130 ? 0 : 6));
const episode = normalValues(rng, 1200, 100, 1).map((value, i) => value + (i >= 600 && i < 684 ? 3 : 0));
const stairs = normalValues(rng, 300, 100, 1).map((value, i) => value + 3 * [0, 1, 3, 0, 2][(i / 60) | 0]!);

describe("what it finds", () => {
  it("one step, with what lies before and after, and intervals", () => {
    const { changePoints, segments, p, outliers, warnings } = detectChangePoints(step);
    expect(changePoints).toHaveLength(1);
    const [change] = changePoints;
    expect(change).toMatchObject({ index: 130, before: segments[0], after: segments[1], time: null });
    assertClose(change?.relativeChange, 0.06, { abs: 0.004 });
    const [low, high] = change?.relativeInterval ?? [0, 0];
    expect(low).toBeLessThan(0.06);
    expect(high).toBeGreaterThan(0.06);
    const [first, last] = change?.indexInterval ?? [0, 0];
    expect(first).toBeLessThanOrEqual(130);
    expect(last).toBeGreaterThanOrEqual(130);
    expect(last - first).toBeLessThan(10);
    expect(change?.p).toBe(p);
    expect(p).toBeLessThan(1e-10);
    expect({ outliers, warnings }).toEqual({ outliers: [], warnings: [] });
  });

  it("an episode of 84 iterations in 1,200, and stairs up and down", () => {
    expect(detectChangePoints(episode).indices).toEqual([600, 684]);
    const found = detectChangePoints(stairs).indices;
    expect(found).toHaveLength(4);
    for (const [k, index] of found.entries()) expect(Math.abs(index - 60 * (k + 1))).toBeLessThanOrEqual(2);
  });

  it("leaves out what is too small to care about, and does not move the rest", () => {
    const stepped = step.map((value, i) => value + (i < 60 ? 0 : 1.5));
    const [small, large] = detectChangePoints(stepped).changePoints;
    expect(detectChangePoints(stepped).indices).toHaveLength(2);
    expect(Math.abs(small?.relativeChange ?? 1)).toBeLessThan(0.03);
    const { changePoints, minMagnitude } = detectChangePoints(stepped, { minMagnitude: 0.03 });
    expect(minMagnitude).toBe(0.03);
    expect(changePoints.map(({ index, p }) => ({ index, p }))).toEqual([
      { index: large?.index, p: large?.p },
    ]);
    expect(changePoints[0]?.before.start).toBe(0);
  });

  it("nothing in noise", () => {
    expect(detectChangePoints(noise)).toMatchObject({
      indices: [],
      changePoints: [],
      segments: [{ n: 200 }],
    });
  });

  it("spikes of one or two values are outliers, and hide no change", () => {
    const spiked = step.with(20, 140).with(21, 150).with(60, 1000).with(160, 10);
    const { indices, outliers } = detectChangePoints(spiked);
    expect(indices).toEqual(detectChangePoints(step).indices);
    expect(outliers.map(({ index, side }) => [index, side])).toEqual([
      [20, "high"],
      [21, "high"],
      [60, "high"],
      [160, "low"],
    ]);
    expect(detectChangePoints(noise.with(100, 1e6)).indices).toEqual([]);
  });

  it("slow iterations of a coarse clock, where most values are equal", () => {
    const ticks = noise.map((value, i) => Math.round(value / 4) + (i >= 90 ? 1 : 0));
    expect(detectChangePoints(ticks).indices).toEqual([90]);
    expect(detectChangePoints(noise.map((value) => Math.round(value / 4))).indices).toEqual([]);
  });

  it("a slope as steps, and says that it is one", () => {
    const slope = noise.map((value, i) => value + i / 30);
    const { indices, warnings } = detectChangePoints(slope);
    expect(indices.length).toBeGreaterThan(0);
    expect(warnings).toMatchObject([{ code: "drift", message: expect.stringMatching(/moves up gradually/) }]);
  });
});

describe("the talk's own data", () => {
  it("hold an episode in which both tasks take twice as long, from 600 to 684, and a step where SMT is off", () => {
    const largest = (labels: Record<string, string>, minMagnitude: number) =>
      detectChangePoints(selectSamples(loadDataset("smt"), labels)[0]!, { minMagnitude });
    for (const task of ["1", "2"]) {
      const { indices, segments } = largest({ smt: "on", task }, 0.05);
      expect(indices).toEqual([600, 684]);
      expect(segments.map(({ mean }) => Math.round(mean / 10))).toEqual([144, task === "1" ? 288 : 287, 144]);
    }
    const { changePoints } = largest({ smt: "off", task: "2" }, 0.005);
    expect(changePoints).toMatchObject([{ index: 201, indexInterval: [200, 201] }]);
    assertClose([changePoints[0]?.before.mean, changePoints[0]?.after.mean], [741.7, 737.17], { abs: 0.01 });
    expect(largest({ smt: "off", task: "1" }, 0.005).indices).toEqual([]);
  });

  it("hold a step near 1,800 where one task runs with DFS", () => {
    const [sample] = selectSamples(loadDataset("dfs-single-task"), { dfs: "on" });
    const { changePoints } = detectChangePoints(sample!);
    const last = changePoints.at(-1);
    expect(last).toMatchObject({ index: 1800, indexInterval: [1800, 1800] });
    assertClose([last?.before.mean, last?.after.mean], [533.31, 537.89], { abs: 0.01 });
  });
});

describe("promises", () => {
  it.each([
    ["normal", (n: number) => normalValues(noises, n, 0, 1)],
    ["log-normal", (n: number) => normalValues(noises, n, 0, 1).map(Math.exp)],
    ["AR(1), 0.5", (n: number) => autoregression(noises, n, 0.5)],
  ])("reports anything in %s noise hardly more often than in 5 % of series", (_, draw) => {
    const alarms = Array.from({ length: 200 }, () => detectChangePoints(draw(60)).indices.length > 0);
    const count = alarms.filter(Boolean).length;
    // So many would come of a rate of 5 % in one of ten thousand such tests.
    expect(1 - binomialCdf(count - 1, 200, 0.05)).toBeGreaterThan(1e-4);
  });
  const noises = stream(1, "detectChangePoints", "noise");

  it("allows for correlated neighbours, which would look like changes", () => {
    const wander = autoregression(stream(3, "wander"), 400, 0.5);
    const { serialCorrelation, indices } = detectChangePoints(wander);
    assertClose(serialCorrelation ?? 0, 0.5, { abs: 0.15 });
    expect(indices).toEqual([]);
  });

  it("gives the same for the same seed, and whatever comes from ranks for any monotone transformation", () => {
    const found = detectChangePoints(stairs);
    expect(detectChangePoints(stairs)).toEqual(found);
    const logs = detectChangePoints(stairs.map(Math.log));
    expect(logs.indices).toEqual(found.indices);
    expect(logs.changePoints.map(({ p }) => p)).toEqual(found.changePoints.map(({ p }) => p));
  });

  it("finds mirrored changes in mirrored time, and in mirrored values the same", () => {
    for (const values of [step, episode, stairs]) {
      const { indices } = detectChangePoints(values);
      const mirrored = detectChangePoints(values.toReversed()).indices;
      expect(mirrored.map((index) => values.length - index).toReversed()).toEqual(indices);
      expect(detectChangePoints(values.map((value) => -value)).indices).toEqual(indices);
    }
  });

  it("shifts and scales with the values", () => {
    const found = detectChangePoints(step);
    const scaled = detectChangePoints(step.map((value) => 8 * value));
    expect(scaled.indices).toEqual(found.indices);
    assertClose(scaled.changePoints[0]?.relativeInterval, found.changePoints[0]?.relativeInterval);
    const shifted = detectChangePoints(step.map((value) => value + 1024));
    expect(shifted.indices).toEqual(found.indices);
    expect(shifted.changePoints[0]?.indexInterval).toEqual(found.changePoints[0]?.indexInterval);
  });

  it("leaves its input as it is", () => {
    expectUnchanged(step, (values) => detectChangePoints(values));
  });

  it("survives JSON", () => {
    for (const values of [step, noise.slice(0, 3), [1], [2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2]]) {
      const result = detectChangePoints(values);
      expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    }
  });
});

describe("options", () => {
  it("takes samples, times and gaps, and counts as the caller does", () => {
    const sample = createSample({ benchmark: "b", unit: "ms", runs: [step] });
    expect(detectChangePoints(sample)).toMatchObject({ unit: "ms", indices: [130] });
    const gappy = step.toSpliced(10, 0, Number.NaN);
    const times = gappy.map((_, i) => 10 * i);
    expect(detectChangePoints(gappy, { gaps: "drop", times })).toMatchObject({
      indices: [131],
      changePoints: [{ time: 1310 }],
      n: 201,
      gaps: "drop",
      warnings: [{ code: "gaps" }],
    });
  });

  it("keeps segments as long as asked, also below the table's", () => {
    const short = noise.slice(0, 60).map((value, i) => value + (i >= 30 && i < 34 ? 50 : 0));
    expect(detectChangePoints(short).indices).not.toEqual([30, 34]);
    expect(detectChangePoints(short, { minSegment: 4 }).indices).toEqual([30, 34]);
    expect(detectChangePoints(episode, { minSegment: 100 }).indices).not.toEqual([600, 684]);
  });

  it("finds less at a smaller alpha", () => {
    const faint = noise.map((value, i) => value + (i < 100 ? 0 : 0.6));
    const p = detectChangePoints(faint).p ?? 1;
    expect(p).toBeGreaterThan(0);
    expect(detectChangePoints(faint, { alpha: p * 0.99 }).indices).toEqual([]);
    expect(detectChangePoints(faint, { alpha: p }).indices.length).toBeGreaterThan(0);
  });

  it("sees more where values are known to be independent, and warns where they are not", () => {
    const faint = autoregression(stream(1, "faint"), 60, 0.2).map((value, i) => value + (i < 30 ? 0 : 1));
    const known = detectChangePoints(faint, { independent: true });
    expect(known).toMatchObject({ independent: true, warnings: [] });
    expect(known.p).toBeLessThan(detectChangePoints(faint).p!);
    const wandering = detectChangePoints(autoregression(stream(1, "wander"), 400, 0.5), {
      independent: true,
    });
    expect(wandering.warnings).toMatchObject([
      { code: "serial-correlation", message: expect.stringContaining("not independent") },
    ]);
  });

  it("hands over to other methods with their own options", () => {
    const { warnings, ...rest } = detectChangePoints(step, {
      method: "ed-pelt",
      minSegment: 10,
      alpha: 0.01,
    });
    const { warnings: own, ...direct } = edPelt(step, { minSegment: 10 });
    expect(rest).toEqual(direct);
    expect(warnings).toMatchObject([...own, { code: "alpha-unused" }]);
    expect(detectChangePoints(step, { method: "pelt" }).method).toBe("pelt");
    const tested = detectChangePoints(step, { method: "e-divisive", alpha: 0.02, permutations: 99, seed: 3 });
    expect(tested).toMatchObject({ significance: 0.02, permutations: 99, seed: 3, alpha: 1, indices: [130] });
    const shuffled = {
      method: "hunter",
      significance: "permutation",
      permutations: 199,
      alpha: 0.02,
    } as const;
    expect(detectChangePoints(step, shuffled)).toMatchObject({ maxP: 0.02, indices: [130] });
    const hunted = detectChangePoints(step, { method: "hunter", alpha: 0.02 });
    expect(hunted).toMatchObject({ indices: [130], maxP: 0.001, warnings: [{ code: "alpha-unused" }] });
    expect(detectChangePoints(step, { method: "binary-segmentation" }).indices).toEqual([130]);
  });
});

describe("weak and wrong input", () => {
  it.each([
    [1, {}, /10 would do/],
    [9, {}, /10 would do/],
    [10, { alpha: 0.001 }, /1\d would do/],
    [30, { minSegment: 20 }, /40 would do/],
  ] as const)("finds nothing in %i values with %o, and says how many would do", (n, options, message) => {
    const { indices, p, warnings } = detectChangePoints(noise.slice(0, n), options);
    expect(indices).toEqual([]);
    expect(p === null || p > 0.001).toBe(true);
    expect(warnings).toMatchObject([{ code: "too-few-values", message: expect.stringMatching(message) }]);
  });

  it("finds nothing where nothing varies", () => {
    expect(detectChangePoints(new Float64Array(100).fill(7))).toMatchObject({
      indices: [],
      outliers: [],
      p: null,
      warnings: [{ code: "no-variation" }],
    });
  });

  it("says so where neighbours are correlated more than it is simulated for", () => {
    const { warnings } = detectChangePoints(autoregression(stream(1, "wander"), 1000, 0.8));
    expect(warnings.map(({ code }) => code)).toContain("serial-correlation");
  });

  it.each<[string, readonly number[], RankScanOptions, string, RegExp]>([
    ["no value", [], {}, "values", /at least one value/],
    ["a gap", [1, Number.NaN], {}, "values[1]", /finite/],
    ["an unknown method", step, { method: "best" as never }, "method", /"rank-scan", .*got "best"/],
    ["alpha 0", step, { alpha: 0 }, "alpha", /between 0 and 1/],
    ["a negative minMagnitude", step, { minMagnitude: -0.1 }, "minMagnitude", /0 or more.*got -0.1/],
    ["alpha as text", step, { alpha: "5%" as never }, "alpha", /got "5%"/],
    ["segments of one value", step, { minSegment: 1 }, "minSegment", /2 or more, got 1/],
    ["confidence 1", step, { confidence: 1 }, "confidence", /between 0 and 1/],
    [
      "a word for independence",
      step,
      { independent: "yes" as never },
      "independent",
      /true, false, got "yes"/,
    ],
    ["half a seed", step, { seed: 0.5 }, "seed", /whole number/],
    ["an option without its name", step, 0.05 as never, "options", /\{ name: value \}/],
  ])("refuses %s", (_, values, options, argument, problem) => {
    expectInputError(() => detectChangePoints(values, options), "detectChangePoints", argument, problem);
  });
});
