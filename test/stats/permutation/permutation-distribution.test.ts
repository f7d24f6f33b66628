import { describe, expect, it } from "vitest";
import {
  permutationDistribution,
  permutationPValue,
  smallestPermutationP,
} from "../../../src/stats/permutation/permutation-distribution.js";
import {
  arranged,
  meanDifference,
  medianDifference,
  welchT,
} from "../../../src/stats/permutation/statistics.js";
import { assertClose } from "../../support/assert-close.js";

const pooled = Float64Array.of(1, 2, 4, 8, 16);

describe("permutationDistribution", () => {
  it("permutationDistribution(n, permutations, …) takes all arrangements if they fit", () => {
    const sum = (places: Readonly<Uint32Array>) => places.reduce((total, place) => total + pooled[place]!, 0);
    const { replicates, exact } = permutationDistribution([3, 2], 10, 1, sum);
    expect(exact).toBe(true);
    expect([...replicates].sort((x, y) => x - y)).toEqual([3, 5, 6, 9, 10, 12, 17, 18, 20, 24]);
    expect(permutationDistribution([3, 2], 9, 1, sum)).toMatchObject({ exact: false });
  });

  it("permutationPValue(distribution, …) counts the observed one once", () => {
    const replicates = Float64Array.of(1, 2, 2, 3);
    expect(permutationPValue({ replicates, exact: true }, 2, 0, "greater")).toBe(3 / 4);
    expect(permutationPValue({ replicates, exact: true }, 3, 0, "two-sided")).toBe(2 / 4);
    expect(permutationPValue({ replicates, exact: false }, 9, 0, "greater")).toBe(1 / 5);
    expect(permutationPValue({ replicates, exact: false }, 2, 0, "less")).toBe(4 / 5);
    expect(permutationPValue({ replicates, exact: false }, 2 - 1e-9, 1e-8, "less")).toBe(4 / 5);
    expect(permutationPValue({ replicates, exact: true }, 2, 0, "two-sided")).toBe(1);
  });

  it("smallestPermutationP(distribution, alternative) is one of them, or two", () => {
    expect(smallestPermutationP({ replicates: new Float64Array(10), exact: true }, "less")).toBe(0.1);
    expect(smallestPermutationP({ replicates: new Float64Array(99), exact: false }, "two-sided")).toBe(0.02);
  });
});

describe("arranged statistics", () => {
  it("meanDifference(pooled, n) and arranged(pooled, n, …) agree, whichever side is smaller", () => {
    const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
    for (const n of [
      [3, 2],
      [2, 3],
    ] as const) {
      const fast = meanDifference(pooled, n);
      const slow = arranged(pooled, n, (baseline, candidate) => mean(candidate) - mean(baseline));
      for (const places of [Uint32Array.of(0, 1), Uint32Array.of(4, 2), Uint32Array.of(3, 1)]) {
        assertClose(fast(places), slow(places));
      }
    }
    // Places are those of the smaller side: here the candidate has 1 and 2.
    assertClose(meanDifference(pooled, [3, 2])(Uint32Array.of(0, 1)), 1.5 - 28 / 3);
  });

  it("medianDifference and welchT are those of both sides", () => {
    expect(medianDifference(Float64Array.of(1, 2, 9), Float64Array.of(3, 5))).toBe(2);
    assertClose(welchT(Float64Array.of(1, 2, 3), Float64Array.of(4, 6)), 3 / Math.sqrt(1 / 3 + 1));
    expect(welchT(Float64Array.of(1, 1), Float64Array.of(2, 2))).toBe(Number.POSITIVE_INFINITY);
    expect(welchT(Float64Array.of(1, 1), Float64Array.of(1, 1))).toBe(0);
  });
});
