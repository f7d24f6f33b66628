import { describe, expect, it } from "vitest";
import { binarySegmentation } from "../../src/changepoint/binary-segmentation.js";
import { meanShift } from "../../src/changepoint/costs/mean-shift.js";
import { meanVariance } from "../../src/changepoint/costs/mean-variance.js";
import type { SegmentCost } from "../../src/changepoint/costs/segment-cost.js";
import { optimalPartitioning } from "../../src/changepoint/optimal-partitioning.js";
import { pelt } from "../../src/changepoint/pelt.js";
import type { Penalty } from "../../src/changepoint/penalty.js";
import { stream } from "../../src/random/stream.js";
import { bestPartition, costOf } from "../support/all-partitions.js";
import { assertClose } from "../support/assert-close.js";
import { normalValues } from "../support/normal-values.js";
import { reference } from "../support/reference.js";
import { allCosts, steppedSeries } from "../support/segment-costs.js";

interface ChangepointReference {
  readonly single: readonly Case[];
  readonly binary: readonly (Case & { readonly penalty: number })[];
}

interface Case {
  readonly name: string;
  readonly values: readonly number[];
  readonly cost: "mean-shift" | "mean-variance";
  readonly indices: readonly number[];
}

interface StrucchangeReference {
  readonly cases: readonly {
    readonly name: string;
    readonly values: readonly number[];
    readonly minSegment: number;
    readonly fits: readonly { readonly indices: readonly number[]; readonly cost: number }[];
  }[];
}

const byName = { "mean-shift": meanShift, "mean-variance": meanVariance };

describe("reference values", () => {
  const published = reference<ChangepointReference>("changepoint");

  it.each(published.single)("pelt($name, mbic) agrees with R's changepoint", ({ values, cost, indices }) => {
    expect(pelt(values, { cost: byName[cost](), penalty: "mbic" }).indices).toEqual(indices);
  });

  it.each(published.binary)("binarySegmentation($name) agrees with R's changepoint", (given) => {
    const { values, cost, penalty, indices } = given;
    const options = { cost: byName[cost](), minSegment: cost === "mean-shift" ? 1 : 2 };
    expect(binarySegmentation(values, { ...options, penalty }).indices).toEqual(indices);
    const counted = binarySegmentation(values, { ...options, changePoints: indices.length });
    expect(counted.indices).toEqual(indices);
  });

  it.each(reference<StrucchangeReference>("strucchange").cases)(
    "optimalPartitioning($name, { changePoints }) agrees with R's strucchange",
    ({ values, minSegment, fits }) => {
      for (const { indices, cost } of fits) {
        const changePoints = indices.length;
        const result = optimalPartitioning(values, { changePoints, minSegment, penalty: 1 });
        expect(result.indices).toEqual(indices);
        assertClose(result.totalCost - changePoints, cost, { rel: 1e-10 });
      }
    },
  );
});

describe.each(allCosts)("exactness, $name", (cost) => {
  it("pelt(values) and optimalPartitioning(values) find the best of all partitions", () => {
    const rng = stream(1, "all", cost.name);
    for (let round = 0; round < 120; round++) {
      const minSegment = cost.minSegment + rng.below(3);
      const n = 2 * minSegment + rng.below(9);
      const values = steppedSeries(rng, n, cost);
      const penalty: Penalty = [2 ** (6 * rng.uniform() - 3), "bic", "mbic"][rng.below(3)] as Penalty;
      const options = { cost, penalty, minSegment };
      const results = [pelt(values, options), optimalPartitioning(values, options)];
      const best = bestPartition(n, minSegment, totalOf(values, cost, options));
      for (const result of results) {
        assertClose(result.totalCost, best.total, { rel: 1e-9, abs: 1e-9 });
        if (best.lead > 1e-9) expect(result.indices).toEqual(best.indices);
      }
    }
  });

  it("pelt(values) equals optimalPartitioning(values) on longer series", () => {
    const rng = stream(2, "longer", cost.name);
    for (let round = 0; round < 60; round++) {
      const minSegment = cost.minSegment + rng.below(12);
      const values = steppedSeries(rng, 30 + rng.below(120), cost);
      const penalty: Penalty = [2 ** (8 * rng.uniform() - 3), "bic", "mbic"][rng.below(3)] as Penalty;
      const fast = pelt(values, { cost, penalty, minSegment });
      const slow = optimalPartitioning(values, { cost, penalty, minSegment });
      assertClose(fast.totalCost, slow.totalCost, { rel: 1e-9, abs: 1e-9 });
      // Equal totals may be reached in different ways; the result is then one of them.
      const total = totalOf(values, cost, { penalty, minSegment });
      assertClose(total(fast.indices), total(slow.indices), { rel: 1e-9, abs: 1e-9 });
    }
  });

  it("optimalPartitioning(values, { changePoints }) finds the best of all partitions into as many", () => {
    const rng = stream(3, "count", cost.name);
    for (let round = 0; round < 60; round++) {
      const minSegment = cost.minSegment + rng.below(2);
      const changePoints = 1 + rng.below(3);
      const n = (changePoints + 1) * minSegment + rng.below(7);
      const values = steppedSeries(rng, n, cost);
      if (new Set(values).size === 1) continue;
      const options = { cost, penalty: 1, minSegment };
      const total = totalOf(values, cost, options);
      const best = bestPartition(n, minSegment, (indices) =>
        indices.length === changePoints ? total(indices) : Number.POSITIVE_INFINITY,
      );
      const result = optimalPartitioning(values, { ...options, changePoints });
      assertClose(result.totalCost, best.total, { rel: 1e-9, abs: 1e-9 });
      expect(result.indices).toHaveLength(changePoints);
    }
  });

  it("binarySegmentation(values) is never better, and each of its splits is worth the penalty", () => {
    const rng = stream(4, "binary", cost.name);
    for (let round = 0; round < 60; round++) {
      const minSegment = cost.minSegment + rng.below(4);
      const values = steppedSeries(rng, 2 * minSegment + rng.below(60), cost);
      const options = { cost, penalty: 2 ** (6 * rng.uniform() - 2), minSegment };
      const found = binarySegmentation(values, options);
      const total = totalOf(values, cost, options);
      assertClose(found.totalCost, total(found.indices), { rel: 1e-9, abs: 1e-9 });
      expect(found.totalCost).toBeLessThanOrEqual(total([]) + 1e-9);
      expect(found.totalCost).toBeGreaterThanOrEqual(pelt(values, options).totalCost - 1e-9);
    }
  });
});

describe("pelt", () => {
  it("pelt(values) finds steps in noise at its defaults, and none in noise alone", () => {
    const rng = stream(5, "steps");
    const noise = normalValues(rng, 400, 100, 1);
    const steps = noise.map((value, i) => value + (i < 150 ? 0 : i < 260 ? 4 : -3));
    expect(pelt(steps).indices).toEqual([150, 260]);
    expect(pelt(noise).indices).toEqual([]);
    const { sd } = pelt(noise).segments[0]!;
    // 2·σ̂²·ln n, of a σ̂ that changes do not touch.
    assertClose(pelt(steps).penalty, 2 * sd! ** 2 * Math.log(400), { rel: 0.25 });
  });

  it("pelt(values, { cost }) takes a cost of the caller's own", () => {
    const medianShift: SegmentCost = {
      name: "median-shift",
      minSegment: 1,
      parameters: 1,
      prepare: (values) => (start, end) => {
        const part = values.slice(start, end).sort();
        const median = part[Math.floor(part.length / 2)]!;
        return part.reduce((sum, value) => sum + Math.abs(value - median), 0);
      },
    };
    const result = pelt([1, 1, 90, 1, 1, 7, 7, -50, 7, 7], { cost: medianShift, penalty: 10 });
    expect(result).toMatchObject({ cost: "median-shift", indices: [5] });
  });
});

/** The total as the documentation has it, of any partition. */
function totalOf(
  values: readonly number[],
  cost: SegmentCost,
  { penalty, minSegment }: { readonly penalty: Penalty; readonly minSegment: number },
): (indices: readonly number[]) => number {
  const n = values.length;
  const typed = Float64Array.from(values);
  const unit = cost.scale?.(typed) ?? 1;
  const p = cost.parameters;
  const change = { bic: unit * (p + 1) * Math.log(n), mbic: unit * (p + 2) * Math.log(n) };
  const share = penalty === "mbic" ? unit * p : 0;
  const each = typeof penalty === "number" ? penalty : change[penalty];
  const prepared = cost.prepare(typed);
  expect(minSegment).toBeGreaterThanOrEqual(cost.minSegment);
  return (indices) =>
    costOf(indices, n, (start, end) => prepared(start, end) + share * Math.log((end - start) / n)) +
    each * indices.length;
}
