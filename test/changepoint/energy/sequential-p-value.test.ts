import { describe, expect, it } from "vitest";
import { sequentialPValue } from "../../../src/changepoint/energy/sequential-p-value.js";
import { stream } from "../../../src/random/stream.js";

describe("sequentialPValue(draw, permutations, significance)", () => {
  it("is (hits + 1) / (draws + 1) after all draws", () => {
    expect(sequentialPValue(hitsAt([]), 199, 0.05)).toEqual({ p: 1 / 200, draws: 199 });
    expect(sequentialPValue(hitsAt([1, 2, 3]), 199, 0.05)).toEqual({ p: 4 / 200, draws: 199 });
  });

  it("stops at the hit that makes significance impossible", () => {
    const tenHits = [1, 2, 3, 4, 5, 6, 7, 8, 9, 40];
    expect(sequentialPValue(hitsAt(tenHits), 199, 0.05)).toEqual({ p: 10 / 40, draws: 40 });
    expect(sequentialPValue(() => true, 19, 0.05)).toEqual({ p: 1, draws: 1 });
  });

  it("decides as all draws would", () => {
    const rng = stream(1, "decides");
    for (const [permutations, significance] of [
      [19, 0.05],
      [199, 0.05],
      [99, 0.3],
      [999, 0.001],
    ] as const) {
      for (let round = 0; round < 300; round++) {
        const share = 2 * significance * rng.uniform();
        const outcomes = Array.from({ length: permutations }, () => rng.uniform() < share);
        const hits = outcomes.filter(Boolean).length;
        const all = (hits + 1) / (permutations + 1);
        const draws = outcomes.values();
        const { p } = sequentialPValue(() => draws.next().value === true, permutations, significance);
        expect(p <= significance).toBe(all <= significance * (1 + 1e-12));
      }
    }
  });
});

function hitsAt(draws: readonly number[]): () => boolean {
  let draw = 0;
  return () => draws.includes(++draw);
}
