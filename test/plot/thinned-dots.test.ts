import { describe, expect, it } from "vitest";
import { thinnedDots } from "../../src/plot/thinned-dots.js";
import { stream } from "../../src/random/stream.js";
import { normalValues } from "../support/normal-values.js";
import { expectUnchanged } from "../support/unchanged.js";

const crowd = normalValues(stream(1, "thinned-dots"), 5000, 100, 8);

describe("thinnedDots(positions, options)", () => {
  it("keeps all where they are few enough", () => {
    expect(thinnedDots([3, 1, 2], { stretch: 1, most: 3 })).toEqual([0, 1, 2]);
    expect(thinnedDots([], { stretch: 1, most: 3 })).toEqual([]);
  });

  it("keeps every dot outside a crowd, and about as many as asked for", () => {
    const far = [0, 20, 20.1, 300, 350, 351];
    const positions = [...crowd.slice(0, 2500), ...far, ...crowd.slice(2500)];
    const kept = thinnedDots(positions, { stretch: 1, most: 800 });
    expect(kept.length).toBeLessThanOrEqual(800);
    expect(kept.length).toBeGreaterThan(700);
    expect(kept).toEqual(expect.arrayContaining(far.map((_, i) => 2500 + i)));
    expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b));
  });

  it("thins crowds evenly in time, and leaves none empty", () => {
    const kept = thinnedDots(crowd, { stretch: 1, most: 800 });
    const early = kept.filter((i) => i < crowd.length / 2).length;
    expect(Math.abs(early / kept.length - 0.5)).toBeLessThan(0.05);
    const places = (indices: readonly number[]): Set<number> =>
      new Set(indices.map((i) => Math.floor(crowd[i]!)));
    expect(places(kept)).toEqual(places(crowd.map((_, i) => i)));
  });

  it("keeps one of each stretch even where fewer were asked for", () => {
    expect(thinnedDots([0, 0, 5, 5, 9, 9], { stretch: 1, most: 2 })).toEqual([1, 3, 5]);
  });

  it("leaves its input unchanged", () => {
    expectUnchanged([3, 1, 2, 2, 2], (values) => thinnedDots(values, { stretch: 1, most: 3 }));
  });
});
