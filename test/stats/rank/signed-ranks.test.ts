import { describe, expect, it } from "vitest";
import { signedRankDistribution } from "../../../src/stats/rank/signed-rank-distribution.js";
import { signedRanks } from "../../../src/stats/rank/signed-ranks.js";

describe("signed ranks", () => {
  it("signedRankDistribution(ranks) counts every choice of signs", () => {
    const { counts } = signedRankDistribution(Float64Array.of(1, 2, 3));
    expect([...counts]).toEqual([1, 1, 1, 2, 1, 1, 1]);
  });

  it("signedRanks(differences, rounding, zeroMethod) ranks sizes, with zeros left out before or after", () => {
    const differences = Float64Array.of(3, -1, 0, 1, 5e-16, -4);
    expect(signedRanks(differences, 1e-15, "wilcoxon")).toEqual({
      doubledRanks: Float64Array.of(3, 3, 6, 8),
      positive: 9,
      zeros: 2,
    });
    expect(signedRanks(differences, 1e-15, "pratt")).toEqual({
      doubledRanks: Float64Array.of(7, 7, 10, 12),
      positive: 17,
      zeros: 2,
    });
  });
});
