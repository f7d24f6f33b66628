import { describe, expect, it } from "vitest";
import { reportChanges } from "../../src/changepoint/report-changes.js";
import { checkSeries } from "../../src/changepoint/series.js";
import { welchTTest } from "../../src/stats/welch-t-test.js";
import { assertClose } from "../support/assert-close.js";

const values = [10, 12, 11, 20, 22, 24, 22];

describe("reportChanges(series, found, confidence)", () => {
  it("describes what lies between changes, and how much they change", () => {
    const series = checkSeries("pelt", values, { times: [0, 1, 2, 5, 6, 7, 8] });
    const reported = reportChanges(series, [{ index: 3, p: 0.01, indexInterval: [2, 4] }], 0.9);
    const [before, after] = [values.slice(0, 3), values.slice(3)];
    const welch = welchTTest(before, after, { confidence: 0.9 });
    assertClose(reported.changePoints[0]?.relativeInterval, welch.relativeInterval);
    assertClose(reported.changePoints[0]?.relativeChange, 1);
    expect(reported.indices).toEqual([3]);
    expect(reported.segments).toEqual([
      { start: 0, end: 3, n: 3, mean: 11, median: 11, sd: 1 },
      { start: 3, end: 7, n: 4, mean: 22, median: 22, sd: Math.sqrt(8 / 3) },
    ]);
    expect(reported.changePoints).toMatchObject([
      {
        index: 3,
        indexInterval: [2, 4],
        time: 5,
        p: 0.01,
        before: reported.segments[0],
        after: reported.segments[1],
      },
    ]);
  });

  it("counts indices as the caller does where gaps were dropped", () => {
    const gappy = [Number.NaN, 10, 12, Number.NaN, 20, 22, Number.NaN];
    const reported = reportChanges(checkSeries("pelt", gappy, { gaps: "drop" }), [{ index: 2 }], 0.95);
    expect(reported.indices).toEqual([4]);
    expect(reported.segments).toMatchObject([
      { start: 0, end: 4, n: 2 },
      { start: 4, end: 7, n: 2 },
    ]);
  });

  it("claims nothing about a change of one value, of equal values, or from a mean that is not above zero", () => {
    const noInterval = (list: readonly number[], index: number) =>
      reportChanges(checkSeries("pelt", list, {}), [{ index }], 0.95).changePoints[0];
    expect(noInterval([1, 2, 3], 1)).toMatchObject({ relativeChange: 1.5, relativeInterval: null, p: null });
    expect(noInterval([2, 2, 3, 3], 2)).toMatchObject({ relativeChange: 0.5, relativeInterval: null });
    expect(noInterval([-2, -1, 3, 4], 2)).toMatchObject({ relativeChange: null, relativeInterval: null });
    expect(noInterval([1, 2, 3], 1)?.before.sd).toBeNull();
  });

  it("reports one segment where nothing was found", () => {
    const { indices, changePoints, segments } = reportChanges(checkSeries("pelt", values, {}), [], 0.95);
    expect({ indices, changePoints }).toEqual({ indices: [], changePoints: [] });
    expect(segments).toMatchObject([{ start: 0, end: 7, n: 7 }]);
  });
});
