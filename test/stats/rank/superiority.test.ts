import { describe, expect, it } from "vitest";
import { superiority } from "../../../src/stats/rank/superiority.js";
import { tieBlocks } from "../../../src/stats/rank/tie-blocks.js";
import { assertClose } from "../../support/assert-close.js";

const blocks = tieBlocks(Float64Array.of(1, 2, 2, 4), Float64Array.of(2, 3, 5));

describe("superiority", () => {
  it("superiority(n, baseline, candidate) counts pairs, by hand", () => {
    // Wins of 2, 3 and 5 over 1, 2, 2, 4: 2 of 4, 3 of 4, 4 of 4.
    const { estimate, standardError, statistic } = superiority(blocks.n, blocks.baseline, blocks.candidate);
    expect(estimate).toBe(0.75);
    // Variances of 1/2, 3/4, 1 over three, and of 0, 1/6, 1/6, 2/3 over four.
    assertClose(standardError, Math.sqrt(1 / 16 / 3 + 1 / 12 / 4));
    assertClose(statistic, 0.25 / standardError);
  });
});
