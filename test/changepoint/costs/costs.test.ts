import { describe, expect, it } from "vitest";
import { meanShift } from "../../../src/changepoint/costs/mean-shift.js";
import { meanVariance } from "../../../src/changepoint/costs/mean-variance.js";
import { nonparametric } from "../../../src/changepoint/costs/nonparametric.js";
import { poisson } from "../../../src/changepoint/costs/poisson.js";
import type { SegmentCost } from "../../../src/changepoint/costs/segment-cost.js";
import { stream } from "../../../src/random/stream.js";
import { assertClose } from "../../support/assert-close.js";
import { expectInputError } from "../../support/expect-input-error.js";
import { allCosts, steppedSeries } from "../../support/segment-costs.js";

/** The costs as their definitions have them, from the values of the segment alone. */
const definitions: readonly [SegmentCost, (part: readonly number[], all: readonly number[]) => number][] = [
  [meanShift(), squares],
  [
    meanVariance({ minSd: 0.5 }),
    (part) => {
      const variance = Math.max(0.25, squares(part) / part.length);
      return part.length * Math.log(2 * Math.PI * variance) + squares(part) / variance;
    },
  ],
  [
    poisson(),
    (part) => {
      const rate = sum(part) / part.length;
      return 2 * sum(part.map((x) => (x === 0 ? 0 : x * Math.log(x / rate)) - (x - rate)));
    },
  ],
  [nonparametric(), nonparametricCost],
  [nonparametric({ quantiles: 7 }), (part, all) => nonparametricCost(part, all, 7)],
];

describe("costs", () => {
  it.each(definitions)("$name is what its definition says, for every segment", (cost, definition) => {
    const rng = stream(1, "definition", cost.name);
    for (let round = 0; round < 40; round++) {
      const n = 2 + rng.below(25);
      const values = steppedSeries(rng, n, { ...cost, domain: poisson().domain! });
      const prepared = cost.prepare(Float64Array.from(values));
      for (let start = 0; start < n; start++) {
        for (let end = start + cost.minSegment; end <= n; end++) {
          const expected = definition(values.slice(start, end), values);
          assertClose(prepared(start, end), expected, { rel: 1e-11, abs: 1e-11 });
        }
      }
    }
  });

  it.each(allCosts)("$name: two segments never cost more than the one that they make", (cost) => {
    const rng = stream(2, "split", cost.name);
    for (let round = 0; round < 60; round++) {
      const n = 4 + rng.below(30);
      const prepared = cost.prepare(Float64Array.from(steppedSeries(rng, n, cost)));
      for (let split = cost.minSegment; split <= n - cost.minSegment; split++) {
        const [whole, parts] = [prepared(0, n), prepared(0, split) + prepared(split, n)];
        expect(parts).toBeLessThanOrEqual(whole + 1e-9 * Math.max(1, Math.abs(whole)));
      }
    }
  });

  it("meanShift(), meanVariance() keep their digits far from zero", () => {
    const rng = stream(3, "far");
    const near = Array.from({ length: 200 }, () => Math.round(1e6 * rng.uniform()) / 2 ** 20);
    for (const cost of [meanShift(), meanVariance()]) {
      const [here, there] = [0, 1e6].map((shift) =>
        cost.prepare(Float64Array.from(near, (value) => value + shift)),
      );
      for (let end = 3; end <= 200; end++)
        assertClose(there!(end - 3, end), here!(end - 3, end), { rel: 1e-10, abs: 1e-12 });
    }
  });

  it("poisson() keeps its digits for large counts", () => {
    const counts = Float64Array.of(1e12 + 1e6, 1e12 - 1e6, 1e12, 1e12 + 2e6);
    // Deviances of large counts are squares over the mean.
    assertClose(poisson().prepare(counts)(0, 2), 2e12 / 1e12, { rel: 1e-5 });
    assertClose(poisson().prepare(counts)(1, 4), 14e12 / 3e12, { rel: 1e-5 });
  });

  it("meanVariance() gives equal values the spread of rounding, and values one digit apart no more", () => {
    const grain = 0.25;
    const cost = meanVariance().prepare(Float64Array.of(1, 1, 1, 1.25, 7));
    const floor = grain ** 2 / 12;
    assertClose(cost(0, 3), 3 * Math.log(2 * Math.PI * floor));
    assertClose(cost(2, 4), 2 * (Math.log(2 * Math.PI * (grain / 2) ** 2) + 1));
    // The rounding of decimals is no grain.
    const noisy = meanVariance().prepare(Float64Array.of(0.3, 0.1 + 0.2, 0.3, 5, 6, 7));
    expect(noisy(0, 3)).toBeGreaterThan(3 * Math.log(2 * Math.PI * 1e-14));
    expect(meanVariance().prepare(Float64Array.of(3, 3, 3))(0, 3)).toBeTypeOf("number");
  });

  it("meanVariance({ minSd }) takes the floor that it is given", () => {
    const cost = meanVariance({ minSd: 2 }).prepare(Float64Array.of(1, 2, 3, 30));
    assertClose(cost(0, 3), 3 * Math.log(2 * Math.PI * 4) + 2 / 4);
  });

  it("costs of bad options say what is wrong", () => {
    for (const minSd of [0, -1, Number.NaN, Number.POSITIVE_INFINITY, "1" as never]) {
      expectInputError(() => meanVariance({ minSd }), "meanVariance", "minSd", /above 0, got/);
    }
    expectInputError(() => nonparametric({ quantiles: 0 }), "nonparametric", "quantiles", /1 or more, got 0/);
    expectInputError(() => nonparametric(5 as never), "nonparametric", "options", /got 5/);
  });
});

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function squares(values: readonly number[]): number {
  const mean = sum(values) / values.length;
  return sum(values.map((value) => (value - mean) ** 2));
}

/** Haynes, Fearnhead & Eckley's, with the quantiles and the constant of Perfolizer. */
function nonparametricCost(
  part: readonly number[],
  all: readonly number[],
  k = Math.min(all.length, Math.ceil(4 * Math.log(all.length))),
): number {
  const n = all.length;
  const sorted = all.toSorted((x, y) => x - y);
  const terms = Array.from({ length: k }, (_, i) => {
    const z = -1 + (2 * i + 1) / k;
    const quantile = sorted[Math.trunc((n - 1) / (1 + (2 * n - 1) ** -z))]!;
    const below = sum(part.map((value) => (value < quantile ? 1 : value === quantile ? 0.5 : 0)));
    const share = below / part.length;
    return share === 0 || share === 1
      ? 0
      : part.length * (share * Math.log(share) + (1 - share) * Math.log(1 - share));
  });
  return (2 / k) * -Math.log(2 * n - 1) * sum(terms);
}
