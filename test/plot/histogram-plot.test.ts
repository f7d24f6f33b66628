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
      label: expect.stringMatching(/^mean \d\d+\.\d ms$/),
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
    expect(model.options).toEqual({ bins: 10, range: [90, 110], heights: "share", unit: "ms" });
    expect(model.caption).toMatch(
      /10 bins of 2\.0 ms\. Lines: means of all values\. 1\d\d values lie outside/,
    );
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
    expect(data.map(({ type }) => type)).toEqual(["bar", "bar"]);
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
    ["kind of heights", { heights: "density" as never }, "heights", /"count", "share"/],
    ["theme", { theme: "sepia" as never }, "theme", /"light", "dark"/],
    ["width", { width: 10 }, "width", /240 to/],
    ["height", { height: 1.5 }, "height", /240 to/],
  ])("refuses a wrong %s", (_, options, argument, problem) => {
    expectInputError(() => histogramPlot([1, 2, 3], options), "histogramPlot", argument, problem);
  });
});
