import { describe, expect, it } from "vitest";
import { createSample } from "../../src/core/sample.js";
import { lagPlot } from "../../src/plot/lag-plot.js";
import { autocorrelation } from "../../src/stats/autocorrelation.js";
import { expectInputError } from "../support/expect-input-error.js";
import { marksOf } from "../support/marks-of.js";
import { expectUnchanged } from "../support/unchanged.js";
import { comparableSvg, expectGolden } from "./golden.js";

const runs = createSample({
  benchmark: "parse",
  unit: "ms",
  runs: [
    [1, 2, 3, 4],
    [9, 8, 9],
  ],
});
const wave = Array.from({ length: 60 }, (_, i) => 10 + Math.sin(i / 3));

describe("lagPlot(samples, options)", () => {
  it("pairs each value with the one before it, not from run to run", () => {
    const dots = marksOf(lagPlot(runs), "dots");
    expect(dots.map(({ x, y, iteration }) => [x, y, iteration])).toEqual([
      [
        [1, 2, 3],
        [2, 3, 4],
        [1, 2, 3],
      ],
      [
        [9, 8],
        [8, 9],
        [1, 2],
      ],
    ]);
    const far = marksOf(lagPlot(runs, { lag: 3 }), "dots");
    expect(far.map(({ x, y }) => [x, y])).toEqual([[[1], [4]]]);
  });

  it("says how strongly they go together, as the autocorrelation does", () => {
    // Without the bias of a mean of its own, 1/n.
    const r = autocorrelation(wave, { lags: 1 }).estimate![1]! + 1 / wave.length;
    expect(lagPlot(wave).model.title).toBe(`Value: r = ${r.toFixed(2)} between neighbours`);
    expect(lagPlot(wave, { lag: 9 }).model.title).toMatch(/r = −0\.\d\d at a distance of 9$/);
    expect(lagPlot([3, 3, 3, 3]).model.title).toBe("Value: no variation");
    expect(lagPlot([5, 7]).model.title).toBe("Value: too few values for a correlation");
  });

  it("puts four samples two by two, each with a diagonal", () => {
    const figure = lagPlot({ a: wave, b: wave, c: wave, d: wave });
    expect(figure.model.panels.map(({ row }) => row)).toEqual([0, 0, 1, 1]);
    expect(marksOf(figure, "line")).toHaveLength(4);
  });

  it("of many values thins the crowds, and keeps every pair on its own", () => {
    const many = Array.from({ length: 30_000 }, (_, i) => (i === 20_000 ? 50 : i % 13));
    const { model } = lagPlot(many);
    const [dots] = marksOf(lagPlot(many), "dots");
    expect(dots!.x.length).toBeLessThanOrEqual(4_000);
    expect(dots!.x).toContain(50);
    expect(dots!.y).toContain(50);
    expect(model.warnings).toMatchObject([{ code: "thinned-points" }]);
  });

  it("looks as it did, drawn and in a terminal", async () => {
    expectGolden("lag.svg", comparableSvg(await lagPlot(wave, { unit: "ms" }).toSvg()));
    expectGolden("lag.txt", lagPlot(wave, { unit: "ms" }).toText());
  });

  it("refuses a lag that no run is longer than", () => {
    expectInputError(() => lagPlot(runs, { lag: 4 }), "lagPlot", "lag", /less than .* 4 in "parse", got 4/);
    expectInputError(() => lagPlot([5]), "lagPlot", "lag", /less than the length of a run, 1, got 1/);
    expectInputError(() => lagPlot([1, 2], { lag: 0 }), "lagPlot", "lag", /1 or more/);
  });

  it("leaves its input unchanged", () => {
    expectUnchanged([3, 1, 2, 5], (values) => lagPlot(values).model);
  });
});
