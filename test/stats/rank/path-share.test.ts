import { describe, expect, it } from "vitest";
import { pathShare } from "../../../src/stats/rank/path-share.js";
import { tieBlocks } from "../../../src/stats/rank/tie-blocks.js";
import { assertClose } from "../../support/assert-close.js";

const blocks = tieBlocks(Float64Array.of(1, 2, 2, 4), Float64Array.of(2, 3, 5));

describe("pathShare", () => {
  it("pathShare(blocks, gap, alternative) is 1 where a gap is certain, and 0 where it cannot be", () => {
    expect(pathShare(blocks, 0, "greater")).toBe(1);
    expect(pathShare(blocks, 13, "two-sided")).toBe(0);
  });

  it("pathShare(untied, all pairs, …) is one of all arrangements, or two", () => {
    const untied = tieBlocks(Float64Array.of(1, 2, 3, 4), Float64Array.of(5, 6, 7));
    assertClose(pathShare(untied, 12, "greater"), 1 / 35);
    assertClose(pathShare(untied, 12, "two-sided"), 2 / 35);
  });
});
