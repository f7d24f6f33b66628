import { describe, expect, it } from "vitest";
import { binCounts, histogramBins, mostBins } from "../../src/plot/histogram-bins.js";
import { stream } from "../../src/random/stream.js";
import { assertClose } from "../support/assert-close.js";

describe("histogramBins", () => {
  it("histogramBins(samples, null, null) takes the narrowest width of the samples", () => {
    // IQR 4 and n = 8 give a width of 4, over a range of 16.
    const wide = Float64Array.of(0, 2, 4, 4, 8, 8, 10, 16);
    const [lower, upper] = [3.5, 8.5];
    assertClose(histogramBins([wide], null, null).length - 1, Math.ceil(16 / (upper - lower)));
    const narrow = wide.map((value) => value / 4);
    assertClose(histogramBins([wide, narrow], null, null).length - 1, Math.ceil(16 / ((upper - lower) / 4)));
  });

  it("histogramBins(ties, null, null) falls back on the rule of Sturges", () => {
    expect(histogramBins([Float64Array.of(1, 1, 1, 1, 1, 1, 1, 9)], null, null)).toHaveLength(5);
  });

  it("histogramBins(strays, null, null) has an end", () => {
    expect(histogramBins([Float64Array.of(1, 2, 3, 4, 1e9)], null, null)).toHaveLength(mostBins + 1);
  });

  it("histogramBins(samples, bins, range) ends where it was told", () => {
    expect(histogramBins([Float64Array.of(1)], 3, [0, 0.3])).toEqual([
      0,
      expect.closeTo(0.1),
      expect.closeTo(0.2),
      0.3,
    ]);
  });
});

describe("binCounts", () => {
  it("binCounts(values, edges) puts a value on an edge where the bin begins, and the last into the last", () => {
    expect(binCounts(Float64Array.of(0, 1, 1, 2, 3, 3), [0, 1, 2, 3])).toEqual([1, 2, 3]);
    expect(binCounts(Float64Array.of(-1, 4), [0, 1, 2, 3])).toEqual([0, 0, 0]);
  });

  it("binCounts(values, edges) agrees with a search through the edges", () => {
    const rng = stream(1, "bins");
    for (let round = 0; round < 200; round++) {
      const bins = 1 + rng.below(30);
      const low = rng.uniform() - 0.5;
      const edges = Array.from({ length: bins + 1 }, (_, i) => low + i / 10);
      const values = Float64Array.from({ length: 50 }, () =>
        rng.below(2) === 0 ? edges[rng.below(bins + 1)]! : low + (rng.uniform() * bins) / 10,
      );
      const slow = edges
        .slice(0, -1)
        .map(
          (from, i) =>
            values.filter(
              (value) =>
                value >= from && (value < edges[i + 1]! || (i === bins - 1 && value === edges[bins])),
            ).length,
        );
      expect(binCounts(values, edges)).toEqual(slow);
    }
  });
});
