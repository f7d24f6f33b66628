import { describe, expect, it } from "vitest";
import { beeswarmOffsets } from "../../src/plot/beeswarm-offsets.js";
import { sortedOffsets } from "../../src/plot/sorted-offsets.js";
import { stream } from "../../src/random/stream.js";
import { normalValues } from "../support/normal-values.js";
import { expectUnchanged } from "../support/unchanged.js";

const options = { dotSize: 4, width: 200 };

function cluster(n: number, sd: number): number[] {
  return normalValues(stream(1, "beeswarm"), n, 200, sd);
}

describe("beeswarmOffsets(positions, options)", () => {
  it.each([0, 1, 2, 30, 200])("no two of %i dots touch where there is room", (n) => {
    const positions = cluster(n, 40);
    const offsets = beeswarmOffsets(positions, options);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < i; j++) {
        const across = ((offsets[i]! - offsets[j]!) * options.width) / 2;
        expect(Math.hypot(positions[i]! - positions[j]!, across)).toBeGreaterThan(options.dotSize * 0.999);
      }
    }
  });

  it("a lone dot stays on the centre line, and neighbours go to both sides", () => {
    expect([...beeswarmOffsets([10, 100, 200], options)]).toEqual([0, 0, 0]);
    const offsets = [...beeswarmOffsets([50, 50, 50], options)].sort((a, b) => a - b);
    expect(offsets).toEqual([-0.04, 0, 0.04]);
  });

  it("where a strip is full, dots lie over each other, inside it", () => {
    const offsets = beeswarmOffsets(Array<number>(2000).fill(50), options);
    expect(Math.max(...offsets.map(Math.abs))).toBeLessThanOrEqual(1);
    expect(new Set(offsets).size).toBeGreaterThan(1900);
  });

  it("the order of the values does not matter to their outline", () => {
    const positions = cluster(100, 20);
    const outline = (values: readonly number[]): number[] =>
      [...beeswarmOffsets(values, options)]
        .map((offset) => Math.round(1e6 * Math.abs(offset)))
        .sort((a, b) => a - b);
    expect(outline(positions.toReversed())).toEqual(outline(positions));
  });

  it("a strip narrower than a dot puts them all in it", () => {
    const offsets = beeswarmOffsets([1, 1, 1], { dotSize: 4, width: 3 });
    expect(Math.max(...offsets.map(Math.abs))).toBeLessThanOrEqual(1);
  });

  it("leaves its input unchanged", () => {
    expectUnchanged(cluster(50, 5), (values) => [...beeswarmOffsets(values, options)]);
  });
});

describe("sortedOffsets(positions)", () => {
  it("goes from the least on the left to the largest on the right, ties in their order", () => {
    expect([...sortedOffsets([30, 10, 20, 10])]).toEqual([0.75, -0.75, 0.25, -0.25]);
    expect([...sortedOffsets([7])]).toEqual([0]);
    expect([...sortedOffsets([])]).toEqual([]);
  });

  it("leaves its input unchanged", () => {
    expectUnchanged([3, 1, 2], (values) => [...sortedOffsets(values)]);
  });
});
