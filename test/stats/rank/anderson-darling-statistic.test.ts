import { describe, expect, it } from "vitest";
import {
  andersonDarlingSd,
  andersonDarlingStatistic,
} from "../../../src/stats/rank/anderson-darling-statistic.js";
import { tieBlocks } from "../../../src/stats/rank/tie-blocks.js";
import { allArrangements } from "../../support/all-arrangements.js";
import { assertClose } from "../../support/assert-close.js";

describe("andersonDarling statistics", () => {
  it("andersonDarlingStatistic(…) has mean 1 and andersonDarlingSd(n) over all arrangements", () => {
    const statistics = allArrangements([1, 2, 3, 4], [5, 6, 7]).map(([first, second]) => {
      const { n, baseline, candidate } = tieBlocks(Float64Array.from(first), Float64Array.from(second));
      return andersonDarlingStatistic(n, baseline, candidate);
    });
    const mean = statistics.reduce((sum, value) => sum + value, 0) / statistics.length;
    const variance = statistics.reduce((sum, value) => sum + (value - mean) ** 2, 0) / statistics.length;
    assertClose(mean, 1);
    expect(Math.sqrt(variance) / andersonDarlingSd([4, 3])).toBeGreaterThan(0.9);
    expect(Math.sqrt(variance) / andersonDarlingSd([4, 3])).toBeLessThan(1.1);
  });
});
