import { describe, expect, it } from "vitest";
import { nonparametric } from "../../src/changepoint/costs/nonparametric.js";
import { edPelt } from "../../src/changepoint/ed-pelt.js";
import { pelt } from "../../src/changepoint/pelt.js";
import { stream } from "../../src/random/stream.js";
import { bestPartition, costOf } from "../support/all-partitions.js";
import { assertClose } from "../support/assert-close.js";
import { expectInputError } from "../support/expect-input-error.js";
import { normalValues } from "../support/normal-values.js";
import { reference } from "../support/reference.js";

interface EdPeltReference {
  readonly cases: readonly {
    readonly values: readonly number[];
    readonly minDistance: number;
    readonly indices: readonly number[];
  }[];
  readonly ramps: readonly {
    readonly n: number;
    readonly minDistance: number;
    readonly indices: readonly number[];
  }[];
  readonly builds: { readonly values: readonly number[]; readonly index: number; readonly within: number };
}

const { cases, ramps, builds } = reference<EdPeltReference>("ed-pelt");

describe("edPelt", () => {
  it.each(cases)("edPelt(values) agrees with Perfolizer, case %#", ({ values, minDistance, indices }) => {
    expect(edPelt(values, { minSegment: minDistance }).indices).toEqual(indices.map((index) => index + 1));
  });

  it.each(ramps)("edPelt(ramp of $n) agrees with Perfolizer", ({ n, minDistance, indices }) => {
    const ramp = Float64Array.from({ length: n }, (_, i) => i + 1);
    expect(edPelt(ramp, { minSegment: minDistance }).indices).toEqual(indices.map((index) => index + 1));
  });

  it("edPelt(build times) finds the change that Perfolizer's authors are certain of", () => {
    const { indices } = edPelt(builds.values);
    expect(indices.some((index) => Math.abs(index - 1 - builds.index) <= builds.within)).toBe(true);
  });

  it("edPelt(values) resolves its defaults as Perfolizer does", () => {
    const { penalty, quantiles, minSegment } = edPelt(normalValues(stream(1, "noise"), 100, 10, 1));
    expect({ penalty, quantiles, minSegment }).toEqual({
      penalty: 3 * Math.log(100),
      quantiles: 19,
      minSegment: 20,
    });
    expect(edPelt([1, 2, 3]).quantiles).toBe(3);
  });

  it("edPelt(values) knows the order of values only", () => {
    const rng = stream(2, "order");
    for (let round = 0; round < 20; round++) {
      const values = normalValues(rng, 120, 0, 1).map((value, i) => value + (i < 60 ? 0 : 2));
      expect(edPelt(values.map(Math.exp)).indices).toEqual(edPelt(values).indices);
    }
  });

  it("edPelt(values) sees spread and modes, where means are the same", () => {
    const rng = stream(3, "shape");
    const calm = normalValues(rng, 100, 50, 1);
    const wild = normalValues(rng, 100, 50, 6);
    const split = normalValues(rng, 100, 50, 1).map((value, i) => value + (i % 2 === 0 ? 5 : -5));
    for (const [first, second] of [
      [calm, wild],
      [calm, split],
    ] as const) {
      const { indices } = edPelt([...first, ...second]);
      expect(indices).toHaveLength(1);
      expect(Math.abs(indices[0]! - 100)).toBeLessThanOrEqual(4);
    }
  });

  it("edPelt(values) is the best of all partitions where segments may be of one value", () => {
    const rng = stream(4, "all");
    for (let round = 0; round < 100; round++) {
      const n = 3 + rng.below(10);
      const values = normalValues(rng, n, 0, 1).map(
        (value, i) => Math.round(4 * value) + (i > n / 2 ? 6 : 0),
      );
      if (new Set(values).size === 1) continue;
      const penalty = 2 + 4 * rng.uniform();
      const cost = nonparametric().prepare(Float64Array.from(values));
      const total = (indices: readonly number[]) => costOf(indices, n, cost) + penalty * indices.length;
      const { indices } = edPelt(values, { minSegment: 1, penalty });
      assertClose(total(indices), bestPartition(n, 1, total).total, { rel: 1e-9, abs: 1e-9 });
    }
  });

  it("edPelt(values) hardly ever misses what pelt(values, { cost: nonparametric() }) finds", () => {
    const rng = stream(5, "misses");
    let same = 0;
    for (let round = 0; round < 100; round++) {
      const values = normalValues(rng, 100, 0, 1).map((value, i) => value + (i % 50 < 25 ? 0 : 1.5));
      const options = { minSegment: 5, penalty: 3 * Math.log(100) };
      const exact = pelt(values, { ...options, cost: nonparametric() });
      if (exact.indices.join() === edPelt(values, options).indices.join()) same++;
    }
    expect(same).toBeGreaterThanOrEqual(98);
  });

  it.each<[string, readonly number[], object, string, RegExp]>([
    ["no value", [], {}, "values", /got 0/],
    ["segments of nothing", [1, 2], { minSegment: 0 }, "minSegment", /1 or more, got 0/],
    ["a penalty of 0", [1, 2], { penalty: 0 }, "penalty", /above 0, got 0/],
    ["a penalty by name", [1, 2], { penalty: "bic" }, "penalty", /got "bic"/],
    ["no quantile", [1, 2], { quantiles: 0 }, "quantiles", /1 or more, got 0/],
    ["a confidence of 0", [1, 2], { confidence: 0 }, "confidence", /got 0/],
    ["an infinite value", [1, Number.POSITIVE_INFINITY], {}, "values[1]", /got Infinity/],
    ["a gap", [1, Number.NaN], {}, "values[1]", /got NaN/],
  ])("refuses %s", (_, values, options, argument, problem) => {
    expectInputError(() => edPelt(values, options), "edPelt", argument, problem);
  });

  it("edPelt(two values) looks for nothing, as Perfolizer", () => {
    const result = edPelt([1, 2], { minSegment: 1 });
    expect(result.indices).toEqual([]);
    expect(result.warnings).toMatchObject([{ code: "too-few-values", message: /: 3 values would do/ }]);
  });
});
