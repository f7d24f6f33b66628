import { describe, expect, it } from "vitest";
import { meanShift } from "../../src/changepoint/costs/mean-shift.js";
import { meanVariance } from "../../src/changepoint/costs/mean-variance.js";
import { type CropsOptions, type CropsResult, crops } from "../../src/changepoint/crops.js";
import { optimalPartitioning } from "../../src/changepoint/optimal-partitioning.js";
import { pelt } from "../../src/changepoint/pelt.js";
import { createSample } from "../../src/core/sample.js";
import { stream } from "../../src/random/stream.js";
import { assertClose } from "../support/assert-close.js";
import { autoregression } from "../support/autoregression.js";
import { expectInputError } from "../support/expect-input-error.js";
import { normalValues } from "../support/normal-values.js";
import { reference } from "../support/reference.js";
import { allCosts, steppedSeries } from "../support/segment-costs.js";
import { expectUnchanged } from "../support/unchanged.js";

interface PathReference {
  readonly paths: readonly {
    readonly name: string;
    readonly values: readonly number[];
    readonly cost: "mean-shift" | "mean-variance";
    readonly minSegment: number;
    readonly range: readonly [number, number];
    readonly penalties: readonly number[];
    readonly path: readonly (readonly number[])[];
  }[];
}

describe("crops", () => {
  it.each(reference<PathReference>("changepoint").paths)(
    "crops($name) agrees with R's changepoint",
    (given) => {
      const cost = given.cost === "mean-shift" ? meanShift() : meanVariance();
      const [minPenalty, maxPenalty] = given.range;
      const { path } = crops(given.values, { cost, minPenalty, maxPenalty, minSegment: given.minSegment });
      expect(path.map(({ indices }) => indices)).toEqual(given.path);
      assertClose(
        path.map(({ penalties }) => penalties[0]),
        given.penalties,
        { rel: 1e-6 },
      );
    },
  );

  it.each(allCosts)("crops(values, { cost: $name }) tells what pelt reports at any penalty", (cost) => {
    const rng = stream(1, "grid", cost.name);
    for (let round = 0; round < 6; round++) {
      const minSegment = cost.minSegment + rng.below(4);
      const values = steppedSeries(rng, 40 + rng.below(40), cost);
      const result = crops(values, { cost, minSegment, minPenalty: 0.5, maxPenalty: 300 });
      expectPath(result);
      for (let penalty = 0.5; penalty < 300; penalty *= 1.15) {
        const found = pelt(values, { cost, minSegment, penalty });
        const told = at(result, penalty);
        assertClose(told.cost + penalty * told.indices.length, found.totalCost, { rel: 1e-9, abs: 1e-9 });
      }
    }
  });

  it.each(allCosts)(
    "crops(values, { cost: $name }) is the lower hull of the best for each number of changes",
    (cost) => {
      const rng = stream(2, "hull", cost.name);
      for (let round = 0; round < 6; round++) {
        const minSegment = cost.minSegment + 1;
        const n = 24;
        const values = steppedSeries(rng, n, cost);
        const options = { cost, minSegment };
        const costs = Array.from({ length: Math.floor(n / minSegment) }, (_, changes) =>
          changes === 0
            ? pelt(values, { ...options, penalty: 1e9 }).totalCost
            : optimalPartitioning(values, { ...options, penalty: 1, changePoints: changes }).totalCost -
              changes,
        );
        const result = crops(values, { ...options, minPenalty: 1e-3, maxPenalty: 1e4 });
        expectPath(result);
        for (const { indices, cost: own, penalties } of result.path) {
          assertClose(own, costs[indices.length]!, { rel: 1e-9, abs: 1e-9 });
          const middle = (penalties[0] + penalties[1]) / 2;
          const least = Math.min(...costs.map((each, changes) => each + middle * changes));
          assertClose(own + middle * indices.length, least, { rel: 1e-9, abs: 1e-9 });
        }
      }
    },
  );

  it("crops(values) suggests the steps that are there, under noise that pelt cries wolf on", () => {
    const rng = stream(3, "suggestion");
    const counts = { independent: 0, correlated: 0, pelt: 0 };
    for (let round = 0; round < 25; round++) {
      const level = (i: number) => (i < 100 ? 0 : i < 200 ? 3 : -3);
      const independent = normalValues(rng, 300, 0, 1).map((value, i) => value + level(i));
      const correlated = autoregression(rng, 300, 0.5).map((value, i) => value + level(i));
      if (crops(independent).indices.length === 2) counts.independent++;
      if (crops(correlated).indices.length === 2) counts.correlated++;
      if (pelt(correlated).indices.length === 2) counts.pelt++;
    }
    expect(counts.independent).toBeGreaterThanOrEqual(22);
    expect(counts.correlated).toBeGreaterThanOrEqual(18);
    expect(counts.pelt).toBeLessThanOrEqual(2);
  });

  it("crops(values) suggests a small change beside a large one", () => {
    const values = normalValues(stream(4, "both"), 150, 0, 1).map(
      (x, i) => x + (i < 50 ? 0 : i < 100 ? 3 : 500),
    );
    expect(crops(values).indices).toEqual([50, 100]);
  });

  it("crops(values) suggests nothing that pelt does not report at its penalty", () => {
    const rng = stream(5, "penalty");
    for (let round = 0; round < 30; round++) {
      const values = steppedSeries(rng, 60, meanShift());
      const { indices, penalty, path, suggested } = crops(values);
      expect(pelt(values, { penalty }).indices).toEqual(indices);
      expect(path[suggested]?.indices).toEqual(indices);
      expect(indices.length).toBeLessThanOrEqual(pelt(values).indices.length);
    }
  });

  it("crops(values) does not depend on the unit", () => {
    const rng = stream(6, "unit");
    for (let round = 0; round < 10; round++) {
      const values = steppedSeries(rng, 60, meanShift());
      const scaled = crops(values.map((value) => 1024 * value));
      const result = crops(values);
      expect(scaled.path.map(({ indices }) => indices)).toEqual(result.path.map(({ indices }) => indices));
      expect(scaled.suggested).toBe(result.suggested);
      assertClose(scaled.penalty, 2 ** 20 * result.penalty);
    }
  });

  it("crops(sample, { gaps, times }) counts as the caller does", () => {
    const run = [10, Number.NaN, 11, 10, 20, 21, 20, Number.NaN, 10, 11, 10];
    const sample = createSample({ benchmark: "b", unit: "ms", runs: [[1]] });
    const result = crops(
      { ...sample, runs: [Float64Array.from(run)] },
      { gaps: "drop", times: run.map((_, i) => 2 * i) },
    );
    expect(result).toMatchObject({ indices: [4, 8], unit: "ms", n: 11, gaps: "drop" });
    expect(result.changePoints.map(({ time }) => time)).toEqual([8, 16]);
    expect(result.path[0]?.indices).toEqual([4, 8]);
  });

  it("crops(equal values), crops(too few) hold one segmentation, and say why", () => {
    const flat = crops([3, 3, 3, 3, 3, 3]);
    expect(flat).toMatchObject({ path: [{ indices: [], cost: 0 }], suggested: 0, indices: [] });
    expect(flat.warnings).toMatchObject([{ code: "no-variation" }]);
    const few = crops([3, 5, 9], { minSegment: 4 });
    expect(few).toMatchObject({ path: [{ indices: [] }], indices: [] });
    expect(few.warnings).toMatchObject([{ code: "too-few-values", message: /: 8 values would do/ }]);
    for (const result of [flat, few]) expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  it("crops(values) leaves its input as it is", () => {
    expectUnchanged([1, 2, 1, 5, 6, 5, 9, 8], (values) => crops(values));
  });

  it.each<[string, readonly number[], CropsOptions, string, RegExp]>([
    ["a lowest penalty of 0", [1, 2], { minPenalty: 0 }, "minPenalty", /above 0, got 0/],
    [
      "a highest penalty below the lowest",
      [1, 2],
      { minPenalty: 3, maxPenalty: 2 },
      "maxPenalty",
      /above 3, got 2/,
    ],
    ["an infinite penalty", [1, 2], { maxPenalty: Number.POSITIVE_INFINITY }, "maxPenalty", /got Infinity/],
    ["a penalty by name", [1, 2], { minPenalty: "bic" as never }, "minPenalty", /got "bic"/],
    [
      "a cost that is no number",
      [1, 2],
      { cost: { ...meanShift(), prepare: () => () => Number.NaN } },
      "cost",
      /NaN/,
    ],
    ["no cost", [1, 2], { cost: null as never }, "cost", /got null/],
    ["no value", [], {}, "values", /got 0/],
  ])("refuses %s", (_, values, options, argument, problem) => {
    expectInputError(() => crops(values, options), "crops", argument, problem);
  });
});

/** Fewer and fewer changes at higher and higher penalties, without a hole between. */
function expectPath({ path, minPenalty, maxPenalty }: CropsResult): void {
  const counts = path.map(({ indices }) => indices.length);
  expect(counts).toEqual([...new Set(counts)].sort((x, y) => y - x));
  const bounds = [...path.map(({ penalties }) => penalties[0]), maxPenalty];
  expect(bounds).toEqual(bounds.toSorted((x, y) => x - y));
  expect(path.map(({ penalties }) => penalties)).toEqual(path.map((_, i) => [bounds[i], bounds[i + 1]]));
  expect(bounds[0]).toBe(minPenalty);
}

function at({ path }: CropsResult, penalty: number) {
  return path.find(({ penalties: [from, to] }) => from <= penalty && penalty <= to)!;
}
