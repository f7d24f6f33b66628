import { describe, expect, it } from "vitest";
import { createSample } from "../../src/core/sample.js";
import { loadDataset } from "../../src/data/load-dataset.js";
import type { DotsMark, MeanMark, MedianMark, Panel, Strip } from "../../src/plot/figure-model.js";
import { type StripPlotOptions, stripPlot } from "../../src/plot/strip-plot.js";
import { stream } from "../../src/random/stream.js";
import { bootstrapInterval } from "../../src/stats/bootstrap-interval.js";
import { describe as describeValues } from "../../src/stats/describe.js";
import { expectInputError } from "../support/expect-input-error.js";
import { normalValues } from "../support/normal-values.js";
import { expectUnchanged } from "../support/unchanged.js";

const fast: StripPlotOptions = { resamples: 199 };
const smt = loadDataset("smt");

function stripsOf({ x }: Panel): readonly Strip[] {
  return x.kind === "strips" ? x.strips : [];
}

function marksOf<Kind extends "dots" | "mean" | "median">(panel: Panel, kind: Kind) {
  return panel.marks.filter((mark) => mark.kind === kind) as (Kind extends "dots"
    ? DotsMark
    : Kind extends "mean"
      ? MeanMark
      : MedianMark)[];
}

describe("stripPlot(samples, options)", () => {
  it("SMT: two panels with a scale of their own, and the figure says so", () => {
    const { panels, options, subtitle, title } = stripPlot(smt, { ...fast, ddof: 0 }).model;
    expect(options).toMatchObject({
      layout: "panels",
      scale: "linear",
      ddof: 0,
      seed: 1,
      resamples: 199,
      unit: "ms",
    });
    expect(panels.map((panel) => stripsOf(panel).map(({ name }) => name))).toEqual([
      ["smt on, task 1", "smt on, task 2"],
      ["smt off, task 1", "smt off, task 2"],
    ]);
    expect(panels.map(({ note }) => note)).toEqual([
      "1,250 to 2,899 ms",
      "735.88 to 744.07 ms, magnified 200×",
    ]);
    expect(subtitle).toMatch(/scale of its own/);
    expect(title).toBe("Time varies by 0.044 % (smt off, task 1) to 23.9 % (smt on, task 1)");
  });

  it("every measurement is a dot at its value, inside its strip, with run and iteration", () => {
    const sample = createSample({
      benchmark: "b",
      unit: "ms",
      runs: [
        [3, 1, 2],
        [5, 4],
      ],
    });
    const [dots] = marksOf(stripPlot(sample, fast).model.panels[0]!, "dots");
    expect(dots!.y).toEqual([3, 1, 2, 5, 4]);
    expect(dots!.run).toEqual([1, 1, 1, 2, 2]);
    expect(dots!.iteration).toEqual([0, 1, 2, 0, 1]);
    for (const panel of stripPlot(smt, fast).model.panels) {
      marksOf(panel, "dots").forEach(({ x, y }, index) => {
        expect(y.length).toBe(1200);
        expect(Math.max(...x.map((place) => Math.abs(place - index)))).toBeLessThan(0.5);
      });
    }
  });

  it("mean, interval, median and CV are those of the statistics", () => {
    const values = [12, 15, 11, 13, 19, 12, 14];
    const [panel] = stripPlot({ a: values }, { ddof: 0, confidence: 0.9, seed: 5 }).model.panels;
    const { interval } = bootstrapInterval(values, { method: "bca", confidence: 0.9, seed: 5 });
    const [strip] = stripsOf(panel!);
    expect(strip).toEqual({
      name: "a",
      at: expect.closeTo(-0.19 * (141.05 / 864), 4),
      n: 7,
      mean: 96 / 7,
      interval,
      median: 13,
      coefficientOfVariation: expect.closeTo(
        Math.sqrt(values.reduce((sum, v) => sum + (v - 96 / 7) ** 2, 0) / 7) / (96 / 7),
        12,
      ),
    });
    expect(marksOf(panel!, "mean")[0]).toMatchObject({ value: 96 / 7, interval });
    expect(marksOf(panel!, "mean")[0]!.intervalLabel).toMatch(/^90 % interval /);
    expect(marksOf(panel!, "median")[0]).toMatchObject({ value: 13 });
  });

  it("shows nanoseconds in milliseconds where that reads better", () => {
    const sample = createSample({ benchmark: "b", unit: "ns", runs: [[20_080_000, 20_630_000, 20_310_000]] });
    const [panel] = stripPlot(sample, fast).model.panels;
    expect(panel!.y).toMatchObject({ label: "time (ms)", unit: "ms" });
    expect(marksOf(panel!, "dots")[0]!.y[0]).toBeCloseTo(20.08, 9);
    expect(stripsOf(panel!)[0]!.median).toBeCloseTo(20.31, 9);
  });

  it("gives panels that are 10^21 times apart units of their own", () => {
    const { panels } = stripPlot(
      { tiny: [1e-9, 1.1e-9], huge: [1e12, 1.1e12] },
      { ...fast, unit: "ms" },
    ).model;
    expect(panels.map(({ y }) => y.unit)).toEqual(["ps", "s"]);
  });

  it("layouts: shared, panels, broken", () => {
    expect(stripPlot(smt, { ...fast, layout: "shared" }).model.panels.length).toBe(1);
    const [broken] = stripPlot(smt, { ...fast, layout: "broken" }).model.panels;
    expect(broken!.y.pieces.length).toBe(3);
    expect(stripPlot({ a: [1, 2], b: [1, 3] }, { ...fast, layout: "panels" }).model.panels.length).toBe(2);
    expect(stripPlot({ a: [1, 2], b: [1, 3] }, fast).model.panels.length).toBe(1);
    expect(stripPlot(smt, { ...fast, scale: "log" }).model).toMatchObject({
      subtitle: "The axis is logarithmic.",
      panels: [{ y: { scale: "log" } }],
    });
  });

  it("many strips go on in another row on the same scale, in a higher figure", () => {
    const samples = Object.fromEntries(
      Array.from({ length: 24 }, (_, i) => [`s${i}`, [i + 1, i + 2, i + 3]]),
    );
    const { panels, height } = stripPlot(samples, fast).model;
    expect(panels.map(({ row }) => row)).toEqual([0, 1]);
    expect(panels[1]!.y).toEqual(panels[0]!.y);
    expect(height).toBe(840);
  });

  it("the same seed gives the same figure, and another seed moves only dots and intervals", () => {
    const [a, b, c] = [1, 1, 2].map((seed) => stripPlot(smt.slice(2), { ...fast, seed }).model);
    expect(a).toEqual(b);
    expect(a!.panels[0]!.marks).not.toEqual(c!.panels[0]!.marks);
    expect(a!.panels[0]!.y).toEqual(c!.panels[0]!.y);
  });

  it("labels stand under the dots, not under dots and mean", () => {
    const [panel] = stripPlot({ a: [1, 2, 3], b: [2, 3, 4] }, fast).model.panels;
    const middles = marksOf(panel!, "median").map(({ from, to }) => (from + to) / 2);
    stripsOf(panel!).forEach(({ at }, index) => {
      expect(at).toBeCloseTo(middles[index]!, 3);
    });
  });

  it("takes a list of arrays as strips by number", () => {
    const { panels } = stripPlot(
      [
        [1, 2, 3],
        [2, 3, 4],
      ],
      fast,
    ).model;
    expect(stripsOf(panels[0]!).map(({ name }) => name)).toEqual(["1", "2"]);
  });

  it("of more than 20,000 values crowds are thinned, which the figure says", () => {
    const many = normalValues(stream(1, "strip-plot"), 50_000, 100, 3);
    const { panels, caption, warnings } = stripPlot(
      { many: [...many, 200], few: [99, 101, 104] },
      fast,
    ).model;
    const [most, few] = marksOf(panels[0]!, "dots");
    expect(most!.y.length).toBeLessThanOrEqual(20_000);
    expect(most!.y.length).toBeGreaterThan(15_000);
    expect([most!.y.at(-1), most!.iteration!.at(-1)]).toEqual([200, 50_000]);
    most!.iteration!.forEach((iteration, i) => {
      if (iteration < 50_000) expect(most!.y[i]).toBe(many[iteration]);
    });
    expect(few!.y).toEqual([99, 101, 104]);
    expect(stripsOf(panels[0]!)[0]!.n).toBe(50_001);
    expect(caption).toMatch(/Where they crowd, some stand for all: 1\d,\d{3} dots for 50,004 values\./);
    expect(warnings.map(({ code }) => code)).toEqual(["thinned-dots"]);
  });

  it("beyond 40,000 values the largest strips have intervals of Student's t, unless resamples are asked for", () => {
    const many = normalValues(stream(2, "strip-plot"), 40_001, 100, 3);
    const { panels, caption, warnings } = stripPlot({ many, few: [99, 101, 104] }).model;
    const [strip, few] = stripsOf(panels[0]!);
    const { mean, standardError } = describeValues(many);
    expect(strip!.interval![0]).toBeCloseTo(mean - 1.96 * standardError!, 4);
    expect(strip!.interval![1]).toBeCloseTo(mean + 1.96 * standardError!, 4);
    expect(few!.interval).toEqual(bootstrapInterval([99, 101, 104]).interval);
    expect(caption).toContain("BCa bootstrap (9,999 resamples), Student's t for the largest strips, values");
    expect(warnings[0]).toMatchObject({ code: "many-values", message: expect.stringContaining("(many)") });
    const asked = stripPlot({ many }, fast).model;
    expect(asked.warnings.map(({ code }) => code)).not.toContain("many-values");
    expect(stripsOf(asked.panels[0]!)[0]!.interval).toEqual(
      bootstrapInterval(many, { resamples: 199 }).interval,
    );
  });

  it("too few resamples for the confidence give no interval, and the reason", () => {
    const { panels, warnings } = stripPlot([1, 2, 3], { resamples: 9 }).model;
    expect(stripsOf(panels[0]!)[0]!.interval).toBeNull();
    expect(warnings.map(({ code }) => code)).toEqual(["too-few-resamples"]);
  });

  it("the model is plain data that survives JSON", () => {
    const { model } = stripPlot({ a: [5], b: [2, 2], c: [-1, 1, 0] }, fast);
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
  });

  it("weak data give gaps and warnings, never a false certainty", () => {
    const { panels, warnings } = stripPlot({ one: [5], same: [2, 2, 2], around: [-1, 1, 0.5] }, fast).model;
    const strips = panels.flatMap(stripsOf);
    expect(strips.map(({ interval }) => interval === null)).toEqual([true, true, false]);
    expect(strips.map(({ coefficientOfVariation }) => coefficientOfVariation)).toEqual([null, 0, null]);
    expect(warnings.map(({ code }) => code)).toEqual(["too-few-values", "no-variation", "both-signs"]);
    expect(warnings[0]!.message).toContain("one");
  });

  it("says in words what it shows", () => {
    const { alt } = stripPlot({ before: [12, 13, 14], after: [9, 10, 11] }, { ...fast, unit: "ms" }).model;
    expect(alt).toMatch(/before: 3 values, mean 13\.0 ms, median 13\.0 ms, coefficient of variation 7\.69 %/);
  });

  it("title, subtitle and caption can be set", () => {
    const own = { title: "Faster", subtitle: "Less is better", caption: "One machine" };
    expect(stripPlot([1, 2, 3], { ...fast, ...own }).model).toMatchObject(own);
  });

  it.each<[string, StripPlotOptions, string, RegExp]>([
    ["scale", { scale: "cubic" as never }, "scale", /"linear", "log"/],
    ["layout", { layout: "grid" as never }, "layout", /"auto", "shared", "panels", "broken"/],
    ["ddof", { ddof: 2 as never }, "ddof", /0, 1/],
    ["theme", { theme: "sepia" as never }, "theme", /"light", "dark"/],
    ["confidence", { confidence: 95 }, "confidence", /between 0 and 1/],
    ["seed", { seed: Number.NaN }, "seed", /NaN/],
    ["fraction as seed", { seed: 0.1 }, "seed", /whole number.*got 0\.1/],
    ["resamples", { resamples: 0 }, "resamples", /1 to 100000000/],
    ["width", { width: 100 }, "width", /240 to/],
    ["height", { height: 20_000 }, "height", /240 to/],
  ])("refuses a wrong %s", (_, options, argument, problem) => {
    expectInputError(() => stripPlot([1, 2, 3], options), "stripPlot", argument, problem);
  });

  it("refuses zero and less on a logarithmic scale", () => {
    const problem = /values above 0 to be "log", got 0 in "a"; use "linear"/;
    expectInputError(
      () => stripPlot({ a: [1, 0] }, { ...fast, scale: "log" }),
      "stripPlot",
      "scale",
      problem,
    );
  });

  it("leaves its input unchanged", () => {
    expectUnchanged([3, 1, 2, 5], (values) => stripPlot(values, fast).model);
  });
});
