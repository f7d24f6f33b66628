import { describe, expect, it } from "vitest";
import { arrangedBlocks } from "../../../src/stats/rank/arranged-blocks.js";
import { tieBlocks } from "../../../src/stats/rank/tie-blocks.js";

const blocks = tieBlocks(Float64Array.of(1, 2, 2, 4), Float64Array.of(2, 3, 5));

describe("arrangedBlocks", () => {
  it("arrangedBlocks(blocks, statistic) deals blocks to both sides, whichever is smaller", () => {
    const counts = (baseline: Readonly<Uint32Array>, candidate: Readonly<Uint32Array>) =>
      Number([...baseline, ...candidate].join(""));
    expect(arrangedBlocks(blocks, counts)(Uint32Array.of(0, 6, 2))).toBe(211011001);
    const swapped = tieBlocks(Float64Array.of(2, 3, 5), Float64Array.of(1, 2, 2, 4));
    expect(arrangedBlocks(swapped, counts)(Uint32Array.of(0, 6, 2))).toBe(1100102110);
  });
});
