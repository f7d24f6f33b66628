import { describe, expect, it } from "vitest";
import { createSample } from "../../../src/core/sample.js";
import { loadDataset } from "../../../src/data/load-dataset.js";
import { columnsOf } from "../../../src/plot/render/text-line.js";
import { seriesPlot } from "../../../src/plot/series-plot.js";
import { stripPlot } from "../../../src/plot/strip-plot.js";
import { expectInputError } from "../../support/expect-input-error.js";
import { expectGolden } from "../golden.js";

const fast = { resamples: 499 };
const smt = loadDataset("smt");
const runs = createSample({
  benchmark: "parse",
  unit: "ms",
  runs: [0, 0.4, 5].map((shift) => Array.from({ length: 9 }, (_, i) => 20 + shift + (i % 3) / 10)),
});
const decay = Array.from({ length: 60 }, (_, i) => 20 + 100 * 0.85 ** i);
const series = seriesPlot(decay, {
  unit: "ms",
  x: { label: "time", unit: "s" },
  boundaries: [{ at: 30, label: "end of warm-up" }],
  ranges: [{ from: 30, to: 59, label: "measured" }],
});

describe("toText(options)", () => {
  it.each([
    ["smt.txt", stripPlot(smt, fast).toText()],
    ["smt-broken.txt", stripPlot(smt, { ...fast, axes: "broken" }).toText()],
    [
      "smt-lying-sorted.txt",
      stripPlot(smt, { ...fast, horizontal: true, layout: "sorted", statistic: "median" }).toText(),
    ],
    ["runs.txt", stripPlot(runs, fast).toText()],
    ["series.txt", series.toText({ columns: 60 })],
    [
      "boundaries.txt",
      seriesPlot(decay, {
        boundaries: [
          { at: 8, label: "JIT done" },
          { at: 58, label: "end of the measurement" },
        ],
      }).toText({ columns: 50 }),
    ],
    ["one-value.txt", stripPlot([42], { unit: "ms" }).toText({ columns: 50 })],
    ["color.txt", stripPlot({ a: [1, 2, 3], b: [2, 3, 4] }, fast).toText({ color: true, columns: 40 })],
  ])("%s looks as it did", (name, text) => {
    expectGolden(name, text);
  });

  it.each([40, 60, 80, 133])("no line is wider than %i columns", (columns) => {
    const wide = { ["測定".repeat(40)]: [1, 2, 3], ["x".repeat(200)]: [100, 101, 102] };
    for (const figure of [stripPlot(smt, fast), stripPlot(wide, fast), series]) {
      const lines = figure.toText({ columns }).split("\n");
      expect(Math.max(...lines.map(columnsOf))).toBeLessThanOrEqual(columns);
    }
  });

  it("is plain unless colour is asked for", () => {
    const figure = stripPlot({ a: [1, 2, 3] }, fast);
    expect(figure.toText()).not.toContain("\u001b");
    expect(figure.toText({ color: true })).toContain("\u001b[1m");
  });

  it("foreign text cannot command the terminal", () => {
    const text = stripPlot(
      { "\u001b[2Jgone\u009b31m": [1, 2] },
      { ...fast, title: "\u001b]0;owned\u0007", unit: "m\u001bs" },
    ).toText();
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that terminals obey
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });

  it("refuses a terminal that is too narrow", () => {
    expectInputError(() => series.toText({ columns: 20 }), "toText", "columns", /40 to 400, got 20/);
  });
});
