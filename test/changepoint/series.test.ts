import { describe, expect, it } from "vitest";
import { checkSeries, positionOf, type SeriesOptions } from "../../src/changepoint/series.js";
import { createSample } from "../../src/core/sample.js";
import { expectInputError } from "../support/expect-input-error.js";

const gappy = [Number.NaN, 3, Number.NaN, Number.NaN, 5, 6];

describe("checkSeries(values, options)", () => {
  it("takes a full series as it is, without copying", () => {
    const values = Float64Array.of(1, 2, 3);
    const series = checkSeries("pelt", values, {});
    expect(series.values).toBe(values);
    expect(series).toMatchObject({ n: 3, positions: null, times: null, gaps: "refuse", warnings: [] });
  });

  it("drops gaps and keeps the caller's indices", () => {
    const series = checkSeries("pelt", gappy, { gaps: "drop" });
    expect([...series.values]).toEqual([3, 5, 6]);
    expect([0, 1, 2, 3].map((index) => positionOf(series, index))).toEqual([1, 4, 5, 6]);
    expect(series.warnings).toMatchObject([
      { code: "gaps", message: expect.stringMatching(/^3 of 6 values are missing/) },
    ]);
    expect(series.n).toBe(6);
  });

  it("fills gaps with the value before, and those at the start with the first there is", () => {
    const series = checkSeries("pelt", gappy, { gaps: "fill" });
    expect([...series.values]).toEqual([3, 3, 3, 3, 5, 6]);
    expect(series.positions).toBeNull();
    expect(series.warnings).toMatchObject([{ code: "gaps" }]);
  });

  it("says where runs are joined, and keeps the unit", () => {
    const sample = createSample({ benchmark: "b", unit: "ms", runs: [[1, 2], [3]] });
    const series = checkSeries("pelt", sample, { times: [1, 2, 4] });
    expect(series).toMatchObject({ unit: "ms", n: 3, warnings: [{ code: "joined-runs" }] });
    expect([...(series.times ?? [])]).toEqual([1, 2, 4]);
  });

  it.each<[string, readonly number[], SeriesOptions, string, RegExp]>([
    ["no value", [], {}, "values", /needs at least one value, got 0/],
    ["a gap", gappy, {}, "values[0]", /finite number, got NaN/],
    ["an infinite value", [1, Number.POSITIVE_INFINITY], {}, "values[1]", /got Infinity/],
    [
      "an infinite value beside a gap",
      [1, Number.NaN, Number.POSITIVE_INFINITY],
      { gaps: "drop" },
      "values[2]",
      /got Infinity/,
    ],
    ["gaps alone", [Number.NaN, Number.NaN], { gaps: "fill" }, "values", /got 2 that are all missing/],
    ["text beside a gap", [Number.NaN, "3" as never], { gaps: "drop" }, "values[0]", /got NaN/],
    ["an unknown policy", [1], { gaps: "skip" as never }, "gaps", /"refuse", "drop", "fill", got "skip"/],
    ["too few times", [1, 2], { times: [1] }, "times", /one time a value, 2, got 1/],
    [
      "times that stand still",
      [1, 2, 3],
      { times: [1, 2, 2] },
      "times[2]",
      /after the one before, 2, got 2; leave times out/,
    ],
    ["a missing time", [1, 2], { times: [1, Number.NaN] }, "times[1]", /finite/],
  ])("refuses %s", (_, values, options, argument, problem) => {
    expectInputError(() => checkSeries("pelt", values, options), "pelt", argument, problem);
  });
});
