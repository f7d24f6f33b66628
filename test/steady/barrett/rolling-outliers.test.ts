import { describe, expect, it } from "vitest";
import { rollingOutliers } from "../../../src/steady/barrett/rolling-outliers.js";

/** 0 to 9, over and over. */
function saw(n: number): Float64Array {
  return Float64Array.from({ length: n }, (_, i) => i % 10);
}

describe("rollingOutliers(values, window)", () => {
  it("marks what is three ranges from the 10th to the 90th percentile away", () => {
    const values = saw(40);
    values[25] = 28;
    // Window of 20: median 4.5, percentiles 0.9 and 8.1 and so on, a band of some 24.
    expect(rollingOutliers(values, 20)).toEqual([]);
    values[25] = 40;
    expect(rollingOutliers(values, 20)).toEqual([25]);
    values[25] = -40;
    expect(rollingOutliers(values, 20)).toEqual([25]);
  });

  it("skips what comes before the first full window, and clips the window at the end", () => {
    const with100At = (...places: number[]) => {
      const values = saw(40);
      for (const i of places) values[i] = 100;
      return rollingOutliers(values, 20);
    };
    expect(with100At(0, 39)).toEqual([39]);
    expect(with100At(9, 39)).toEqual([39]);
    expect(with100At(10, 39)).toEqual([10, 39]);
  });

  it("marks nothing in a run shorter than half a window, and judges the rest by what there is", () => {
    const values = saw(40);
    values[5] = 100;
    expect(rollingOutliers(values, 200)).toEqual([]);
    values[30] = 100;
    expect(rollingOutliers(values, 50)).toEqual([30]);
  });

  it("an odd window is one value shorter", () => {
    const values = saw(40);
    values[25] = 40;
    expect(rollingOutliers(values, 21)).toEqual(rollingOutliers(values, 20));
  });
});
