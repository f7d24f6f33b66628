import { describe, expect, it } from "vitest";
import { binarySegmentation } from "../../src/changepoint/binary-segmentation.js";
import type { ChangePointResult } from "../../src/changepoint/change-points.js";
import { meanShift } from "../../src/changepoint/costs/mean-shift.js";
import { poisson } from "../../src/changepoint/costs/poisson.js";
import type { SegmentCost } from "../../src/changepoint/costs/segment-cost.js";
import { edPelt } from "../../src/changepoint/ed-pelt.js";
import { optimalPartitioning } from "../../src/changepoint/optimal-partitioning.js";
import type { PartitionOptions } from "../../src/changepoint/partition-result.js";
import { pelt } from "../../src/changepoint/pelt.js";
import type { Measurements } from "../../src/core/measurements.js";
import { createSample } from "../../src/core/sample.js";
import type { Rng } from "../../src/random/rng.js";
import { stream } from "../../src/random/stream.js";
import { expectInputError } from "../support/expect-input-error.js";
import { normalValues } from "../support/normal-values.js";
import { allCosts } from "../support/segment-costs.js";
import { expectUnchanged } from "../support/unchanged.js";

type Search = (values: Measurements, options?: PartitionOptions) => ChangePointResult;

const searches: Readonly<Record<string, Search>> = { pelt, optimalPartitioning, binarySegmentation };
const withEdPelt: Readonly<Record<string, Search>> = {
  ...searches,
  edPelt: (values, { minSegment = 2, gaps = "refuse" } = {}) => edPelt(values, { minSegment, gaps }),
};

/** A likelihood that equal values make infinite. */
const own: SegmentCost = {
  name: "own",
  minSegment: 1,
  parameters: 2,
  prepare: (values) => {
    const squares = meanShift().prepare(values);
    return (start, end) => (end - start) * Math.log(squares(start, end) / (end - start));
  },
};

/** Each search with each cost, at their defaults otherwise. */
const pairs: readonly { readonly name: string; readonly search: Search }[] = [
  ...Object.entries(searches).flatMap(([name, search]) =>
    allCosts.map((cost) => ({
      name: `${name}(values, { cost: ${cost.name} })`,
      search: (values: Measurements, options: PartitionOptions = {}) => search(values, { ...options, cost }),
    })),
  ),
  { name: "edPelt(values)", search: withEdPelt.edPelt! },
];

describe.each(pairs)("$name", ({ name, search }) => {
  it("finds the mirror image in a series that runs backwards", () => {
    const rng = stream(1, "reversal", name);
    for (let round = 0; round < 30; round++) {
      const values = steps(rng);
      const mirrored = search(values.toReversed()).indices.map((index) => values.length - index);
      expect(mirrored.reverse()).toEqual(search(values).indices);
    }
  });

  it("keeps to the shortest segment, and reports what all methods report", () => {
    const rng = stream(3, "shortest", name);
    for (let round = 0; round < 30; round++) {
      const minSegment = 2 + rng.below(20);
      const values = steps(rng);
      const { indices, changePoints, segments, n } = search(values, { minSegment });
      expect(segments.every((segment) => segment.n >= minSegment)).toBe(true);
      expect(segments.map(({ start }) => start)).toEqual([0, ...indices]);
      expect(changePoints.map(({ index }) => index)).toEqual(indices);
      expect([n, segments.at(-1)?.end]).toEqual([values.length, values.length]);
    }
  });

  it("counts the indices of values that are left out", () => {
    const values = steps(stream(4, "gaps", name));
    const gappy = values.flatMap((value, i) => (i % 7 === 3 ? [Number.NaN, value] : [value]));
    const at = values.map((_, i) => i + Math.floor((i + 4) / 7));
    const { indices } = search(values);
    expect(search(gappy, { gaps: "drop" }).indices).toEqual(indices.map((index) => at[index]));
    expect(search(gappy, { gaps: "drop" }).warnings).toMatchObject([{ code: "gaps" }]);
  });

  it("leaves its input as it is", () => {
    expectUnchanged(steps(stream(5, "unchanged", name)), (values) => search(values));
  });

  it("finds nothing in equal values, and says so", () => {
    const result = search(new Array(50).fill(3));
    expect(result).toMatchObject({ indices: [], changePoints: [], segments: [{ start: 0, end: 50 }] });
    expect(result.warnings).toMatchObject([{ code: "no-variation" }]);
    expect(JSON.stringify(result)).not.toMatch(/NaN|Infinity/);
  });

  it("finds nothing in too few values, and says how many would do", () => {
    for (const n of [1, 2, 3, 11]) {
      const values = Array.from({ length: n }, (_, i) => i * i);
      const result = search(values, { minSegment: 6 });
      expect(result).toMatchObject({ indices: [], n });
      expect(result.warnings[0]).toMatchObject({ code: "too-few-values", message: /: 12 values would do/ });
      expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    }
    const enough = [...new Array(6).fill(1), ...new Array(6).fill(2)];
    expect(search(enough, { minSegment: 6 }).warnings).toEqual([]);
  });
});

describe.each(pairs.filter(({ name }) => !name.includes("poisson")))("$name", ({ name, search }) => {
  it("finds the same in any unit, and from any zero", () => {
    const rng = stream(2, "unit", name);
    for (let round = 0; round < 30; round++) {
      const values = steps(rng);
      const { indices } = search(values);
      // Exact in binary, so that not even rounding differs.
      expect(search(values.map((value) => value * 2 ** -30)).indices).toEqual(indices);
      expect(search(values.map((value) => value + 2 ** 20)).indices).toEqual(indices);
      // The quantiles of Perfolizer are not the same from above as from below.
      if (!/nonparametric|edPelt/.test(name)) {
        expect(search(values.map((value) => 2 ** 20 - value)).indices).toEqual(indices);
      }
      for (const factor of [2 ** -495, 2 ** 494 / 2 ** 14]) {
        expect(search(values.map((value) => value * factor)).indices).toEqual(indices);
      }
    }
  });
});

describe.each(Object.entries(searches))("%s", (name, search) => {
  it("finds the same where each value stands several times, at as many times the penalty", () => {
    const rng = stream(6, "replication", name);
    for (let round = 0; round < 40; round++) {
      const values = steps(rng);
      const cost = round % 2 === 0 ? meanShift() : poisson();
      const penalty = round % 2 === 0 ? 3e6 : 3e3;
      const often = values.flatMap((value) => [value, value, value]);
      expect(search(often, { cost, penalty: 3 * penalty, minSegment: 1 }).indices).toEqual(
        search(values, { cost, penalty, minSegment: 1 }).indices.map((index) => 3 * index),
      );
    }
  });

  it("finds more changes at a lower penalty, and none at a high one", () => {
    const values = steps(stream(7, "penalty", name));
    const counts = [1, 1e4, 1e5, 1e6, 1e7, 1e12].map((penalty) => search(values, { penalty }).indices.length);
    expect(counts).toEqual(counts.toSorted((x, y) => y - x));
    expect([counts[0]! > 5, counts.at(-1)]).toEqual([true, 0]);
  });

  it("estimates the noise from the differences where most of them are equal, too", () => {
    expect(search([0, 0, 0, 0, 0, 100, 100, 100, 100]).indices).toEqual([5]);
    expect(search([5, 5, 5, 5, 5, 6, 5, 5, 5, 5, 5, 5]).indices).toEqual([]);
  });

  it("carries unit, times and options", () => {
    const sample = createSample({ benchmark: "b", unit: "ms", runs: [[1, 2, 1, 9, 8, 9]] });
    const times = [0, 1, 2, 5, 6, 7];
    const result = search(sample, { times, penalty: 4, confidence: 0.9 });
    expect(result).toMatchObject({
      unit: "ms",
      confidence: 0.9,
      penalty: 4,
      penaltyName: null,
      minSegment: 2,
    });
    expect(result).toMatchObject({
      cost: "mean-shift",
      gaps: "refuse",
      changePoints: [{ index: 3, time: 5 }],
    });
    expect(search(sample, { penalty: "mbic" })).toMatchObject({ penaltyName: "mbic" });
  });

  it.each<[string, Measurements, object, string, RegExp]>([
    ["no value", [], {}, "values", /at least one value, got 0/],
    ["a gap", [1, Number.NaN], {}, "values[1]", /got NaN/],
    ["an infinite value", [1, Number.POSITIVE_INFINITY], {}, "values[1]", /got Infinity/],
    ["a penalty of 0", [1, 2], { penalty: 0 }, "penalty", /above 0, "bic" or "mbic", got 0/],
    ["a negative penalty", [1, 2], { penalty: -1 }, "penalty", /got -1/],
    ["an infinite penalty", [1, 2], { penalty: Number.POSITIVE_INFINITY }, "penalty", /got Infinity/],
    ["an unknown penalty", [1, 2], { penalty: "aic" }, "penalty", /got "aic"/],
    [
      "a cost that was not called",
      [1, 2],
      { cost: meanShift },
      "cost",
      /a function; call it, as in meanShift/,
    ],
    ["a cost by name", [1, 2], { cost: "mean-shift" }, "cost", /got "mean-shift"/],
    ["a cost without a name", [1, 2], { cost: { ...own, name: undefined } }, "cost.name", /got undefined/],
    [
      "a cost for segments of nothing",
      [1, 2],
      { cost: { ...own, minSegment: 0 } },
      "cost.minSegment",
      /got 0/,
    ],
    [
      "a cost without parameters",
      [1],
      { cost: { ...own, parameters: undefined } },
      "cost.parameters",
      /undefined/,
    ],
    [
      "a cost that has no bound",
      [1, 1, 1, 2, 3, 5],
      { cost: own },
      "cost",
      /where they are equal, got -Infinity/,
    ],
    [
      "a cost that is no number",
      [1, 2],
      { cost: { ...own, prepare: () => () => Number.NaN } },
      "cost",
      /got NaN/,
    ],
    ["segments of nothing", [1, 2], { minSegment: 0 }, "minSegment", /1 or more, got 0/],
    ["half a value", [1, 2], { minSegment: 2.5 }, "minSegment", /got 2.5/],
    [
      "segments that the cost cannot be fitted to",
      [1],
      { cost: allCosts[1], minSegment: 1 },
      "minSegment",
      /2 or more/,
    ],
    ["a confidence of 1", [1, 2], { confidence: 1 }, "confidence", /got 1/],
    ["parts of counts", [1, 2.5], { cost: poisson() }, "values[1]", /a count.*got 2.5/],
    ["negative counts", [-1, 2], { cost: poisson() }, "values[0]", /a count.*got -1/],
    ["parts behind a gap", [Number.NaN, 0.5], { cost: poisson(), gaps: "drop" }, "values[1]", /got 0.5/],
    ["options that are none", [1, 2], 5 as never, "options", /got 5/],
  ])("refuses %s", (_, values, options, argument, problem) => {
    expectInputError(() => search(values, options), name, argument, problem);
  });
});

describe("the exact searches", () => {
  it("choose the same of many partitions that cost the same", () => {
    for (let n = 20; n <= 60; n += 4) {
      for (const minSegment of [1, 2, 4]) {
        const line = Array.from({ length: n }, (_, i) => i);
        const options = { penalty: "mbic", minSegment } as const;
        expect(pelt(line, options).indices).toEqual(optimalPartitioning(line, options).indices);
      }
    }
  });
});

describe("a known number of changes", () => {
  it("is kept, or nothing is said where there is no room for it", () => {
    const values = [1, 2, 1, 5, 6, 5, 9, 8, 9];
    for (const search of [optimalPartitioning, binarySegmentation]) {
      expect(search(values, { changePoints: 2 }).indices).toEqual([3, 6]);
      const tooMany = search(values, { changePoints: 4 });
      expect(tooMany.indices).toEqual([]);
      expect(tooMany.warnings).toMatchObject([{ code: "too-few-values", message: /4 changes.*: 10 values/ }]);
      expectInputError(() => search(values, { changePoints: 0 }), search.name, "changePoints", /got 0/);
    }
  });

  it("may be out of reach of splits that are never taken back", () => {
    // The first split leaves parts of 3 and 5, of which only the second can be split again.
    const values = [0, 0, 0, 9, 9, 9, 9, 9];
    const options = { changePoints: 2, minSegment: 2 };
    expect(binarySegmentation(values, options).indices).toHaveLength(2);
    expect(binarySegmentation(values.slice(0, 6), { ...options, minSegment: 2 }).indices).toEqual([3]);
    expect(optimalPartitioning(values.slice(0, 6), options).indices).toEqual([2, 4]);
  });
});

/** Levels of different length in noise, as whole numbers that are large enough for no two partitions to cost the same. */
function steps(rng: Rng): number[] {
  const values: number[] = [];
  while (values.length < 80) {
    values.push(...normalValues(rng, 6 + rng.below(25), 10_000 + rng.below(4) * 1500, 400));
  }
  return values.map(Math.round);
}
