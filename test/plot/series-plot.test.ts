import { describe, expect, it } from "vitest";
import { createSample } from "../../src/core/sample.js";
import type { LineMark } from "../../src/plot/figure-model.js";
import { type SeriesPlotOptions, seriesPlot } from "../../src/plot/series-plot.js";
import { expectInputError } from "../support/expect-input-error.js";
import { expectUnchanged } from "../support/unchanged.js";

const warmup = createSample({
  benchmark: "petclinic",
  metric: "latency p50",
  unit: "ns",
  runs: [
    [90e6, 40e6, 22e6, 20e6, 20.5e6],
    [80e6, 35e6, 21e6, 20e6],
  ],
});

describe("seriesPlot(samples, options)", () => {
  it("draws a line for each run in time order, in a unit that reads well", () => {
    const { panels, key, title } = seriesPlot(warmup, {
      x: { label: "time", unit: "s", start: 10, step: 2 },
    }).model;
    const lines = panels[0]!.marks.filter((mark) => mark.kind === "line") as LineMark[];
    expect(lines.map(({ name }) => name)).toEqual(["run 1", "run 2"]);
    expect(lines[0]!.x).toEqual([10, 12, 14, 16, 18]);
    expect(lines[1]!.y.map((y) => Math.round(y * 1e6) / 1e6)).toEqual([80, 35, 21, 20]);
    expect(panels[0]!.y.label).toBe("latency p50 (ms)");
    expect(panels[0]!.x).toMatchObject({ kind: "number", label: "time (s)" });
    expect(key.map(({ text }) => text)).toEqual(["run 1", "run 2"]);
    expect(title).toBe("Latency p50 of petclinic by time");
  });

  it("draws boundaries and ranges in every panel, and makes room for them", () => {
    const options = { boundaries: [{ at: 12, label: "end" }], ranges: [{ from: -5, to: 3, label: "start" }] };
    const { panels, alt } = seriesPlot({ a: [1, 2, 3], b: [2, 3, 4] }, options).model;
    expect(panels.map(({ row }) => row)).toEqual([0, 1]);
    for (const { marks, x } of panels) {
      expect(marks.map(({ kind }) => kind)).toEqual(["range", "line", "rule"]);
      const [low, high] = x.kind === "number" ? x.pieces[0]!.domain : [0, 0];
      expect(low).toBeLessThan(-5);
      expect(high).toBeGreaterThan(12);
    }
    expect(alt).toContain("Boundary at 12: end. From -5 to 3: start.");
  });

  it("all panels share the x axis", () => {
    const { panels } = seriesPlot({ a: [1, 2, 3], b: Array<number>(50).fill(2) }).model;
    expect(panels[0]!.x).toEqual(panels[1]!.x);
  });

  it("joins values by lines up to 1,000 a run, and else draws dots", () => {
    const kindOf = (n: number, options: SeriesPlotOptions = {}) =>
      seriesPlot(
        Array.from({ length: n }, (_, i) => 1 + (i % 7)),
        options,
      ).model.panels[0]!.marks[0]!.kind;
    expect([kindOf(1000), kindOf(1001), kindOf(5, { mark: "dots" })]).toEqual(["line", "dots", "dots"]);
  });

  it("the model is plain data that survives JSON, even of one value", () => {
    for (const input of [[5], warmup]) {
      const { model } = seriesPlot(input);
      expect(JSON.parse(JSON.stringify(model))).toEqual(model);
    }
  });

  it.each<[string, SeriesPlotOptions, string, RegExp]>([
    ["scale", { scale: "cubic" as never }, "scale", /"linear", "log"/],
    ["mark", { mark: "bar" as never }, "mark", /"line", "dots"/],
    ["theme", { theme: "sepia" as never }, "theme", /"light", "dark"/],
    ["boundary", { boundaries: [{ at: Number.NaN, label: "" }] }, "boundaries[0].at", /NaN/],
    ["range", { ranges: [{ from: 0, to: Number.POSITIVE_INFINITY, label: "" }] }, "ranges[0].to", /Infinity/],
    ["step", { x: { step: 0 } }, "x.step", /above 0, got 0/],
    ["start", { x: { start: Number.NaN } }, "x.start", /NaN/],
    ["height", { height: 1 }, "height", /240 to/],
    ["width", { width: 1.5 }, "width", /240 to/],
  ])("refuses a wrong %s", (_, options, argument, problem) => {
    expectInputError(() => seriesPlot([1, 2, 3], options), "seriesPlot", argument, problem);
  });

  it("refuses zero and less on a logarithmic scale", () => {
    const problem = /values above 0 to be "log", got -1 in "a"; use "linear"/;
    expectInputError(() => seriesPlot({ a: [1, -1] }, { scale: "log" }), "seriesPlot", "scale", problem);
  });

  it("draws a million values", () => {
    const values = Float64Array.from({ length: 1_000_000 }, (_, i) => 1 + (i % 997));
    const { panels } = seriesPlot(values).model;
    expect(panels[0]!.marks[0]).toMatchObject({ kind: "dots" });
    expect((panels[0]!.marks[0] as LineMark).y.length).toBe(1_000_000);
  });

  it("takes a list of arrays as panels by number", () => {
    expect(seriesPlot([[1, 2], [3]]).model.panels.map(({ note }) => note)).toEqual(["1", "2"]);
  });

  it("leaves its input unchanged", () => {
    expectUnchanged([3, 1, 2, 5], (values) => seriesPlot(values).model);
  });
});
