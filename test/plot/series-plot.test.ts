import { describe, expect, it } from "vitest";
import { createSample } from "../../src/core/sample.js";
import { toTable } from "../../src/data/to-table.js";
import type { DotsMark, FigureModel, LineMark } from "../../src/plot/figure-model.js";
import { type SeriesPlotOptions, seriesPlot } from "../../src/plot/series-plot.js";
import { stream } from "../../src/random/stream.js";
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
  it("tells few short runs apart by dashes as well, in the key too, and neither many nor joined ones", () => {
    const run = (n: number) => Array.from({ length: n }, (_, i) => 100 + (i % 7));
    const dashes = (runs: number, n: number, options: SeriesPlotOptions = {}) => {
      const sample = createSample({ benchmark: "b", runs: Array.from({ length: runs }, () => run(n)) });
      const { panels, key } = seriesPlot(sample, options).model;
      const lines = panels[0]!.marks.filter((mark) => mark.kind === "line");
      return {
        lines: lines.map(({ dash = [] }) => dash.length),
        key: key.map(({ dash = [] }) => dash.length),
      };
    };
    expect(dashes(3, 50)).toEqual({ lines: [0, 2, 2], key: [0, 2, 2] });
    expect(dashes(3, 500).lines).toEqual([0, 0, 0]);
    expect(dashes(3, 500, { rollingMedian: 5 })).toEqual({ lines: [0, 0, 0, 0, 2, 2], key: [0, 2, 2] });
    expect(dashes(7, 50).lines).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(dashes(3, 50, { runs: "joined" }).lines).toEqual([0, 0, 0]);
    // One decision for the whole figure: its key has one entry for each run.
    const mixed = [
      [50, 500, 50],
      [50, 50, 50],
    ].map((lengths, i) => createSample({ benchmark: `b${i}`, runs: lengths.map(run) }));
    const { panels, key } = seriesPlot(mixed).model;
    const marks = [...panels.flatMap((panel) => panel.marks), ...key];
    expect(marks.filter((mark) => "dash" in mark)).toEqual([]);
  });

  it("draws a run of one value as a dot, and counts whole iterations", () => {
    const { model } = seriesPlot({ a: [5], b: [6, 7, 8] }, { unit: "ms" });
    expect(model.panels.map(({ marks }) => marks[0]!.kind)).toEqual(["dots", "line"]);
    const axis = (values: readonly number[]) => {
      const { x } = seriesPlot([...values]).model.panels[0]!;
      return x.kind === "number" ? x.ticks.map(({ label }) => label) : [];
    };
    expect(axis([5])).toEqual(["0"]);
    expect(axis([5, 6, 7])).toEqual(["0", "1", "2"]);
  });

  it("has one unit for all panels, unless they are ten thousand times apart", () => {
    const units = (factor: number) =>
      seriesPlot({ a: [0.5, 0.6], b: [0.5 * factor, 0.6 * factor] }, { unit: "ms" }).model.panels.map(
        ({ y }) => y.unit,
      );
    expect(units(1800)).toEqual(["ms", "ms"]);
    expect(units(1e5)).toEqual(["µs", "s"]);
  });

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
    ["number of labels", { x: { labels: ["a"] } }, "x.labels", /one text a value, 3, got 1/],
    ["label", { x: { labels: ["a", 1 as never, "c"] } }, "x.labels[1]", /a text, got 1/],
    ["x", { x: { values: [0, 2, 2] } }, "x.values[2]", /more than 2, the one before, got 2/],
    ["number of x", { x: { values: [0, 1] } }, "x.values", /one x a value, 3, got 2/],
    ["window", { rollingMedian: 0 }, "rollingMedian", /1 to 3, got 0/],
    ["wider window", { rollingMedian: 4 }, "rollingMedian", /1 to 3, got 4/],
    ["steady start", { steady: { start: 3 } }, "steady", /a start from 0 to 2, as there are 3 values, got 3/],
    ["start before all", { steady: { start: -1 } }, "steady", /from 0 to 2.*got -1/],
    ["name", { rollingMedain: 3 } as never, "options", /"rollingMedain"; did you mean "rollingMedian"/],
    ["layout of runs", { runs: "stacked" as never }, "runs", /"overlaid", "joined"/],
    ["level", { level: "mode" as never }, "level", /"mean", "median"/],
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

  it("of many values draws a few thousand, and says so", () => {
    const values = Float64Array.from({ length: 100_000 }, (_, i) => 1 + (i % 997));
    values[54_321] = 5_000;
    const { panels, caption, alt, warnings } = seriesPlot(values).model;
    const [dots] = panels[0]!.marks as [DotsMark];
    expect(dots.y.length).toBeLessThanOrEqual(4_000);
    expect(dots.y.length).toBeGreaterThan(2_000);
    const spike = dots.y.indexOf(5_000);
    expect([dots.x[spike], dots.iteration![spike]]).toEqual([54_321, 54_321]);
    expect(caption).toMatch(
      /Of 100,000 values \d,\d\d\d are drawn: in each of 500 columns the lowest, the highest and 6/,
    );
    expect(alt).toContain("Of 100,000 values");
    expect(warnings).toMatchObject([{ code: "thinned-points" }]);
  });

  it("of many runs draws no two bands that are not there", () => {
    const rng = stream(1, "series-plot");
    const runs = Array.from({ length: 20 }, () => Array.from({ length: 5_000 }, () => 10 + rng.uniform()));
    const { panels } = seriesPlot(createSample({ benchmark: "b", runs })).model;
    const drawn = panels[0]!.marks.flatMap((mark) => (mark.kind === "dots" ? [...mark.y] : []));
    // Of evenly spread values a half lies in the middle half; of the extremes alone none does.
    const middle = drawn.filter((value) => value > 10.25 && value < 10.75).length;
    expect(middle / drawn.length).toBeGreaterThan(0.3);
    expect(drawn.length).toBeLessThan(6_000);
  });

  it("shades the warm-up of several runs, and says how far it goes", () => {
    const sample = createSample({
      benchmark: "b",
      runs: [
        [9, 5, 4, 4, 4],
        [9, 8, 5, 4, 4],
        [4, 9, 4, 9, 4],
      ],
    });
    const steady = [
      { start: 2, method: "m" },
      { start: 3, method: "m" },
      { start: null, method: "m" },
    ];
    const overlaid = seriesPlot(sample, { steady }).model;
    const shadesOf = ({ panels }: FigureModel) =>
      panels[0]!.marks.flatMap((mark) => (mark.kind === "range" ? [[mark.from, mark.to]] : []));
    expect(overlaid.title).toBe("Time of b: steady from iteration 2 to iteration 3 in 2 of 3");
    expect(shadesOf(overlaid)).toEqual([[0, 2.5]]);
    expect(overlaid.caption).toContain(
      "Shaded until the last run is steady. No steady state found in 1 of 3.",
    );
    const joined = seriesPlot(sample, { steady, runs: "joined" }).model;
    expect(shadesOf(joined)).toEqual([
      [0, 1.5],
      [4.5, 7.5],
    ]);
    expect(joined.caption).not.toContain("Shaded until");
    const none = seriesPlot([1, 2, 1, 2], { steady: { start: null } }).model;
    expect(none.title).toBe("Value: no steady state found");
  });

  it("draws up to 6,000 values one by one", () => {
    const values = Array.from({ length: 6_000 }, (_, i) => 1 + (i % 7));
    const { panels, warnings } = seriesPlot(values).model;
    expect((panels[0]!.marks[0] as DotsMark).y).toEqual(values);
    expect(warnings).toEqual([]);
  });

  it("takes an arquero table", () => {
    const table = toTable([warmup]);
    expect(seriesPlot(table).model).toEqual(seriesPlot(warmup).model);
  });

  it("takes a list of arrays as panels by number", () => {
    expect(seriesPlot([[1, 2], [3]]).model.panels.map(({ note }) => note)).toEqual(["1", "2"]);
  });

  it("labels values with commits, of which the axis shows as many as fit", () => {
    const labels = Array.from({ length: 60 }, (_, i) => `${i}c0ffee`.slice(0, 7));
    const { panels } = seriesPlot(
      labels.map((_, i) => i + 1),
      { x: { labels }, mark: "dots" },
    ).model;
    const { x } = panels[0]!;
    expect(x).toMatchObject({ label: "commit", named: true });
    const ticks = x.kind === "number" ? x.ticks : [];
    expect(ticks[0]).toEqual({ value: 0, label: "0c0ffee" });
    expect(ticks.length).toBeGreaterThan(8);
    expect(ticks.length).toBeLessThan(16);
    expect((panels[0]!.marks[0] as DotsMark).labels![59]).toBe("commit 59c0ffe");
  });

  it("puts values at the x that it is given", () => {
    const { panels } = seriesPlot([5, 6, 7], { x: { label: "time", unit: "s", values: [0, 2, 9] } }).model;
    expect((panels[0]!.marks[0] as LineMark).x).toEqual([0, 2, 9]);
  });

  it("leaves its input unchanged", () => {
    expectUnchanged([3, 1, 2, 5], (values) => seriesPlot(values).model);
  });
});
