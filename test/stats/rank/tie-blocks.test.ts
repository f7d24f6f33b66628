import { describe, expect, it } from "vitest";
import { blockOfEach, doubledMidranks, tieBlocks } from "../../../src/stats/rank/tie-blocks.js";

const blocks = tieBlocks(Float64Array.of(3, 1, 3, 2), Float64Array.of(3, 0, 2));

describe("tieBlocks", () => {
  it("tieBlocks(baseline, candidate) counts each distinct value", () => {
    expect([...blocks.values]).toEqual([0, 1, 2, 3]);
    expect([...blocks.baseline]).toEqual([0, 1, 1, 2]);
    expect([...blocks.candidate]).toEqual([1, 0, 1, 1]);
    expect(blocks.n).toEqual([4, 3]);
  });

  it("tieBlocks(0, −0) is one value", () => {
    expect(tieBlocks(Float64Array.of(0), Float64Array.of(-0)).values).toHaveLength(1);
  });

  it("doubledMidranks(blocks) are twice the mean ranks", () => {
    expect([...doubledMidranks(blocks)]).toEqual([2, 4, 7, 7, 12, 12, 12]);
  });

  it("blockOfEach(blocks) names the block of each pooled value", () => {
    expect([...blockOfEach(blocks)]).toEqual([0, 1, 2, 2, 3, 3, 3]);
  });
});
