import { describe, expect, it } from "vitest";
import { createSample, type Sample } from "../../src/core/sample.js";
import { toTable } from "../../src/data/to-table.js";
import { autocorrelationPlot } from "../../src/plot/autocorrelation-plot.js";
import { barPlot } from "../../src/plot/bar-plot.js";
import { boxPlot } from "../../src/plot/box-plot.js";
import { ecdfPlot } from "../../src/plot/ecdf-plot.js";
import type { Figure } from "../../src/plot/figure.js";
import type { FigureOptions } from "../../src/plot/figure-options.js";
import { frequencyTrailPlot } from "../../src/plot/frequency-trail-plot.js";
import { histogramPlot } from "../../src/plot/histogram-plot.js";
import { lagPlot } from "../../src/plot/lag-plot.js";
import type { PlotInput } from "../../src/plot/plot-samples.js";
import { quantileQuantilePlot } from "../../src/plot/quantile-quantile-plot.js";
import { columnsOf } from "../../src/plot/render/text-line.js";
import { seriesPlot } from "../../src/plot/series-plot.js";
import { smallMultiples } from "../../src/plot/small-multiples.js";
import { stripPlot } from "../../src/plot/strip-plot.js";
import { textWidth } from "../../src/plot/typeface/text-width.js";
import { varianceComponentsPlot } from "../../src/plot/variance-components-plot.js";
import { stream } from "../../src/random/stream.js";
import { expectInputError } from "../support/expect-input-error.js";
import { normalValues } from "../support/normal-values.js";
import { expectPicture } from "./golden.js";

const nasty = `<script>alert("1")</script> & %{x} <!--`;
const long = "y".repeat(200);
const rng = stream(1, "every-plot");

/** Two runs each of three names. */
function samplesNamed(names: readonly string[], unit = "ms"): readonly Sample[] {
  return names.map((name, i) =>
    createSample({
      benchmark: "b",
      unit,
      labels: { name },
      runs: [normalValues(rng, 20, 100 + i, 2), normalValues(rng, 20, 101 + i, 2)],
    }),
  );
}

const plots: readonly [string, (samples: PlotInput, options?: FigureOptions) => Figure][] = [
  ["seriesPlot", seriesPlot],
  ["ecdfPlot", ecdfPlot],
  ["frequencyTrailPlot", frequencyTrailPlot],
  ["lagPlot", lagPlot],
  ["autocorrelationPlot", autocorrelationPlot],
  ["quantileQuantilePlot", quantileQuantilePlot],
  ["varianceComponentsPlot", varianceComponentsPlot],
  [
    "smallMultiples",
    (samples, options = {}) => smallMultiples([lagPlot(samples), ecdfPlot(samples)], options),
  ],
];

describe("titles", () => {
  it.each<[string, (samples: readonly Sample[]) => Figure]>([
    ...plots.filter(([name]) => name !== "smallMultiples"),
    ["stripPlot", stripPlot],
    ["histogramPlot", histogramPlot],
    ["boxPlot", boxPlot],
    ["barPlot", barPlot],
  ])("%s names a benchmark only if all samples are of it", (_, plot) => {
    const runs = ["a", "b"].map((run) => normalValues(stream(2, "titles", run), 30, 100, 2));
    const of = (...names: readonly string[]) =>
      plot(
        names.map((benchmark, i) => createSample({ benchmark, unit: "ms", labels: { i: String(i) }, runs })),
      );
    expect(of("one", "two", "three").model.title).not.toMatch(/of (one|two|three)/);
    expect(of("one", "one", "one").model.title).toMatch(/^Time of one/);
  });
});

describe.each(plots)("%s", (name, plot) => {
  const samples = samplesNamed(["before", "after", "later"]);

  it("refuses an option that it does not have", () => {
    expectInputError(
      () => plot(samples, { titel: "a" } as FigureOptions),
      name,
      "options",
      /"titel"; did you mean "title"\?/,
    );
  });

  it("foreign text stays text, wherever it goes", async () => {
    const figure = plot(samplesNamed([nasty, long, "c"], "ms<b>"), {
      title: nasty,
      subtitle: nasty,
      caption: nasty,
    });
    const [svg, plotly] = [await figure.toSvg(), JSON.stringify(figure.toPlotly())];
    expect(svg).not.toMatch(/<script|<!--|<b>/);
    expect(plotly).not.toMatch(/<script|<!--|%\{x\} /);
    expect(figure.toText()).not.toContain("\u001b");
  });

  it.each([40, 80])("no line of text is wider than %i columns", (columns) => {
    const lines = plot(samplesNamed([long, "測定".repeat(40), "c"]))
      .toText({ columns })
      .split("\n");
    expect(Math.max(...lines.map(columnsOf))).toBeLessThanOrEqual(columns);
  });

  it("long names are cut and keep inside the page", async () => {
    const svg = await plot(samplesNamed([long, `${long}z`, "c"])).toSvg({ width: 480, height: 420 });
    const texts = [...svg.matchAll(/<text[^>]*font-size="([\d.]+)"[^>]*>([^<]*)</g)];
    const widths = texts.map(([, size, text]) => Number(size) * textWidth(text!));
    expect(Math.max(...widths)).toBeLessThan(480);
  });

  it("draws 1e-9 and 1e12 in one figure", async () => {
    const wide = createSample({
      benchmark: "b",
      runs: [
        [1e-9, 5, 1e12, 3e-9],
        [2e-9, 7, 2e12, 4],
      ],
    });
    const figure = plot(wide);
    expect(JSON.parse(JSON.stringify(figure.model))).toEqual(figure.model);
    const drawn = `${await figure.toSvg()}${figure.toText()}${JSON.stringify(figure.toPlotly())}`;
    expect(drawn).not.toMatch(/NaN|undefined|Infinity/);
  });

  it("takes a table, and equal figures give equal bytes", async () => {
    const [one, other] = await Promise.all([plot(samples).toSvg(), plot(toTable(samples)).toSvg()]);
    expect(other).toBe(one);
  });

  it("describes itself in words, for the light theme and the dark one", async () => {
    const { alt, caption, title } = plot(samples).model;
    expect(alt).toContain(title);
    expect(alt.length).toBeGreaterThan(60);
    expect(caption).toContain("n = 40 values in 2 runs each.");
    const dark = await plot(samples, { theme: "dark" }).toSvg();
    expect(dark).toContain("#10151c");
    expect(dark).not.toContain("#ffffff");
  });

  it("hovers over nothing without text, and groups what the legend switches", () => {
    const { data, layout } = plot(samples).toPlotly();
    for (const { hovertemplate, hoverinfo } of data) expect(hovertemplate ?? hoverinfo).toBeTruthy();
    // A row has a name, and no number that says anything.
    const rows = data.filter(({ yaxis }) => {
      const axis = layout[String(yaxis).replace("y", "yaxis")] as { ticktext?: unknown };
      return axis.ticktext !== undefined;
    });
    for (const { hovertemplate } of rows) expect(hovertemplate ?? "").not.toMatch(/%\{y/);
    const shown = data.filter(({ showlegend }) => showlegend !== false).map(({ name: each }) => each);
    expect(new Set(shown).size).toBe(shown.length);
  });

  it("refuses NaN, nothing and mixed units", () => {
    const inner = name === "smallMultiples" ? "lagPlot" : name;
    expectInputError(() => plot([1, Number.NaN, 2]), inner, "samples[1]", /finite number, got NaN/);
    expectInputError(() => plot({}), inner, "samples", /one sample or more, got none/);
    const mixed = [...samplesNamed(["a"], "ms"), ...samplesNamed(["b"], "B")];
    expectInputError(() => plot(mixed), inner, "samples", /one unit on one axis/);
  });
});

describe("pictures", () => {
  const drawn = samplesNamed(["before", "after"]);
  const size = { width: 640, height: 380 };
  it.each<[string, Figure]>([
    ["ecdf.png", ecdfPlot(drawn, size)],
    ["trails.png", frequencyTrailPlot(drawn, { ...size, theme: "dark" })],
    ["quantiles.png", quantileQuantilePlot(drawn, size)],
    ["components.png", varianceComponentsPlot(drawn, { ...size, theme: "dark" })],
  ])("%s looks as it did", async (name, figure) => {
    expectPicture(name, await figure.toPng({ scale: 1 }));
  });
});
