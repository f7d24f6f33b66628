import { describe, expect, it } from "vitest";
import type { NumberAxis } from "../../src/plot/figure-model.js";
import { type EffectInput, type IntervalPlotOptions, intervalPlot } from "../../src/plot/interval-plot.js";
import { stream } from "../../src/random/stream.js";
import { bootstrapDifference } from "../../src/stats/bootstrap-difference.js";
import { geometricMeanRatio } from "../../src/stats/geometric-mean-ratio.js";
import { hodgesLehmannShift } from "../../src/stats/hodges-lehmann-shift.js";
import { noiseFloor } from "../../src/stats/noise-floor.js";
import { welchTTest } from "../../src/stats/welch-t-test.js";
import { expectInputError } from "../support/expect-input-error.js";
import { marksOf } from "../support/marks-of.js";
import { normalValues } from "../support/normal-values.js";
import { comparableSvg, expectGolden } from "./golden.js";

const rng = stream(1, "interval-plot");
const before = normalValues(rng, 30, 100, 3);
const after = normalValues(rng, 30, 108, 3);
const rows = [
  { name: "parse", estimate: 0.08, interval: [0.06, 0.1] },
  { name: "print", estimate: -0.05, interval: [-0.07, -0.03] },
  { name: "hash", estimate: 0.002, interval: [-0.01, 0.015] },
  { name: "sort", estimate: 0.01, interval: [-0.02, 0.04] },
] as const;

describe("intervalPlot(effects, options)", () => {
  const figure = intervalPlot(rows, { noiseFloor: 0.02 });

  it("a long quantity is cut inside the page, its unit is not; an effect without an interval is drawn", async () => {
    const quantity = `change from ${"y".repeat(200)}`;
    const figure = intervalPlot([{ name: "a", estimate: 0.1 }], { quantity });
    expect(await figure.toSvg()).toMatch(/>change from y+… \(%\)</);
    expect(figure.model.caption).not.toContain("Bars");
  });

  it("draws each effect in its row, from the top, in per cent, with the verdict as colour and shape", () => {
    expect(
      marksOf(figure, "estimate").map(({ name, x, y, symbol, color }) => [name, x, y, symbol, color]),
    ).toEqual([
      ["parse", 8, 3, "up", 1],
      ["print", -5, 2, "down", 2],
      ["hash", 0.2, 1, "circle", 0],
      ["sort", 1, 0, "open", null],
    ]);
    expect(figure.model.panels[0]!.y).toMatchObject({ named: true });
    expect(figure.model.panels[0]!.aside!.map(({ label }) => label)).toEqual([
      "+8.0 % (+6.0 to +10.0 %)",
      "−5.0 % (−7.0 to −3.0 %)",
      "+0.2 % (−1.0 to +1.5 %)",
      "+1.0 % (−2.0 to +4.0 %)",
    ]);
    expect(marksOf(figure, "range")).toMatchObject([{ from: -2, to: 2, uncertain: true }]);
  });

  it("says in words what became of them", () => {
    const { title, caption, key, alt } = figure.model;
    expect(title).toBe("1 of 4 improved, 1 regressed, 1 unchanged, 1 inconclusive");
    expect(caption).toMatch(/n = 4 effects\. Bars: intervals\. Lower is better\. Shaded: /);
    expect(key.map(({ mark, text }) => [mark, text])).toEqual([
      ["down", "improved"],
      ["up", "regressed"],
      ["circle", "unchanged"],
      ["open", "inconclusive"],
      ["band", "noise floor ±2.0 %"],
    ]);
    expect(alt).toContain("parse: +8.0 % (+6.0 to +10.0 %), regressed.");
  });

  it("where higher is better, a rise is an improvement", () => {
    const { title } = intervalPlot(rows.slice(0, 1), { better: "higher" }).model;
    expect(title).toBe("parse: +8.0 %, improved");
  });

  it("without a noise floor nothing is unchanged", () => {
    expect(intervalPlot(rows.slice(2)).model.title).toBe("All 2 inconclusive");
  });

  it("reads results of comparisons, relative or in a unit", () => {
    const relative = intervalPlot({
      welch: welchTTest(before, after),
      bootstrap: bootstrapDifference(before, after, { comparison: "ratio", resamples: 499 }),
      "Hodges–Lehmann": hodgesLehmannShift(before, after, { comparison: "ratio" }),
    });
    for (const { x, interval } of marksOf(relative, "estimate")) {
      expect(Math.abs(x - 7)).toBeLessThan(1.5);
      expect(interval![0]!).toBeGreaterThan(4);
    }
    expect(relative.model.caption).toContain(
      "Bars: 95 % intervals by Welch's t-test, the BCa bootstrap, Hodges and Lehmann's shift (30 values each).",
    );
    const two = { sizes: welchTTest(before, after.slice(0, 12)) };
    expect(intervalPlot(two).model.caption).toContain("by Welch's t-test (30 and 12 values).");
    const three = { a: welchTTest(before, after), b: welchTTest(before.slice(3), after.slice(0, 12)) };
    expect(intervalPlot(three).model.caption).toContain("by Welch's t-test (12 to 30 values each).");
    const own = { method: "my-method", estimate: 1, relativeChange: 0.1, interval: null };
    expect(intervalPlot({ a: { ...own, relativeInterval: [0, 0.2] } }).model.caption).toContain(
      "by my-method.",
    );
    const absolute = intervalPlot({ shift: hodgesLehmannShift(before, after) }, { unit: "ms" });
    expect(absolute.model.panels[0]!.x).toMatchObject({ label: "change (ms)" });
    const plain = (estimate: number) =>
      intervalPlot([{ name: "a", estimate, interval: null }], { unit: "ms" }).model.title;
    expect([0.1, -0.12345, 0].map(plain)).toEqual(["a: +0.1 ms", "a: −0.1235 ms", "a: ±0 ms"]);
    expect(Math.abs(marksOf(absolute, "estimate")[0]!.x - 7)).toBeLessThan(1.5);
  });

  it("says in the title what a single effect without an interval is", () => {
    const identical = welchTTest([5, 5, 5], [5, 5, 5]);
    expect(intervalPlot({ parse: identical }).model.title).toBe("parse: ±0 %");
    const several = intervalPlot({ parse: identical, print: identical });
    expect(several.model.title).toBe("2 effects without an interval");
  });

  it("takes the noise floor from its result", () => {
    const floor = noiseFloor([100.2, 101.1, 99.4, 100.7, 98.9, 100.3]);
    const { options } = intervalPlot(rows, { noiseFloor: floor }).model;
    expect(options.noiseFloor).toBe(floor.relativeFloor);
  });

  it("shows a suite with its geometric mean as a diamond below", () => {
    const suite = geometricMeanRatio([
      { benchmark: "parse", baseline: before, candidate: after },
      { benchmark: "print", baseline: before, candidate: before },
    ]);
    const marks = marksOf(intervalPlot(suite), "estimate");
    expect(marks.map(({ name, symbol }) => [name, symbol])).toEqual([
      ["parse", "circle"],
      ["print", "circle"],
      ["geometric mean", "diamond"],
    ]);
    expect(intervalPlot(suite).model.title).toMatch(/^Geometric mean: \+[34]\.\d+ % \(.*\), regressed$/);
  });

  it("sorts, and of many shows those furthest from zero", () => {
    const many = Array.from({ length: 100 }, (_, i) => ({
      name: `b${i}`,
      estimate: (i - 48) / 100,
      interval: null,
    }));
    const { panels, caption } = intervalPlot(many, { order: "sorted", most: 5 }).model;
    expect(panels[0]!.y.ticks.map(({ label }) => label)).toEqual(["b0", "b96", "b97", "b98", "b99"]);
    expect(caption).toContain("The 5 furthest from zero are shown; 95 are not.");
  });

  it("an interval that is open or too long runs out of the picture", () => {
    const marks = marksOf(
      intervalPlot([
        { name: "open", estimate: 0.01, interval: [null, 0.02] },
        { name: "long", estimate: 0.01, interval: [-9, 9] },
        { name: "short", estimate: 0.02, interval: [0.01, 0.03] },
        { name: "shorter", estimate: 0.02, interval: [0.015, 0.025] },
      ]),
      "estimate",
    );
    expect(marks.map(({ interval }) => interval)).toEqual([
      [null, 2],
      [null, null],
      [1, 3],
      [1.5, 2.5],
    ]);
  });

  it("an interval without an end has no cap where the axis ends, whoever draws it", async () => {
    const clipped = intervalPlot([
      { name: "y", estimate: -0.05, interval: [-0.3, 0.2] },
      { name: "parse", estimate: 0.08, interval: [0.06, 0.1] },
      { name: "p", estimate: 0, interval: [-0.01, 0.01] },
    ]);
    expect(marksOf(clipped, "estimate").find(({ name }) => name === "y")!.interval).toEqual([null, 20]);
    const { data } = clipped.toPlotly();
    const [bars, points] = data.filter(({ name }) => name === "inconclusive");
    const [low] = (clipped.model.panels[0]!.x as NumberAxis).pieces[0]!.domain;
    expect(bars).toMatchObject({ mode: "lines", x: [-5, low, null], showlegend: false });
    expect(points).toMatchObject({ mode: "markers", error_x: { array: [25, 1], arrayminus: [0, 1] } });
    expect(points).not.toMatchObject({ showlegend: false });
    const row = (name: string) =>
      clipped
        .toText()
        .split("\n")
        .find((line) => new RegExp(`^ *${name} `).test(line))!;
    expect(row("y")).toMatch(/ ┤─+○─+┤/);
    expect(row("parse")).toMatch(/├─*▲─*┤/);
  });

  it("draws no effect at all, and names of 200 characters or with markup", async () => {
    const odd = intervalPlot([
      { name: "x".repeat(200), estimate: null, interval: null },
      { name: "<script>alert(1)</script> %{x}", estimate: 0, interval: [0, 0] },
    ]);
    const [svg, plotly] = [await odd.toSvg(), JSON.stringify(odd.toPlotly())];
    expect(svg + plotly).not.toMatch(/<script|NaN|undefined|Infinity/);
    expect(plotly).not.toContain("%{x}");
    expect(odd.model.panels[0]!.aside![0]!.label).toBe("not known");
    expect(
      Math.max(
        ...odd
          .toText()
          .split("\n")
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(80);
  });

  it("looks as it did, drawn and in a terminal", async () => {
    expectGolden("intervals.svg", comparableSvg(await figure.toSvg()));
    expectGolden("intervals.txt", figure.toText());
  });

  it("toPlotly(): a trace for each verdict, named as in the key, with bars to the ends of the intervals", () => {
    const { data, layout } = figure.toPlotly();
    expect(data.map(({ name }) => name)).toEqual(["regressed", "improved", "unchanged", "inconclusive"]);
    expect(data[0]).toMatchObject({ x: [8], error_x: { array: [2], arrayminus: [2] } });
    expect((data[0]!.text as string[])[0]).toBe(
      "<b>parse</b><br>+8.0 %<br>interval +6.0 to +10.0 %<br>regressed",
    );
    expect((layout.yaxis as { ticktext: string[] }).ticktext).toEqual(["parse", "print", "hash", "sort"]);
  });

  it.each<[string, unknown, IntervalPlotOptions, string, RegExp]>([
    ["nothing", [], {}, "effects", /one effect or more/],
    ["a number", 5, {}, "effects", /results by name/],
    ["a row without a name", [{ estimate: 1 }], {}, "effects[0].name", /a text/],
    ["an estimate", [{ name: "a", estimate: Number.NaN, interval: null }], {}, "effects[0].estimate", /NaN/],
    ["an interval", [{ name: "a", estimate: 1, interval: [2, 1] }], {}, "effects[0].interval", /\[2, 1\]/],
    [
      "a verdict",
      [{ name: "a", estimate: 1, interval: null, verdict: "good" }],
      {},
      "effects[0].verdict",
      /improved/,
    ],
    ["a result", { a: 5 }, {}, 'effects "a"', /welchTTest/],
    ["a difference", { a: hodgesLehmannShift([1, 2, 3, 4], [2, 3, 4, 5]) }, {}, 'effects "a"', /"ratio"/],
    [
      "a ratio",
      { a: bootstrapDifference(before, after, { comparison: "ratio", resamples: 99 }) },
      { unit: "ms" },
      'effects "a"',
      /difference, got a ratio/,
    ],
    ["a noise floor", rows, { noiseFloor: -1 }, "noiseFloor", /0 or more/],
    ["an order", rows, { order: "random" as never }, "order", /"given", "sorted"/],
    ["a direction", rows, { better: "up" as never }, "better", /"lower", "higher"/],
    ["a label", rows, { label: "os" } as IntervalPlotOptions, "options", /none that is called "label"/],
    ["a number of rows", rows, { most: 0 }, "most", /1 to 300/],
  ])("refuses %s that it cannot draw", (_, effects, options, argument, problem) => {
    expectInputError(() => intervalPlot(effects as EffectInput, options), "intervalPlot", argument, problem);
  });
});
