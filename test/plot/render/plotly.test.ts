import { describe, expect, it } from "vitest";
import { detectChangePoints } from "../../../src/changepoint/detect-change-points.js";
import { createSample } from "../../../src/core/sample.js";
import { loadDataset } from "../../../src/data/load-dataset.js";
import type { Figure } from "../../../src/plot/figure.js";
import { frequencyTrailPlot } from "../../../src/plot/frequency-trail-plot.js";
import type { PlotlyFigure } from "../../../src/plot/render/plotly-figure.js";
import { plotlyText } from "../../../src/plot/render/plotly-text.js";
import { seriesPlot } from "../../../src/plot/series-plot.js";
import { stripPlot } from "../../../src/plot/strip-plot.js";

const fast = { resamples: 99 };
const smt = loadDataset("smt");

interface Trace {
  readonly type: string;
  readonly mode: string;
  readonly name: string;
  readonly x: readonly (number | null)[];
  readonly y: readonly (number | null)[];
  readonly xaxis: string;
  readonly yaxis: string;
  readonly hovertemplate: string;
  readonly customdata?: readonly (readonly number[])[];
  readonly text?: readonly string[];
  readonly hovertext?: readonly string[];
  readonly error_y?: { readonly array: readonly number[]; readonly arrayminus: readonly number[] };
}

function tracesOf(figure: PlotlyFigure): readonly Trace[] {
  return figure.data as unknown as readonly Trace[];
}

function dotsOf(figure: PlotlyFigure): readonly Trace[] {
  return tracesOf(figure).filter(
    ({ mode, hovertemplate }) => mode === "markers" && hovertemplate.includes("iteration"),
  );
}

/** What every figure must have for Plotly to draw it. */
function expectValid(figure: PlotlyFigure): void {
  expect(JSON.parse(JSON.stringify(figure))).toEqual(figure);
  const { layout } = figure as unknown as {
    layout: Record<string, { text?: unknown; domain?: number[]; anchor?: string }>;
  };
  expect(layout.title).toMatchObject({ text: expect.any(String) });
  for (const { x, y, xaxis, yaxis, type } of tracesOf(figure)) {
    expect(["scatter", "scattergl"]).toContain(type);
    expect(x.length).toBe(y.length);
    for (const value of [...x, ...y]) expect(value === null || Number.isFinite(value)).toBe(true);
    for (const axis of [xaxis, yaxis]) {
      const { domain } = layout[axis.replace(/^([xy])/, "$1axis")]!;
      expect(domain![0]).toBeGreaterThanOrEqual(0);
      expect(domain![1]).toBeGreaterThan(domain![0]!);
      expect(domain![1]).toBeLessThanOrEqual(1);
    }
  }
}

describe("toPlotly()", () => {
  it("SMT: a trace a strip on the axes of its panel, medians and means that toggle together", () => {
    const figure = stripPlot(smt, fast).toPlotly();
    expectValid(figure);
    expect(dotsOf(figure).map(({ name, yaxis, y }) => [name, yaxis, y.length])).toEqual([
      ["smt on, task 1", "y", 1200],
      ["smt on, task 2", "y", 1200],
      ["smt off, task 1", "y2", 1200],
      ["smt off, task 2", "y2", 1200],
    ]);
    const groups = figure.data.map(({ legendgroup, showlegend }) => [legendgroup, showlegend]);
    expect(groups.filter(([group]) => group === "center")).toEqual([
      ["center", true],
      ["center", false],
    ]);
    expect(figure.config).toMatchObject({ responsive: true });
  });

  it("stays small: under 20 bytes a measurement", () => {
    expect(JSON.stringify(stripPlot(smt, fast).toPlotly()).length).toBeLessThan(4800 * 20);
  });

  it("hovering shows run, iteration and value with unit", () => {
    const one = createSample({ benchmark: "b", unit: "ms", runs: [[3, 1, 2]] });
    const [single] = dotsOf(stripPlot(one, fast).toPlotly());
    expect(single!.hovertemplate).toMatch(/run 1, iteration %\{pointNumber\}<br>%\{y:,\.\df\} ms/);
    expect(single!.y).toEqual([3, 1, 2]);
    const two = createSample({ benchmark: "b", unit: "ms", runs: [[3, 1], [2]] });
    const [first, second] = dotsOf(stripPlot(two, fast).toPlotly());
    expect([first, second].map((trace) => trace!.hovertemplate)).toEqual([
      expect.stringContaining("run 1, iteration %{pointNumber}"),
      expect.stringContaining("run 2, iteration %{pointNumber}"),
    ]);
    expect(first!.customdata).toBeUndefined();
    const many = createSample({
      benchmark: "b",
      unit: "ms",
      runs: Array.from({ length: 50 }, (_, i) => [i, i + 1]),
    });
    const [several] = dotsOf(stripPlot(many, fast).toPlotly());
    expect(several!.hovertemplate).toContain("run %{customdata[0]}, iteration %{customdata[1]}");
    expect(several!.customdata!.slice(0, 3)).toEqual([
      [1, 0],
      [1, 1],
      [2, 0],
    ]);
  });

  it("where dots were left out, hovering still shows the iteration of each", () => {
    const values = Array.from({ length: 30_000 }, (_, i) => 100 + (i % 7));
    const figure = stripPlot(values, fast);
    const [dots] = dotsOf(figure.toPlotly());
    const mark = figure.model.panels[0]!.marks.find(({ kind }) => kind === "dots");
    const last = mark?.kind === "dots" ? [mark.iteration!.at(-1)] : [];
    expect(dots!.hovertemplate).toContain("run 1, iteration %{customdata[0]}");
    expect(dots!.customdata!.at(-1)).toEqual(last);
  });

  it("a logarithmic axis has the ticks and full numbers of the picture", () => {
    const figure = seriesPlot([12, 25, 90, 400], { scale: "log", unit: "ms" });
    const { ticks } = figure.model.panels[0]!.y;
    const yaxis = figure.toPlotly().layout.yaxis as Record<string, unknown>;
    expect(yaxis.tickvals).toEqual(ticks.map(({ value }) => value));
    expect(yaxis.ticktext).toEqual(["20", "50", "100", "200"]);
    expect(yaxis).not.toHaveProperty("dtick");
  });

  describe("layout.meta.narrow, for a phone", () => {
    const narrowOf = (figure: PlotlyFigure) =>
      (figure.layout.meta as { narrow: Record<string, never> } | undefined)?.narrow;

    it("stacks panels over the whole width, with smaller texts in more lines", () => {
      const subtitle = "A sentence that is long enough to need a line more on a phone than on a page.";
      const { layout } = stripPlot(smt, { ...fast, subtitle }).toPlotly();
      const narrow = narrowOf({ data: [], layout, config: {} })! as unknown as Record<
        string,
        { domain: number[]; text: string }
      >;
      expect([narrow.xaxis!.domain, narrow.xaxis2!.domain]).toEqual([
        [0, 1],
        [0, 1],
      ]);
      expect(narrow.yaxis!.domain[0]).toBeGreaterThan(narrow.yaxis2!.domain[1]!);
      expect(narrow).toMatchObject({ font: { size: 11 }, dragmode: false });
      const linesOf = ({ text }: { readonly text: string }): number => text.split("<br>").length;
      expect(linesOf(narrow.title!)).toBeGreaterThan(linesOf(layout.title as { text: string }));
    });

    it("holds only what differs", () => {
      const { layout } = stripPlot(smt, fast).toPlotly();
      for (const [key, value] of Object.entries(narrowOf({ data: [], layout, config: {} })!)) {
        expect(value).not.toEqual(layout[key]);
      }
    });

    it("is left out where strips are too many for a phone", () => {
      const strips = (n: number) =>
        stripPlot(Object.fromEntries(Array.from({ length: n }, (_, i) => [`s${i}`, [i, i + 1]])), fast);
      expect(narrowOf(strips(5).toPlotly())).toBeDefined();
      expect(narrowOf(strips(6).toPlotly())).toBeUndefined();
    });

    it("a boundary's label stays on the page", () => {
      const boundaries = [{ at: 60, label: "measurement starts" }];
      const { layout } = seriesPlot(
        Array.from({ length: 100 }, (_, i) => 100 - i),
        { boundaries },
      ).toPlotly();
      const anchorIn = (annotations: unknown): unknown =>
        (annotations as { text: string; xanchor: string }[]).find(({ text }) => text.includes("starts"))
          ?.xanchor;
      expect(anchorIn(layout.annotations)).toBe("left");
      expect(anchorIn(narrowOf({ data: [], layout, config: {} })!.annotations)).toBe("right");
    });
  });

  it("names groups below their strips, on wide pages and phones", () => {
    const { layout } = stripPlot(smt, fast).toPlotly();
    const names = (annotations: unknown) =>
      (annotations as { text: string }[]).filter(({ text }) => /<b>smt o/.test(text)).map(({ text }) => text);
    expect(names(layout.annotations)).toEqual(["<b>smt on</b>", "<b>smt off</b>"]);
    const { narrow } = layout.meta as { narrow: { annotations: unknown } };
    expect(names(narrow.annotations)).toEqual(["<b>smt on</b>", "<b>smt off</b>"]);
  });

  it("lying strips have their values along x, in rows with names", () => {
    const figure = stripPlot(smt, { ...fast, horizontal: true }).toPlotly();
    const [dots] = dotsOf(figure);
    expect(dots!.x[0]).toBeCloseTo(1445.17319, 2);
    expect(dots!.hovertemplate).toContain("run 1, iteration %{pointNumber}<br>%{x:,.");
    expect(figure.layout.yaxis).toMatchObject({ ticktext: ["smt on, task 1", "smt on, task 2"] });
    const center = figure.data.find(({ legendgroup }) => legendgroup === "center");
    expect(center).toMatchObject({ error_x: { type: "data" } });
    expect(center!.hovertext).toEqual([
      expect.stringMatching(/smt on, task 1<\/b><br>mean 1,5\d\d/),
      expect.any(String),
    ]);
  });

  it("lying strips on a broken axis show true values", () => {
    const figure = stripPlot(smt, { ...fast, horizontal: true, axes: "broken" }).toPlotly();
    const [dots] = dotsOf(figure);
    expect(dots!.x[0]).toBeGreaterThan(0);
    expect(dots!.x[0]).toBeLessThan(1);
    expect(dots!.customdata![0]![0]).toBeCloseTo(1445.17319, 3);
  });

  it("labels of outliers are one trace that can be switched off, and no hover", () => {
    const labels = stripPlot(smt, fast)
      .toPlotly()
      .data.filter(({ mode }) => mode === "text");
    expect(labels.map(({ showlegend }) => showlegend)).toEqual([true, false]);
    expect(labels[0]).toMatchObject({ name: "iteration of far values", hoverinfo: "skip" });
  });

  it("a broken axis is drawn by place and shows true values", () => {
    const figure = stripPlot(smt, { ...fast, axes: "broken" }).toPlotly();
    expectValid(figure);
    const [dots] = dotsOf(figure);
    expect(Math.max(...(dots!.y as number[]))).toBeLessThanOrEqual(1);
    expect(dots!.customdata![0]![0]).toBeCloseTo(1445.17319, 3);
    expect(dots!.hovertemplate).toContain("%{customdata[0]}");
    const shapes = figure.layout.shapes as readonly { readonly type: string }[];
    // The breaks, and a line over the name of each group.
    expect(shapes.map(({ type }) => type)).toEqual(["rect", "rect", "line", "line"]);
  });

  it("intervals reach from their lower to their upper end", () => {
    const figure = stripPlot({ a: [1, 2, 3, 4, 9] }, fast);
    const mean = tracesOf(figure.toPlotly()).find(({ error_y }) => error_y !== undefined)!;
    const mark = figure.model.panels[0]!.marks.find((candidate) => candidate.kind === "center");
    const [low, high] = (mark?.kind === "center" && mark.interval) || [0, 0];
    expect(mean.y[0]! - mean.error_y!.arrayminus[0]!).toBeCloseTo(low, 6);
    expect(mean.y[0]! + mean.error_y!.array[0]!).toBeCloseTo(high, 6);
    expect(mean.text![0]).toMatch(/<b>3\.8<\/b>$/);
    expect(mean.hovertext![0]).toMatch(/^<b>a<\/b><br>mean 3\.8<br>95 % interval /);
  });

  it("the numbers of means are drawn where there is room, also on a phone", () => {
    const values = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`s${i}`, [1 + i, 2 + i, 4 + i]]));
    const mean = tracesOf(stripPlot(values, fast).toPlotly()).find(({ error_y }) => error_y !== undefined)!;
    expect(mean).toMatchObject({ mode: "markers", text: Array.from({ length: 9 }, () => "") });
  });

  it("has the entries of the key, and the legend shows and hides shaded ranges and rules too", () => {
    const values = Array.from({ length: 60 }, (_, i) => (i < 30 ? 1 : 2) + (i % 5) / 50);
    const figure = seriesPlot(values, { changePoints: detectChangePoints(values) });
    const { data, layout } = figure.toPlotly();
    const shapes = layout.shapes as readonly Readonly<Record<string, unknown>>[];
    const shown = [...data, ...shapes].filter(
      ({ name, showlegend }) => name !== undefined && showlegend !== false,
    );
    for (const { text } of figure.model.key) expect(shown.map(({ name }) => name)).toContain(text);
    const { data: trails } = frequencyTrailPlot({ a: values, b: values }).toPlotly();
    expect(trails.filter(({ showlegend }) => showlegend === true).map(({ name }) => name)).toContain(
      "where values are dense",
    );
    expect(new Set(trails.map(({ name }) => name)).size).toBeLessThanOrEqual(2);
  });

  it("titles of x axes stand at the right end, once for panels that share their numbers", () => {
    const titles = (figure: Figure): number =>
      (figure.toPlotly().layout.annotations as readonly { readonly text: string }[]).filter(
        ({ text }) => text === "<b>iteration</b>",
      ).length;
    expect(titles(seriesPlot({ a: [1, 2, 3], b: [2, 3, 4] }))).toBe(1);
    expect(titles(stripPlot({ a: [1, 2, 3] }, fast))).toBe(0);
  });

  it("uses WebGL only above 20,000 points", () => {
    const run = (length: number) => Array.from({ length }, (_, i) => 1 + (i % 7));
    const typeOf = (runs: number): string => {
      const sample = createSample({ benchmark: "b", runs: Array.from({ length: runs }, () => run(90)) });
      return tracesOf(seriesPlot(sample, { mark: "dots" }).toPlotly())[0]!.type;
    };
    expect([typeOf(222), typeOf(223)]).toEqual(["scatter", "scattergl"]);
  });

  it("series: boundaries and ranges are shapes with notes, panels share the x axis", () => {
    const figure = seriesPlot(
      { a: [3, 2, 1], b: [30, 20, 10] },
      {
        boundaries: [{ at: 1, label: "steady" }],
        ranges: [{ from: 1, to: 2, label: "measured" }],
        scale: "log",
      },
    ).toPlotly();
    expectValid(figure);
    expect(figure.layout.shapes).toHaveLength(4);
    expect(JSON.stringify(figure.layout.annotations)).toContain("<b>steady</b>");
    expect(figure.layout).toMatchObject({ xaxis2: { matches: "x" }, yaxis: { type: "log" } });
  });

  it.each([
    ["one value", stripPlot([42])],
    ["equal values", stripPlot({ a: [5, 5, 5], b: [5, 5] })],
    ["far apart", stripPlot({ tiny: [1e-9, 1.1e-9], huge: [1e12, 1.1e12] }, { ...fast, unit: "ms" })],
    ["far apart in one strip", stripPlot([1e-9, 1e12], fast)],
    ["a series of one value", seriesPlot([5])],
    [
      "many strips",
      stripPlot(Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`s${i}`, [i, i + 1]])), fast),
    ],
  ])("never writes NaN or infinity: %s", (_, figure) => {
    expectValid(figure.toPlotly());
  });

  it("foreign text stays text, in full where one hovers", () => {
    const nasty = "<script>alert(1)</script> & %{x}";
    const long = "x".repeat(200);
    const figure = stripPlot(
      { [nasty]: [1, 2], [long]: [2, 3] },
      { ...fast, title: nasty, subtitle: nasty, caption: nasty, unit: nasty },
    ).toPlotly();
    const json = JSON.stringify(figure);
    expect(json).not.toContain("<script");
    expect(json).not.toContain("%{x}");
    expect(dotsOf(figure)[1]!.hovertemplate).toContain(long);
    expect(dotsOf(figure)[1]!.name.length).toBeLessThan(60);
  });
});

describe("plotlyText(text)", () => {
  it("escapes what Plotly would read", () => {
    expect(plotlyText('<b>a & b</b> %{y} "q"')).toBe('&lt;b&gt;a &amp; b&lt;/b&gt; %&#123;y} "q"');
  });
});
