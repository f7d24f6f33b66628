import { describe, expect, it } from "vitest";
import { createSample } from "../../src/core/sample.js";
import { varianceComponentsPlot } from "../../src/plot/variance-components-plot.js";
import { stream } from "../../src/random/stream.js";
import { varianceComponents } from "../../src/stats/variance-components.js";
import { expectInputError } from "../support/expect-input-error.js";
import { marksOf } from "../support/marks-of.js";
import { normalValues } from "../support/normal-values.js";
import { comparableSvg, expectGolden } from "./golden.js";

const rng = stream(1, "variance-components-plot");
const runs = [100, 104, 98, 101, 103].map((mean) => normalValues(rng, 40, mean, 1));
const sample = createSample({ benchmark: "parse", unit: "ms", runs });

describe("varianceComponentsPlot(samples, options)", () => {
  const figure = varianceComponentsPlot(sample);

  it("draws the values of each run in time order, with the run's mean", () => {
    const dots = marksOf(figure, "dots");
    expect(dots).toHaveLength(5);
    dots.forEach(({ x, y, run }, index) => {
      expect(y).toEqual(runs[index]);
      expect(x).toEqual(x.toSorted((a, b) => a - b));
      expect([Math.min(...x), Math.max(...x)].map(Math.round)).toEqual([index + 1, index + 1]);
      expect(new Set(run)).toEqual(new Set([index + 1]));
    });
    const levels = marksOf(figure, "level").filter(({ reference }) => !reference);
    expect(levels[0]!.value).toBeCloseTo(runs[0]!.reduce((a, b) => a + b) / 40, 9);
  });

  it("draws the components beside them, as the statistic has them", () => {
    const { betweenSd, withinSd, betweenShare } = varianceComponents(sample);
    expect(marksOf(figure, "estimate").map(({ name, x }) => [name, x])).toEqual([
      ["between runs", expect.closeTo(betweenSd)],
      ["within a run", expect.closeTo(withinSd)],
    ]);
    const percent = Math.round(100 * betweenShare!);
    expect(figure.model.title).toBe(`Time of parse: ${percent} % of the variance lies between runs`);
    expect(figure.model.panels[1]!.aside![0]!.label).toContain(`${percent} %`);
    expect(figure.model.warnings).toMatchObject([{ code: expect.stringContaining("runs") }]);
  });

  it("gives each sample a row, with one axis for the components", () => {
    const { panels } = varianceComponentsPlot([sample, sample]).model;
    expect(panels.map(({ row }) => row)).toEqual([0, 0, 1, 1]);
    expect(panels[1]!.x).toEqual(panels[3]!.x);
  });

  it("draws runs without any variation", async () => {
    const flat = varianceComponentsPlot(
      createSample({
        benchmark: "b",
        runs: [
          [5, 5],
          [5, 5],
        ],
      }),
    );
    expect(flat.model.title).toBe("Time of b: no variation");
    expect(`${await flat.toSvg()}${flat.toText()}`).not.toMatch(/NaN|undefined|Infinity/);
  });

  it("looks as it did, drawn and in a terminal", async () => {
    expectGolden("components.svg", comparableSvg(await figure.toSvg()));
    expectGolden("components.txt", figure.toText());
  });

  it("refuses a single run", () => {
    const call = () => varianceComponentsPlot({ a: [1, 2, 3] });
    expectInputError(call, "varianceComponentsPlot", 'samples "a"', /two runs or more, got 1/);
  });
});
