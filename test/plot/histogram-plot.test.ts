import { describe, expect, it } from "vitest";
import { createSample } from "../../src/core/sample.js";
import type { BarsMark, RuleMark } from "../../src/plot/figure-model.js";
import { type HistogramPlotOptions, histogramPlot } from "../../src/plot/histogram-plot.js";
import { stream } from "../../src/random/stream.js";
import { expectInputError } from "../support/expect-input-error.js";
import { normalValues } from "../support/normal-values.js";
import { expectUnchanged } from "../support/unchanged.js";
import { decodePng } from "./decode-png.js";
import { comparableSvg, expectGolden } from "./golden.js";

const rng = stream(1, "histogram");
const before = normalValues(rng, 200, 100, 4);
const after = normalValues(rng, 200, 105, 4);
const apart = normalValues(rng, 100, 160, 6);

function barsOf(figure: ReturnType<typeof histogramPlot>): BarsMark[] {
  return figure.model.panels[0]!.marks.filter((mark): mark is BarsMark => mark.kind === "bars");
}

function meansOf(figure: ReturnType<typeof histogramPlot>): RuleMark[] {
  return figure.model.panels[0]!.marks.filter((mark): mark is RuleMark => mark.kind === "rule");
}

describe("histogramPlot(samples, options)", () => {
  it("titles several samples by the span of their means", () => {
    const byName = (...means: readonly number[]) =>
      histogramPlot(Object.fromEntries(means.map((mean, i) => [`s${i}`, [mean - 1, mean, mean, mean + 1]])), {
        unit: "ms",
      }).model.title;
    expect(byName(30, 10, 20)).toBe("Value: means from 10.0\u00a0ms to 30.0\u00a0ms");
    expect(byName(10, 10, 10)).toBe("Value: means of 10.0\u00a0ms");
  });

  it("names the mean of each of several samples, and leaves rugs out where it stacks them", () => {
    const shifted = (n: number) =>
      Object.fromEntries(Array.from({ length: n }, (_, i) => [`sample ${i}`, [i, i + 1, i + 2, i + 3]]));
    const labels = histogramPlot(shifted(4), { layout: "overlaid" })
      .model.panels[0]!.marks.filter((mark): mark is RuleMark => mark.kind === "rule")
      .map(({ label }) => label);
    expect(labels).toEqual([0, 1, 2, 3].map((i) => `sample ${i}: mean ${i + 1.5}`));
    const rugs = (n: number) =>
      histogramPlot(shifted(n)).model.panels.flatMap(({ marks }) =>
        marks.filter(({ kind }) => kind === "rug"),
      ).length;
    expect([rugs(3), rugs(4)]).toEqual([3, 0]);
    const overlaid = (n: number) =>
      histogramPlot(shifted(n), { layout: "overlaid" }).model.panels[0]!.marks.filter(
        ({ kind }) => kind === "rug",
      );
    expect([overlaid(6).length, overlaid(7).length]).toEqual([6, 0]);
  });

  it("stacks more than three samples, on the same axes", () => {
    const many = (n: number) =>
      Object.fromEntries(Array.from({ length: n }, (_, i) => [`s${i}`, [i, i + 1, i + 2, i + 2, i + 3]]));
    expect(histogramPlot(many(3)).model.panels).toHaveLength(1);
    expect(histogramPlot(many(2), { layout: "stacked" }).model.panels).toHaveLength(2);
    const figure = histogramPlot(many(5));
    const { panels, key } = figure.model;
    expect(panels.map(({ note }) => note)).toEqual(["s0", "s1", "s2", "s3", "s4"]);
    for (const { x, y } of panels) expect([x, y]).toEqual([panels[0]!.x, panels[0]!.y]);
    expect(key).toEqual([]);
    expect(figure.toText().match(/^s\d .*mean/gm)).toHaveLength(5);
    expect(figure.toText().match(/┬/g)!.length).toBeLessThan(20);
  });

  it("counts every value in bins that all samples share, and marks the means", () => {
    const figure = histogramPlot({ before, after }, { unit: "ms" });
    const bars = barsOf(figure);
    expect(bars.map(({ name, color }) => [name, color])).toEqual([
      ["before", 0],
      ["after", 1],
    ]);
    expect(bars[0]!.edges).toEqual(bars[1]!.edges);
    for (const { counts, y } of bars) {
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(200);
      expect(y).toEqual(counts);
    }
    const [first, second] = meansOf(figure);
    expect(first).toMatchObject({
      color: 0,
      side: "left",
      label: expect.stringMatching(/^before: mean \d\d+\.\d ms$/),
    });
    expect(second!.side).toBe("right");
    expect(second!.at).toBeGreaterThan(first!.at);
    expect(figure.model).toMatchObject({
      title: expect.stringMatching(/mean 10[45]\.\d.ms \(after\) against 100\.\d.ms \(before\)/),
      caption: expect.stringMatching(/n = 200 values each\. \d+ bins of .* Freedman and Diaconis/),
      key: [
        { mark: "area", color: 0, text: "before" },
        { mark: "area", color: 1, text: "after" },
      ],
      warnings: [],
    });
  });

  it("compares shares if the sizes differ, unless counts are asked for", () => {
    const total = (options: HistogramPlotOptions) =>
      barsOf(histogramPlot({ before, apart }, options)).map(({ y }) =>
        Math.round(y.reduce((sum, each) => sum + each, 0)),
      );
    expect(total({})).toEqual([100, 100]);
    expect(total({ heights: "count" })).toEqual([200, 100]);
  });

  it("keeps to the bins and the range that it is given, and counts what lies outside", () => {
    const { model } = histogramPlot({ before, apart }, { bins: 10, range: [90, 110], unit: "ms" });
    expect(model.options).toEqual({
      bins: 10,
      range: [90, 110],
      heights: "share",
      layout: "overlaid",
      scale: "linear",
      rug: true,
      unit: "ms",
    });
    expect(model.caption).toMatch(
      /10 bins of 2\.0 ms\. Lines: means of all values\. .*1\d\d values lie outside/,
    );
  });

  it("density: the bars of each sample have an area of 1", () => {
    for (const { y, edges } of barsOf(histogramPlot({ before, apart }, { heights: "density", unit: "ms" }))) {
      const area = y.reduce((sum, height, bin) => sum + height * (edges[bin + 1]! - edges[bin]!), 0);
      expect(area).toBeCloseTo(1, 12);
    }
  });

  it("a logarithmic scale has bins of one ratio, and counts every value", () => {
    const values = [...before, ...apart.map((value) => value ** 2)];
    const figure = histogramPlot(values, { scale: "log", bins: 12 });
    const [{ edges, counts }] = barsOf(figure) as [BarsMark];
    const ratios = edges.slice(1).map((edge, i) => edge / edges[i]!);
    for (const ratio of ratios) expect(ratio).toBeCloseTo(ratios[0]!, 9);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(values.length);
    expect(figure.model.subtitle).toBe("The axis is logarithmic.");
    expect(figure.model.caption).toMatch(/12 bins, each up to \d+(\.\d)? % above its lower end\./);
    expect(figure.toPlotly().layout.xaxis).toMatchObject({ type: "log" });
  });

  it("a rug has a tick for each value inside the range, with run and iteration", () => {
    const sample = createSample({ benchmark: "b", runs: [[1, 2, 9], [3]] });
    const rugs = (options: HistogramPlotOptions) =>
      histogramPlot(sample, options).model.panels[0]!.marks.filter((mark) => mark.kind === "rug");
    expect(rugs({ range: [0, 5] })).toMatchObject([{ x: [1, 2, 3], run: [1, 1, 2], iteration: [0, 1, 0] }]);
    expect(rugs({ rug: false })).toEqual([]);
    expect(histogramPlot(normalValues(rng, 201, 9, 1)).model.options.rug).toBe(false);
  });

  it("says whether two samples can be told apart by one value", () => {
    expect(histogramPlot({ before, apart }).model.caption).toContain(
      "Clearly different: no value of one sample",
    );
    expect(histogramPlot({ before, after }).model.caption).toMatch(
      /Overlapping: the histograms have \d\d\.\d % of/,
    );
    expect(histogramPlot({ before, same: before }).model.caption).toContain(
      "have 100 % of their area in common",
    );
    expect(histogramPlot({ before, after, apart }).model.caption).not.toMatch(/Overlap|different/);
  });

  it("draws 100,000 values", () => {
    const figure = histogramPlot(normalValues(rng, 100_000, 100, 3), { unit: "ms" });
    expect(barsOf(figure)[0]!.counts.reduce((sum, count) => sum + count, 0)).toBe(100_000);
    expect(figure.toText()).toContain("n = 100,000 values.");
  });

  it("shows a unit that reads well", () => {
    const sample = createSample({
      benchmark: "b",
      metric: "latency",
      unit: "ns",
      runs: [before.map((x) => x * 1e6)],
    });
    const { model } = histogramPlot(sample);
    expect(model.panels[0]!.x).toMatchObject({ label: "latency (ms)" });
    expect(model.title).toMatch(/^Latency of b: mean \d+\.\d.ms$/);
    expect(model.key).toEqual([]);
  });

  it("draws equal values, and one", () => {
    for (const values of [[5], [3, 3, 3, 3], [0, 0]]) {
      const figure = histogramPlot(values);
      expect(barsOf(figure)[0]!.counts.reduce((sum, count) => sum + count, 0)).toBe(values.length);
      expect(JSON.parse(JSON.stringify(figure.model))).toEqual(figure.model);
      expect(figure.toText()).toMatch(/█/);
    }
  });

  it("warns of few values, and of strays that make bins coarse", () => {
    expect(histogramPlot([1, 2, 3]).model.warnings).toMatchObject([{ code: "too-few-values" }]);
    expect(histogramPlot([...before, 1e6]).model.warnings).toMatchObject([{ code: "wide-range" }]);
  });

  it("looks as it did, drawn and in a terminal", async () => {
    const figure = histogramPlot({ before, after }, { unit: "ms", title: "Overlapping" });
    expectGolden("histogram.svg", comparableSvg(await figure.toSvg()));
    expectGolden("histogram.txt", histogramPlot({ before, apart }, { unit: "ms" }).toText());
  });

  it("draws translucent areas in the colours of the key, as a picture too", async () => {
    const figure = histogramPlot({ before, after });
    const svg = await figure.toSvg();
    expect(svg.match(/<path[^>]*fill-opacity="0\.4"/g)).toHaveLength(2);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    const { width, height } = decodePng(await figure.toPng({ scale: 1 }));
    expect([width, height]).toEqual([960, 540]);
  });

  it("toPlotly() overlays bars whose hover tells bin and count", () => {
    const { data, layout } = histogramPlot({ before, after }, { unit: "ms" }).toPlotly();
    expect(layout).toMatchObject({ barmode: "overlay", bargap: 0 });
    expect(data.map(({ type, name }) => [type, name])).toEqual([
      ["bar", "before"],
      ["scatter", "before"],
      ["bar", "after"],
      ["scatter", "after"],
      ["scatter", "before"],
      ["scatter", "after"],
    ]);
    // The outline goes around what is there, from bottom to bottom.
    const { x, y } = histogramPlot([1, 1, 2, 9, 9], { bins: 4, range: [1, 9] }).toPlotly().data[1]!;
    expect(x).toEqual([1, 1, 3, 3, null, 7, 7, 9, 9]);
    expect(y).toEqual([0, 3, 3, 0, null, 0, 2, 2, 0]);
    expect(data[0]).toMatchObject({
      name: "before",
      hovertemplate: expect.stringMatching(/%\{customdata\[0\]\} to %\{customdata\[1\]\} ms/),
    });
    expect(JSON.stringify(data)).not.toMatch(/null/);
  });

  it("leaves its input as it is", () => {
    expectUnchanged(before.slice(0, 30), (values) => histogramPlot(values).model);
  });

  it.each<[string, HistogramPlotOptions, string, RegExp]>([
    ["number of bins", { bins: 0 }, "bins", /1 to/],
    ["range", { range: [3, 1] }, "range", /below/],
    ["end of the range", { range: [0, Number.NaN] }, "range[1]", /NaN/],
    ["layout", { layout: "beside" as never }, "layout", /"auto", "overlaid", "stacked"/],
    ["kind of heights", { heights: "area" as never }, "heights", /"count", "share", "density"/],
    ["density on a logarithm", { heights: "density", scale: "log" }, "heights", /needs a linear scale/],
    ["scale", { scale: "cubic" as never }, "scale", /"linear", "log"/],
    ["rug", { rug: "always" as never }, "rug", /needs true, false or "auto", got "always"/],
    ["range of a logarithm", { scale: "log", range: [0, 3] }, "range[0]", /above 0 on a logarithmic scale/],
    ["theme", { theme: "sepia" as never }, "theme", /"light", "dark"/],
    ["width", { width: 10 }, "width", /240 to/],
    ["height", { height: 1.5 }, "height", /240 to/],
  ])("refuses a wrong %s", (_, options, argument, problem) => {
    expectInputError(() => histogramPlot([1, 2, 3], options), "histogramPlot", argument, problem);
  });
});
