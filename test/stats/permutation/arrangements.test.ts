import { describe, expect, it } from "vitest";
import { stream } from "../../../src/random/stream.js";
import {
  countArrangements,
  forEachArrangement,
  forEachShuffle,
} from "../../../src/stats/permutation/arrangements.js";

describe("arrangements", () => {
  it("countArrangements(total, drawn) is the binomial coefficient", () => {
    expect(countArrangements(10, 3)).toBe(120);
    expect(countArrangements(10, 7)).toBe(120);
    expect(countArrangements(5, 0)).toBe(1);
    expect(countArrangements(50, 25)).toBe(126410606437752);
    expect(countArrangements(100_000, 50_000)).toBe(Number.POSITIVE_INFINITY);
  });

  it("forEachArrangement(total, drawn) visits every choice once", () => {
    for (const [total, drawn] of [
      [6, 3],
      [7, 1],
      [4, 4],
      [9, 2],
    ] as const) {
      const seen = new Set<string>();
      let visits = 0;
      forEachArrangement(total, drawn, (chosen) => {
        seen.add([...chosen].join());
        expect([...chosen]).toEqual([...new Set(chosen)].sort((a, b) => a - b));
        visits++;
      });
      expect([seen.size, visits]).toEqual([countArrangements(total, drawn), countArrangements(total, drawn)]);
    }
  });

  it("forEachShuffle(total, drawn) chooses every set equally often", () => {
    const counts = new Map<string, number>();
    const draws = 20_000;
    forEachShuffle(6, 3, draws, stream(1, "shuffle"), (chosen) => {
      const set = [...chosen].sort().join();
      counts.set(set, (counts.get(set) ?? 0) + 1);
    });
    expect(counts.size).toBe(20);
    const chiSquared = [...counts.values()].reduce(
      (sum, count) => sum + (count - draws / 20) ** 2 / (draws / 20),
      0,
    );
    // P(χ² > 45 | 19) is below 0.001, and the seed is fixed.
    expect(chiSquared).toBeLessThan(45);
  });
});
