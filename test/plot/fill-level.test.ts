import { describe, expect, it } from "vitest";
import { fillLevel } from "../../src/plot/fill-level.js";
import { stream } from "../../src/random/stream.js";

describe("fillLevel(counts, most)", () => {
  it.each([
    [[3, 10, 10], 13, 5],
    [[3, 10, 10], 23, 10],
    [[3, 10, 10], 100, 10],
    [[5, 5, 5], 2, 1],
    [[], 10, 1],
  ])("%j within %i: level %i", (counts, most, level) => {
    expect(fillLevel(counts, most)).toBe(level);
  });

  it("is the highest level that keeps no more than asked for", () => {
    const rng = stream(1, "fill-level");
    const kept = (counts: readonly number[], level: number): number =>
      counts.reduce((sum, count) => sum + Math.min(count, level), 0);
    for (let i = 0; i < 200; i++) {
      const counts = Array.from({ length: 1 + rng.below(8) }, () => rng.below(50));
      const most = counts.length + rng.below(150);
      const level = fillLevel(counts, most);
      expect(kept(counts, level)).toBeLessThanOrEqual(most);
      expect(level === Math.max(1, ...counts) || kept(counts, level + 1) > most).toBe(true);
    }
  });
});
