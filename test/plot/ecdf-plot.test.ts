import { describe, expect, it } from "vitest";
import { loadDataset } from "../../src/data/load-dataset.js";
import { toTable } from "../../src/data/to-table.js";
import { type EcdfPlotOptions, ecdfPlot } from "../../src/plot/ecdf-plot.js";
import { stream } from "../../src/random/stream.js";
import { expectInputError } from "../support/expect-input-error.js";
import { marksOf } from "../support/marks-of.js";
import { normalValues } from "../support/normal-values.js";
import { expectUnchanged } from "../support/unchanged.js";
import { comparableSvg, expectGolden } from "./golden.js";

const rng = stream(1, "ecdf-plot");
const before = normalValues(rng, 80, 100, 4);
const after = normalValues(rng, 70, 106, 4);

describe("ecdfPlot(samples, options)", () => {
  const figure = ecdfPlot({ before, after }, { unit: "ms" });

  it("titles several distributions by the span of their medians", () => {
    const title = (...medians: readonly number[]) =>
      ecdfPlot(Object.fromEntries(medians.map((m, i) => [`s${i}`, [m - 1, m, m + 1]])), { unit: "ms" }).model
        .title;
    expect(title(30, 10, 21)).toBe("Value: medians from 10 to 30 ms");
    expect(title(10, 10, 10)).toBe("Value: medians of 10 ms");
  });

  it("draws a step curve from 0 to 100 % and its band for each sample", () => {
    const lines = marksOf(figure, "line");
    expect(lines.map(({ name, color, steps }) => [name, color, steps])).toEqual([
      ["before", 0, true],
      ["after", 1, true],
    ]);
    for (const { x, y } of lines) {
      expect([y[0], y.at(-1)]).toEqual([0, 100]);
      expect(y).toEqual(y.toSorted((a, b) => a - b));
      expect(x).toEqual(x.toSorted((a, b) => a - b));
    }
    const [band] = marksOf(figure, "area");
    const middle = lines[0]!.y.findIndex((y) => y > 50);
    const half = 100 * Math.sqrt(Math.log(2 / 0.05) / (2 * 80));
    expect(band!.high[middle]! - lines[0]!.y[middle]!).toBeCloseTo(half, 9);
    expect(Math.min(...band!.low)).toBe(0);
    expect(Math.max(...band!.high)).toBe(100);
  });

  it("of two samples shows the shift by decile beside the curves, on the same vertical axis", () => {
    const shifts = marksOf(figure, "estimate");
    expect(shifts.map(({ y }) => Math.round(y))).toEqual([10, 20, 30, 40, 50, 60, 70, 80, 90]);
    expect(shifts[4]).toMatchObject({ along: "x", symbol: "circle", name: "50 % quantile" });
    const [curves, beside] = figure.model.panels;
    expect(beside!.y.ticks).toEqual(curves!.y.ticks);
    expect(beside!.note).toBe("after − before");
    const same = ecdfPlot({ before, after: before });
    expect(marksOf(same, "estimate").every(({ symbol, x }) => symbol === "open" && x === 0)).toBe(true);
    expect(ecdfPlot({ before, after }, { shift: false }).model.panels).toHaveLength(1);
  });

  it("says in its caption where bounds and bands are missing", () => {
    const values = Array.from({ length: 12 }, (_, i) => i);
    const few = ecdfPlot({ a: values, b: values.map((value) => value + 1) });
    expect(few.model.caption).toContain("Bars without an end: too few values for a bound.");
    expect(figure.model.caption).not.toContain("without");
    const four = ecdfPlot({ a: values, b: values, c: values, d: values });
    expect(four.model.caption).toContain("Without bands, which would hide one another.");
    expect(ecdfPlot({ a: values, b: values }, { band: false }).model.caption).not.toContain("Without bands");
  });

  it("says in words what it shows", () => {
    const { title, caption, alt, key } = figure.model;
    expect(title).toMatch(/^Value: median 10[56]\.\d.ms \(after\) against (99|100)\.\d.ms \(before\)$/);
    expect(caption).toMatch(/n = 70 to 80 values in 1 run each\. Bands: 95 %.*Shift: .*hold together/);
    expect(alt).toMatch(/Shift at 50 %: \+\d\.\d ms \(\d\.\d to \d\.\d ms\)/);
    expect(key.map(({ text }) => text)).toEqual(["before", "after", "shift", "shift that may be zero"]);
  });

  it("with more than three samples leaves out bands unless asked", () => {
    const four = { a: before, b: after, c: before, d: after };
    expect(marksOf(ecdfPlot(four), "area")).toEqual([]);
    expect(marksOf(ecdfPlot(four, { band: true }), "area")).toHaveLength(4);
  });

  it("warns where deciles cannot be bounded", () => {
    const { warnings } = ecdfPlot({ a: [1, 2, 3], b: [2, 3, 4] }).model;
    expect(warnings).toMatchObject([
      { code: "too-few-values", message: expect.stringMatching(/56 in each/) },
    ]);
    expect(figure.model.warnings).toEqual([]);
  });

  it("takes samples and tables", () => {
    const smt = loadDataset("smt").slice(2);
    const { panels } = ecdfPlot(smt).model;
    expect(panels[0]!.x).toMatchObject({ label: "time (ms)" });
    expect(ecdfPlot(toTable(smt)).model.panels[0]!.marks).toEqual(panels[0]!.marks);
  });

  it("looks as it did, drawn and in a terminal", async () => {
    expectGolden("ecdf.svg", comparableSvg(await figure.toSvg()));
    expectGolden("ecdf.txt", figure.toText());
    expectGolden("ecdf-color.txt", figure.toText({ columns: 60, color: true }));
  });

  it.each([
    ["one value", { a: [5] }],
    ["equal values", { a: [5, 5, 5], b: [5, 5] }],
    ["far apart", { a: [1e-9, 2e-9], b: [1e12, 2e12] }],
  ])("draws %s", async (_, samples) => {
    const odd = ecdfPlot(samples);
    expect(JSON.parse(JSON.stringify(odd.model))).toEqual(odd.model);
    const drawn = `${await odd.toSvg()}${odd.toText()}${JSON.stringify(odd.toPlotly())}`;
    expect(drawn).not.toMatch(/NaN|undefined|Infinity/);
  });

  it.each<[string, EcdfPlotOptions, string, RegExp]>([
    ["confidence", { confidence: 1 }, "confidence", /between 0 and 1/],
    ["scale", { scale: "cubic" as never }, "scale", /"linear", "log"/],
    ["shift", { shift: true }, "shift", /two samples, baseline and candidate, got 1/],
    ["theme", { theme: "sepia" as never }, "theme", /"light", "dark"/],
    ["width", { width: 10 }, "width", /240 to/],
  ])("refuses a wrong %s", (_, options, argument, problem) => {
    expectInputError(() => ecdfPlot([1, 2, 3], options), "ecdfPlot", argument, problem);
  });

  it("refuses zero on a logarithmic scale, and nothing", () => {
    const problem = /above 0 to be "log", got 0 in "a"/;
    expectInputError(() => ecdfPlot({ a: [0, 1] }, { scale: "log" }), "ecdfPlot", "scale", problem);
    expectInputError(
      () => ecdfPlot([]),
      "ecdfPlot",
      "samples",
      /at least one value|one value or more|got 0|none/,
    );
    expectInputError(() => ecdfPlot([1, Number.NaN]), "ecdfPlot", "samples[1]", /finite number, got NaN/);
  });

  it("leaves its input unchanged", () => {
    expectUnchanged([3, 1, 2, 5], (values) => ecdfPlot(values).model);
  });
});
