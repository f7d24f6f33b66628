import { describe, expect, it } from "vitest";
import { createSample } from "../../src/core/sample.js";
import { type AutocorrelationPlotOptions, autocorrelationPlot } from "../../src/plot/autocorrelation-plot.js";
import { pooledAutocorrelation } from "../../src/plot/series/pooled-autocorrelation.js";
import { stream } from "../../src/random/stream.js";
import { autocorrelation } from "../../src/stats/autocorrelation.js";
import { expectInputError } from "../support/expect-input-error.js";
import { marksOf } from "../support/marks-of.js";
import { normalValues } from "../support/normal-values.js";
import { expectUnchanged } from "../support/unchanged.js";
import { comparableSvg, expectGolden } from "./golden.js";

const noise = normalValues(stream(1, "autocorrelation-plot"), 100, 10, 1);
const slow = noise.map((_, i) => 10 + Math.sin(i / 4));

describe("autocorrelationPlot(samples, options)", () => {
  it("draws the autocorrelation of a series from lag 1 on, and the band of independent values", () => {
    const figure = autocorrelationPlot(slow, { lags: 8 });
    const expected = autocorrelation(slow, { lags: 8 });
    const [stems] = marksOf(figure, "stems");
    expect(stems!.x).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    // A mean of 100 values of its own takes about 1/100 off.
    for (const [i, y] of stems!.y.entries())
      expect(y).toBeCloseTo(expected.estimate![i + 1]! + (99 - i) / (100 * 99), 12);
    const [band] = marksOf(figure, "area");
    for (const high of band!.high) expect(high).toBeCloseTo(expected.band[1], 1);
    expect(band!.low).toEqual(band!.high.map((high) => -high));
    expect(figure.model.title).toMatch(/^Value: autocorrelation 0\.\d\d at lag 1, \d lags of 8 stand out$/);
  });

  it("takes runs about their own means: a difference between runs is no autocorrelation", () => {
    const sample = createSample({
      benchmark: "b",
      runs: [noise.slice(0, 50), noise.slice(50).map((x) => x + 1000)],
    });
    const [stems] = marksOf(autocorrelationPlot(sample, { lags: 5 }), "stems");
    for (const y of stems!.y) expect(Math.abs(y)).toBeLessThan(0.35);
  });

  it.each([
    [100, 10, 0.98],
    [30, 5, 0.4],
    [10, 10, 0.4],
    [10, 100, 0.98],
  ])(
    "of %i runs of %i values, leaves 5 %% of first stems outside, and sees a true correlation",
    (count, length, power) => {
      const rng = stream(2, "short-runs");
      const trials = 400;
      const outside = (correlation: number): number => {
        let found = 0;
        for (let trial = 0; trial < trials; trial++) {
          const runs = Array.from({ length: count }, () => {
            const shocks = normalValues(rng, length, 0, 1);
            let value = 0;
            return shocks.map((shock, i) => {
              value = i === 0 ? shock : correlation * value + Math.sqrt(1 - correlation ** 2) * shock;
              return value;
            });
          });
          const { estimates, deviations } = pooledAutocorrelation(runs, 1)!;
          if (Math.abs(estimates[1]!) > 1.96 * deviations[1]!) found++;
        }
        return found / trials;
      };
      // Four Monte Carlo standard errors.
      expect(Math.abs(outside(0) - 0.05)).toBeLessThan(4 * Math.sqrt((0.05 * 0.95) / trials));
      expect(outside(0.3)).toBeGreaterThan(power);
    },
  );

  it("draws a sample without variation, with a warning", () => {
    const { warnings, title } = autocorrelationPlot([5, 5, 5, 5]).model;
    expect(warnings).toMatchObject([{ code: "no-variation" }]);
    expect(title).toBe("Value: no variation");
  });

  it("looks as it did, drawn and in a terminal", async () => {
    const figure = autocorrelationPlot({ noise, slow }, { lags: 12 });
    expectGolden("autocorrelation.svg", comparableSvg(await figure.toSvg()));
    expectGolden("autocorrelation.txt", figure.toText());
  });

  it.each<[string, AutocorrelationPlotOptions, string, RegExp]>([
    ["number of lags", { lags: 100 }, "lags", /1 to 99/],
    ["confidence", { confidence: 0 }, "confidence", /between 0 and 1/],
  ])("refuses a wrong %s", (_, options, argument, problem) => {
    expectInputError(() => autocorrelationPlot(noise, options), "autocorrelationPlot", argument, problem);
  });

  it("refuses two values, and leaves its input unchanged", () => {
    expectInputError(
      () => autocorrelationPlot([1, 2]),
      "autocorrelationPlot",
      "samples",
      /three values .* got 2/,
    );
    expectUnchanged([3, 1, 2, 5], (values) => autocorrelationPlot(values).model);
  });
});
