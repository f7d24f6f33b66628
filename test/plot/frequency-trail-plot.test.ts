import { describe, expect, it } from "vitest";
import { loadDataset } from "../../src/data/load-dataset.js";
import { frequencyTrailPlot } from "../../src/plot/frequency-trail-plot.js";
import { stream } from "../../src/random/stream.js";
import { expectInputError } from "../support/expect-input-error.js";
import { marksOf } from "../support/marks-of.js";
import { normalValues } from "../support/normal-values.js";
import { expectUnchanged } from "../support/unchanged.js";
import { comparableSvg, expectGolden } from "./golden.js";

const rng = stream(1, "frequency-trail");
const tight = [...normalValues(rng, 200, 100, 1), 140, 150];
const wide = normalValues(rng, 300, 120, 8);

describe("frequencyTrailPlot(samples, options)", () => {
  const figure = frequencyTrailPlot({ tight, wide }, { unit: "ms" });

  it("comes down at both ends, and its title has no more digits than tell the medians apart", () => {
    const even = (low: number) => Array.from({ length: 200 }, (_, i) => low + i / 200);
    const { panels, title } = frequencyTrailPlot({ a: even(100), b: even(100.05) }, { unit: "ms" }).model;
    for (const mark of panels[0]!.marks) {
      if (mark.kind !== "area") continue;
      expect(mark.high[0]! - mark.low[0]!).toBe(0);
      expect(mark.high.at(-1)! - mark.low.at(-1)!).toBe(0);
    }
    expect(title).toBe("Value: medians from 100.498 to 100.547 ms");
  });

  it("draws a ridge for each sample, each as high as its own densest place", () => {
    const ridges = marksOf(figure, "area");
    expect(ridges.map(({ name, ridge }) => [name, ridge])).toEqual([
      ["tight", true],
      ["wide", true],
    ]);
    const [upper, lower] = ridges.map(({ low, high }) => Math.max(...high) - low[0]!);
    expect(upper).toBeCloseTo(lower!, 9);
    const top = (index: number) =>
      ridges[index]!.x[ridges[index]!.high.indexOf(Math.max(...ridges[index]!.high))]!;
    expect(Math.abs(top(0) - 100)).toBeLessThan(1);
    expect(Math.abs(top(1) - 120)).toBeLessThan(6);
  });

  it("draws every value that its ridge is too low to show", () => {
    const dots = marksOf(figure, "dots");
    expect(dots[0]).toMatchObject({ name: "tight" });
    expect(dots[0]!.x).toEqual(expect.arrayContaining([140, 150]));
    expect(dots[0]!.labels![dots[0]!.x.indexOf(150)]).toBe("run 1, iteration 201");
    expect(figure.model.alt).toMatch(
      /tight: median [\d.]+ ms, from 9\d.* to 150.*ms, \d+ drawn by themselves\./,
    );
  });

  it("draws every severe outlier, also those that make a bump together", () => {
    const near = [...tight, 160, 160.1, 160.2, 160.3];
    const [dots] = marksOf(frequencyTrailPlot({ near }), "dots");
    expect([...dots!.x]).toEqual(expect.arrayContaining([140, 150, 160, 160.1, 160.2, 160.3]));
  });

  it("hovering over a dot tells its value", () => {
    const dots = figure.toPlotly().data.find(({ mode }) => mode === "markers")!;
    expect(dots.hovertemplate).toMatch(/^<b>tight<\/b><br>%\{customdata\[0\]\}<br>%\{x:,\.\d+~f\} ms</);
    expect(dots.x).toContain(150);
  });

  it("orders by median if asked", () => {
    const names = (order: "given" | "median") =>
      frequencyTrailPlot({ wide, tight }, { order }).model.panels[0]!.y.ticks.map(({ label }) => label);
    expect(names("given")).toEqual(["wide", "tight"]);
    expect(names("median")).toEqual(["tight", "wide"]);
  });

  it("gives samples of one group one colour", () => {
    const ridges = marksOf(frequencyTrailPlot(loadDataset("smt")), "area");
    expect(ridges.map(({ color }) => color)).toEqual([0, 0, 1, 1]);
  });

  it.each([
    ["one value", { a: [5] }],
    ["equal values", { a: [5, 5, 5], b: [5, 5] }],
    ["far apart", { a: [1e-9, 2e-9], b: [1e12, 2e12] }],
  ])("draws %s, and warns that a density says little", async (_, samples) => {
    const odd = frequencyTrailPlot(samples);
    expect(odd.model.warnings).toMatchObject([{ code: "too-few-values" }]);
    expect(JSON.parse(JSON.stringify(odd.model))).toEqual(odd.model);
    const drawn = `${await odd.toSvg()}${odd.toText()}${JSON.stringify(odd.toPlotly())}`;
    expect(drawn).not.toMatch(/NaN|undefined|Infinity/);
  });

  it("looks as it did, drawn and in a terminal", async () => {
    expectGolden("trails.svg", comparableSvg(await figure.toSvg()));
    expectGolden("trails.txt", figure.toText());
  });

  it("refuses a wrong order, and leaves its input unchanged", () => {
    const call = () => frequencyTrailPlot([1, 2], { order: "mean" as never });
    expectInputError(call, "frequencyTrailPlot", "order", /"given", "median"/);
    expectUnchanged([3, 1, 2, 5], (values) => frequencyTrailPlot(values).model);
  });
});
