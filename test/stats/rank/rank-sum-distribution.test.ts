import { describe, expect, it } from "vitest";
import { countArrangements } from "../../../src/stats/permutation/arrangements.js";
import { exactPValue, smallestExactPValue } from "../../../src/stats/rank/exact-p-value.js";
import { rankSumCost, rankSumDistribution } from "../../../src/stats/rank/rank-sum-distribution.js";
import { assertClose } from "../../support/assert-close.js";

describe("rankSumDistribution", () => {
  it("rankSumDistribution(ranks, drawn) counts every choice", () => {
    const ranks = Float64Array.of(2, 5, 5, 8, 11);
    const { counts, lowest, step } = rankSumDistribution(ranks, 2);
    const found = new Map([...counts].map((count, i) => [lowest + i * step, count]));
    expect([...found].filter(([, count]) => count > 0)).toEqual([
      [7, 2],
      [10, 2],
      [13, 3],
      [16, 2],
      [19, 1],
    ]);
    expect(step).toBe(3);
  });

  it("rankSumDistribution(untied, half) has as many choices as Pascal's triangle", () => {
    const ranks = Float64Array.from({ length: 60 }, (_, i) => 2 * i + 2);
    const { counts } = rankSumDistribution(ranks, 30);
    const total = counts.reduce((sum, count) => sum + count);
    assertClose(total, countArrangements(60, 30), { rel: 1e-14 });
    expect(rankSumCost(ranks, 30).memory).toBeLessThan(1e6);
  });

  it("exactPValue(distribution, …) counts both directions from the centre", () => {
    const distribution = rankSumDistribution(Float64Array.of(2, 5, 5, 8, 11), 2);
    assertClose(exactPValue(distribution, 7, 12.4, "less"), 0.2);
    assertClose(exactPValue(distribution, 16, 12.4, "greater"), 0.3);
    assertClose(exactPValue(distribution, 16, 12.4, "two-sided"), 0.5);
    assertClose(smallestExactPValue(distribution, 12.4, "two-sided"), 0.1);
    assertClose(smallestExactPValue(distribution, 12.4, "less"), 0.2);
  });
});
