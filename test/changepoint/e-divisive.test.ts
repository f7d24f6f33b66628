import { describe, expect, it } from "vitest";
import { eDivisive } from "../../src/changepoint/e-divisive.js";
import type { EDivisiveOptions } from "../../src/changepoint/energy/e-divisive-options.js";
import { createSample } from "../../src/core/sample.js";
import { stream } from "../../src/random/stream.js";
import { assertClose } from "../support/assert-close.js";
import { energyByDefinition, type Point } from "../support/energy-definition.js";
import { expectInputError } from "../support/expect-input-error.js";
import { noisySeries, seriesShapes } from "../support/noisy-series.js";
import { normalValues } from "../support/normal-values.js";
import { reference } from "../support/reference.js";
import { expectLevel } from "../support/rejection-rate.js";
import { expectUnchanged } from "../support/unchanged.js";

type SplitOptions = Required<Pick<EDivisiveOptions, "alpha" | "minSegment" | "kappa">>;

interface RReference {
  readonly example: readonly number[];
  readonly cases: readonly {
    readonly values: readonly Point[];
    readonly splits: readonly (SplitOptions & { readonly index: number; readonly statistic: number })[];
  }[];
}

interface PublishedReference {
  readonly statistics: readonly {
    readonly source: string;
    readonly values: readonly number[];
    readonly digits: number;
    readonly q: readonly number[];
  }[];
  readonly changes: readonly {
    readonly source: string;
    readonly kappa: "all" | "end";
    readonly values: readonly number[];
    readonly indices: readonly number[];
    readonly statistics?: readonly number[];
  }[];
}

const steps = [10, 11, 10, 12, 11, 10, 20, 21, 19, 20, 22, 21, 15, 14, 16, 15, 15, 14];
const published = reference<PublishedReference>("e-divisive-published");

describe("eDivisive: reference values", () => {
  it.each(reference<RReference>("e-divisive").cases)(
    "eDivisive(values, { permutations: 0 }) agrees with R, case %#",
    ({ values, splits }) => {
      for (const { index, statistic, ...options } of splits) {
        const result = split(values, options);
        expect(result.indices).toEqual(statistic > 0 ? [index] : []);
        if (statistic > 0) assertClose(result.changePoints[0]?.statistic, statistic, { rel: 1e-10 });
      }
    },
  );

  it("eDivisive(example of the ecp paper) finds the published changes, in the published order", () => {
    const { example } = reference<RReference>("e-divisive");
    const { changePoints, rejected } = eDivisive(example, { minSegment: 30 });
    expect(changePoints.map(({ index, step }) => [index + 1, step])).toEqual([
      [108, 3],
      [201, 1],
      [308, 2],
    ]);
    expect(rejected).not.toBeNull();
  });

  it.each(published.statistics)("the statistic is as published: $source", ({ values, q, digits }) => {
    q.forEach((expected, place) => {
      if (place === 0) return;
      const statistic = energyByDefinition(values.slice(0, place), values.slice(place), 1);
      assertClose(statistic, expected, { rel: 10 ** -digits, abs: 0.5 * 10 ** -digits });
    });
    const [change] = split(values, { alpha: 1, minSegment: 1, kappa: "end" }).changePoints;
    assertClose(change?.statistic, Math.max(...q), { rel: 10 ** -digits });
    expect(q[change!.index]).toBe(Math.max(...q));
  });

  it.each(published.changes)("finds what is published: $source", ({ values, kappa, indices, statistics }) => {
    const options = { kappa, minSegment: 1 };
    expect(eDivisive(values, options).indices).toEqual(indices);
    const untested = eDivisive(values, { ...options, permutations: 0, maxChangePoints: indices.length });
    expect(untested.indices).toEqual(indices);
    const found = untested.changePoints.map(({ statistic }) => statistic);
    if (statistics !== undefined) assertClose(found, statistics);
  });
});

describe("eDivisive: laws", () => {
  const rng = stream(1, "laws");
  const series = seriesShapes.flatMap((shape) =>
    Array.from({ length: 4 }, () => noisySeries(rng, shape, 24)),
  );
  const options = { permutations: 99, minSegment: 3 } as const;

  it("eDivisive(c · values + d) finds the same, with Q and all times |c| to the power alpha", () => {
    for (const values of series) {
      for (const alpha of [1, 2]) {
        const there = eDivisive(values, { ...options, alpha });
        for (const [factor, offset] of [
          [0.3, -5],
          [-4, 0],
          [1e3, 1e6],
        ] as const) {
          const moved = eDivisive(
            values.map((value) => factor * value + offset),
            { ...options, alpha },
          );
          expect(moved.indices).toEqual(there.indices);
          expect(moved.changePoints.map(({ p }) => p)).toEqual(there.changePoints.map(({ p }) => p));
          const expected = there.changePoints.map(({ statistic }) => statistic * Math.abs(factor) ** alpha);
          assertClose(
            moved.changePoints.map(({ statistic }) => statistic),
            expected,
            { rel: 1e-7 },
          );
        }
      }
    }
  });

  // With all ends the first side starts at the beginning and the second may stop before the end, which is no mirror image.
  it('eDivisive(reversed, { kappa: "end" }) is the mirror image', () => {
    for (const values of series) {
      if (new Set(values).size < values.length) continue;
      const untested = { permutations: 0, maxChangePoints: 3, minSegment: 2, kappa: "end" } as const;
      const there = eDivisive(values, untested);
      const back = eDivisive(values.toReversed(), untested);
      expect(back.indices.toReversed()).toEqual(there.indices.map((index) => values.length - index));
      assertClose(
        back.changePoints.map(({ statistic }) => statistic).toReversed(),
        there.changePoints.map(({ statistic }) => statistic),
        { rel: 1e-9 },
      );
    }
  });

  // Copies lie at distance 0 of each other, which lowers the U-statistic's distances within, so replication is no law of Q,
  // except where nothing varies within the sides.
  it("eDivisive(each value k times) finds clean steps at k times the index", () => {
    const clean = [1, 1, 1, 1, 1, 5, 5, 5, 5, 5, 2, 2, 2, 2, 2];
    const { indices } = eDivisive(clean);
    expect(indices).toEqual([5, 10]);
    for (const k of [2, 3]) {
      const replicated = clean.flatMap((value) => Array.from({ length: k }, () => value));
      expect(eDivisive(replicated).indices).toEqual(indices.map((index) => k * index));
    }
  });

  it("eDivisive(points of one coordinate, or of the same twice) finds what the values have", () => {
    for (const values of series) {
      const there = eDivisive(values, options);
      const one = eDivisive(
        values.map((value) => [value]),
        options,
      );
      expect(one.indices).toEqual(there.indices);
      expect(one.changePoints.map(({ p }) => p)).toEqual(there.changePoints.map(({ p }) => p));
      const twice = eDivisive(
        values.map((value) => [value, value]),
        options,
      );
      expect(twice.indices).toEqual(there.indices);
    }
  });
});

describe("eDivisive: chance", () => {
  it("eDivisive(noise) keeps its level, with ties too", () => {
    const tests = { permutations: 19, significance: 0.1, maxChangePoints: 1 } as const;
    for (const kappa of ["all", "end"] as const) {
      const p = (values: number[], seed: number) => {
        const { rejected, changePoints } = eDivisive(values, { ...tests, kappa, seed });
        return rejected?.p ?? changePoints[0]?.p ?? null;
      };
      expectLevel(`${kappa}, normal`, (rng) => p(normalValues(rng, 15, 0, 1), rng.uint32()));
      const dice = (sides: number, n: number, rng: ReturnType<typeof stream>) =>
        Array.from({ length: n }, () => rng.below(sides));
      expectLevel(`${kappa}, tied`, (rng) => p(dice(4, 16, rng), rng.uint32()), { atLeast: 0.03 });
    }
  });

  it("eDivisive(values, { seed }) is the same for one seed, and p has the steps of its permutations", () => {
    const values = noisySeries(stream(1, "seed"), "step", 40);
    const result = eDivisive(values, { permutations: 999 });
    expect(eDivisive(values, { permutations: 999 })).toEqual(result);
    expect(result.changePoints).toMatchObject([{ p: 0.001, draws: 999 }]);
    const other = eDivisive(values, { permutations: 999, seed: 2 });
    expect(other.rejected?.p).not.toBe(result.rejected?.p);
    expect(result).toMatchObject({ seed: 1, permutations: 999, alpha: 1, kappa: "all", minSegment: 2 });
  });

  it("eDivisive(change of spread) sees it with alpha 1, and not with 2", () => {
    const rng = stream(1, "spread");
    const values = [...normalValues(rng, 100, 0, 1), ...normalValues(rng, 100, 0, 5)];
    const [found] = eDivisive(values, { kappa: "end" }).indices;
    expect(Math.abs(found! - 100)).toBeLessThan(8);
    expect(eDivisive(values, { kappa: "end", alpha: 2 }).indices).toEqual([]);
  });

  it("eDivisive(values, { maxChangePoints }) stops at the clearest ones", () => {
    expect(eDivisive(steps, { maxChangePoints: 1 })).toMatchObject({ indices: [6], rejected: null });
    expect(eDivisive(steps, { maxChangePoints: 0 }).indices).toEqual([]);
    const untested = eDivisive(steps, { permutations: 0 });
    expect(untested).toMatchObject({
      indices: [6],
      maxChangePoints: 1,
      changePoints: [{ p: null, draws: 0 }],
      warnings: [{ code: "not-tested" }],
    });
  });
});

describe("eDivisive: results", () => {
  it("eDivisive(sample, { times }) describes what lies before and after", () => {
    const sample = createSample({ benchmark: "b", unit: "ms", runs: [steps] });
    const result = eDivisive(sample, { times: steps.map((_, i) => 100 * i) });
    expect(result).toMatchObject({
      method: "e-divisive",
      unit: "ms",
      n: 18,
      changePoints: [
        { index: 6, time: 600, before: { start: 0, end: 6 }, after: { start: 6, end: 12, median: 20.5 } },
        { index: 12, time: 1200 },
      ],
      warnings: [],
    });
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  it("eDivisive(values with gaps) refuses them, or counts them", () => {
    const gappy = [...steps.slice(0, 3), Number.NaN, Number.NaN, ...steps.slice(3)];
    expectInputError(() => eDivisive(gappy), "eDivisive", "values[3]", /got NaN/);
    const dropped = eDivisive(gappy, { gaps: "drop" });
    expect(dropped).toMatchObject({ indices: [8, 14], n: 20, warnings: [{ code: "gaps" }] });
    expect(dropped.segments).toMatchObject([{ start: 0, end: 8, n: 6 }, { end: 14 }, { end: 20 }]);
    expect(dropped.rejected?.index).toBe(eDivisive(steps).rejected!.index + 2);
    expect(eDivisive(gappy, { gaps: "fill" }).indices).toEqual([8, 14]);
  });

  it("eDivisive(points) describes each coordinate", () => {
    const points = steps.map((value, i) => [value, 5 + (i % 2)]);
    const result = eDivisive(points, { times: steps.map((_, i) => i / 2) });
    expect(result).toMatchObject({
      method: "e-divisive-points",
      dimensions: 2,
      indices: [6, 12],
      changePoints: [
        {
          time: 3,
          p: 0.005,
          before: { start: 0, end: 6, n: 6, means: [64 / 6, 5.5], medians: [10.5, 5.5] },
          relativeChanges: [20.5 / (64 / 6) - 1, 0],
        },
        { time: 6 },
      ],
    });
    expect(result.changePoints[0]?.relativeIntervals[0]?.[0]).toBeGreaterThan(0.5);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  it("eDivisive(points with gaps) leaves points out or fills coordinates", () => {
    const points = steps.map((value, i) => [value, i === 2 ? Number.NaN : 5]);
    expectInputError(() => eDivisive(points), "eDivisive", "values[2][1]", /got NaN/);
    const dropped = eDivisive(points, { gaps: "drop" });
    expect(dropped).toMatchObject({ indices: [6, 12], warnings: [{ message: /^1 of 18 points.*left out/ }] });
    expect(dropped.segments[0]).toMatchObject({ start: 0, end: 6, n: 5 });
    const filled = eDivisive(points, { gaps: "fill" });
    expect(filled).toMatchObject({ indices: [6, 12], warnings: [{ message: /filled/ }] });
    expect(filled.segments[0]).toMatchObject({ n: 6, means: [64 / 6, 5] });
  });

  it("eDivisive(weak data) finds nothing, and says why", () => {
    const short = eDivisive([1, 2, 9]);
    expect(short).toMatchObject({ indices: [], segments: [{ start: 0, end: 3 }], rejected: null });
    expect(short.warnings).toMatchObject([
      { code: "too-few-values", message: /segments of 2 or more: 4 values/ },
    ]);
    expect(eDivisive([7]).warnings[0]).toMatchObject({ code: "too-few-values" });
    expect(eDivisive(steps, { minSegment: 10 }).warnings).toMatchObject([
      { message: /segments of 10 or more: 20 values/ },
    ]);
    expect(eDivisive([1, 1, 1, 5, 5, 5]).warnings).toMatchObject([
      { message: /p of 0.1,.* 8 values would do/ },
    ]);
    expect(eDivisive([1, 1, 1, 1, 5, 5, 5, 5])).toMatchObject({ indices: [4], warnings: [] });
    expect(eDivisive(Array(20).fill(0.1))).toMatchObject({
      indices: [],
      warnings: [{ code: "no-variation" }],
    });
    const few = eDivisive(steps, { permutations: 18 });
    expect(few).toMatchObject({ indices: [], warnings: [{ code: "too-few-permutations", message: /19/ }] });
  });

  it("eDivisive(huge and tiny values) keeps its numbers finite", () => {
    for (const factor of [1e149, 1e-149]) {
      for (const alpha of [0.5, 1, 2]) {
        const values = steps.map((value) => value * factor * (factor > 1 ? 0.4 : 1));
        const result = eDivisive(values, { alpha });
        expect(result.indices).toEqual([6, 12]);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      }
    }
  });

  it("eDivisive(values) leaves its input as it is", () => {
    expectUnchanged(steps, (values) => eDivisive(values));
    const points = Object.freeze(steps.map((value) => Object.freeze([value, -value])));
    expect(eDivisive(points).indices).toEqual([6, 12]);
  });

  it("eDivisive(bad) says what is wrong", () => {
    const name = "eDivisive";
    expectInputError(() => eDivisive([]), name, "values", /at least one value, got 0/);
    expectInputError(() => eDivisive([1, Number.POSITIVE_INFINITY]), name, "values[1]", /got Infinity/);
    expectInputError(
      () => eDivisive([[1, 2], [3]]),
      name,
      "values[1]",
      /2 coordinates.*one array for each time/,
    );
    expectInputError(() => eDivisive([[], []]), name, "values[0]", /one coordinate or more/);
    expectInputError(() => eDivisive([[1], 2 as never]), name, "values[1]", /array of coordinates, got 2/);
    expectInputError(() => eDivisive([[1], [Number.NEGATIVE_INFINITY]]), name, "values[1][0]", /-Infinity/);
    const call = (options: object) => () => eDivisive(steps, options);
    expectInputError(call({ alpha: 0 }), name, "alpha", /above 0 and up to 2, got 0/);
    expectInputError(call({ alpha: 2.1 }), name, "alpha", /got 2.1/);
    expectInputError(call({ alpha: Number.NaN }), name, "alpha", /got NaN/);
    expectInputError(call({ alpha: "1" as never }), name, "alpha", /got "1"/);
    expectInputError(call({ significance: 1n as never }), name, "significance", /got 1n/);
    expectInputError(call({ significance: 1 }), name, "significance", /got 1/);
    expectInputError(call({ permutations: -1 }), name, "permutations", /got -1/);
    expectInputError(call({ maxChangePoints: 1.5 }), name, "maxChangePoints", /got 1.5/);
    expectInputError(call({ minSegment: 0 }), name, "minSegment", /got 0/);
    expectInputError(call({ kappa: "first" }), name, "kappa", /got "first"/);
    expectInputError(call({ seed: 0.5 }), name, "seed", /got 0.5/);
    expectInputError(call({ confidence: 95 }), name, "confidence", /got 95/);
    expectInputError(call({ times: [1] }), name, "times", /18, got 1/);
    expectInputError(() => eDivisive(steps, 0.05 as never), name, "options", /got 0.05/);
  });
});

function split(values: readonly Point[], options: SplitOptions) {
  const untested = { ...options, permutations: 0 };
  return typeof values[0] === "number"
    ? eDivisive(values as readonly number[], untested)
    : eDivisive(values as readonly (readonly number[])[], untested);
}
