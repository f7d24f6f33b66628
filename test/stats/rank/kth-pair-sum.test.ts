import { describe, expect, it } from "vitest";
import { stream } from "../../../src/random/stream.js";
import { kthPairSum } from "../../../src/stats/rank/kth-pair-sum.js";

describe("kthPairSum", () => {
  it("kthPairSum(sorted, k) is the k-th of all sums listed and sorted", () => {
    const rng = stream(1, "pair sums");
    for (const draw of [() => rng.below(7) - 3, () => rng.uniform() - 0.5, () => 1e12 * rng.uniform()]) {
      const sorted = Float64Array.from({ length: 9 }, draw).sort();
      const sums = Float64Array.from(
        [...sorted].flatMap((first, i) => [...sorted.subarray(i)].map((second) => first + second)),
      ).sort();
      for (let k = 1; k <= sums.length; k++) expect(kthPairSum(sorted, k)).toBe(sums[k - 1]);
    }
  });

  it("kthPairSum(one value, 1) is its double", () => {
    expect(kthPairSum(Float64Array.of(3), 1)).toBe(6);
  });
});
