import { describe, expect, it } from "vitest";
import { createSample } from "../../../src/core/sample.js";
import type { DotsMark, LevelMark, RangeMark, RuleMark } from "../../../src/plot/figure-model.js";
import { seriesPlot } from "../../../src/plot/series-plot.js";
import { stream } from "../../../src/random/stream.js";
import { changeResult } from "../../support/change-result.js";
import { expectInputError } from "../../support/expect-input-error.js";
import { marksOf } from "../../support/marks-of.js";
import { normalValues } from "../../support/normal-values.js";
import { comparableSvg, expectGolden } from "../golden.js";

const rng = stream(1, "series-findings");
const commits = [...normalValues(rng, 20, 100, 1), ...normalValues(rng, 25, 108, 1)];
commits[33] = 125;
const labels = commits.map((_, i) => (0xabc1234 + 7919 * i * i).toString(16).slice(0, 7));
const step = changeResult(commits, [{ index: 20, indexInterval: [19, 22], p: 0.001 }], [33]);
const runs = [commits.slice(0, 20), commits.slice(20)];
const sample = createSample({ benchmark: "parse", unit: "ms", runs });

describe("seriesPlot(samples, { changePoints })", () => {
  const figure = seriesPlot(commits, { unit: "ms", x: { labels }, changePoints: step });

  it("draws segments as level lines, which meet half-way between the values beside a change", () => {
    const levels: LevelMark[] = marksOf(figure, "level");
    expect(levels.map(({ from, to, value }) => [from, to, value])).toEqual([
      [0, 19.5, step.segments[0]!.mean],
      [19.5, 44, step.segments[1]!.mean],
    ]);
    expect(levels[1]!.details).toContain(`commit ${labels[20]} to commit ${labels[44]}, 25 values`);
    const medians = marksOf(seriesPlot(commits, { changePoints: step, level: "median" }), "level");
    expect(medians.map(({ value }) => value)).toEqual(step.segments.map(({ median }) => median));
  });

  it("marks the change with its size and where it lies, and outliers with circles", () => {
    const [rule]: RuleMark[] = marksOf(figure, "rule");
    expect(rule).toMatchObject({ at: 19.5, label: expect.stringMatching(/^\+8\.\d %$/) });
    const [band]: RangeMark[] = marksOf(figure, "range");
    expect(band).toMatchObject({ from: 18.5, to: 21.5, uncertain: true });
    const rings = marksOf(figure, "dots").filter(({ hollow }) => hollow) as DotsMark[];
    expect(rings.map(({ x, y }) => [x, y])).toEqual([[[33], [125]]]);
  });

  it("says in words what it found", () => {
    const { title, caption, alt, key } = figure.model;
    expect(title).toBe(`Value: ${marksOf(figure, "rule")[0]!.label} at commit ${labels[20]}`);
    expect(caption).toMatch(
      /n = 45 values in 1 run\. Changes by by hand; .*means of the segments.*95 %.*outliers/,
    );
    expect(alt).toContain(
      `at commit ${labels[20]} (95 % interval: commit ${labels[19]} to commit ${labels[22]})`,
    );
    expect(key.map(({ text }) => text)).toEqual([
      "mean of a segment",
      "change",
      "where it lies, with 95 % confidence",
      "outlier",
    ]);
    expect(seriesPlot(commits, { changePoints: changeResult(commits, []) }).model.title).toBe(
      "Value: no change found",
    );
  });

  it("gives a change from a mean of zero in the unit", () => {
    const values = [0, 0, 0, 5, 5, 5];
    const changePoints = changeResult(values, [{ index: 3 }]);
    expect(marksOf(seriesPlot(values, { unit: "ms", changePoints }), "rule")[0]!.label).toBe("+5 ms");
  });

  it("runs that were searched together stand end to end, and one by one over each other", () => {
    const joined = seriesPlot(sample, { changePoints: changeResult(sample, [{ index: 20 }]) });
    expect(marksOf(joined, "dots").map(({ x }) => x[0])).toEqual([0, 20]);
    expect(marksOf(joined, "rule").map(({ at, reference }) => [at, reference === true])).toEqual([
      [19.5, true],
      [19.5, false],
    ]);
    const each = runs.map((run) => changeResult(run, [{ index: 10 }]));
    const overlaid = seriesPlot(sample, { changePoints: each });
    expect(marksOf(overlaid, "dots").map(({ x }) => x[0])).toEqual([0, 0]);
    expect(marksOf(overlaid, "level").map(({ from, color }) => [from, color])).toEqual([
      [0, 0],
      [9.5, 0],
      [0, 1],
      [9.5, 1],
    ]);
    const endToEnd = seriesPlot(sample, { changePoints: each, runs: "joined" });
    expect(marksOf(endToEnd, "level").map(({ from }) => from)).toEqual([0, 9.5, 19.5, 29.5]);
  });

  it("labels of many changes do not meet, and those of the largest stay", async () => {
    const values = Array.from(
      { length: 400 },
      (_, i) => (Math.floor(i / 4) % 2 === 0 ? 100 : 101) + (i >= 396 ? 50 : 0),
    );
    const found = Array.from({ length: 99 }, (_, i) => ({ index: 4 * (i + 1) }));
    const svg = await seriesPlot(values, { changePoints: changeResult(values, found) }).toSvg();
    const shown = [...svg.matchAll(/>([+−][\d.]+ %)</g)].map(([, text]) => text!);
    expect(shown.length).toBeLessThan(60);
    expect(shown.length).toBeGreaterThan(20);
    expect(shown.some((text) => Math.abs(Number(text.slice(1, -2))) > 40)).toBe(true);
  });

  it("looks as it did, drawn and in a terminal", async () => {
    const full = seriesPlot(commits, { unit: "ms", x: { labels }, changePoints: step, rollingMedian: 5 });
    expectGolden("series-changes.svg", comparableSvg(await full.toSvg()));
    expectGolden("series-changes.txt", full.toText());
    expectGolden("series-changes-color.txt", full.toText({ columns: 60, color: true }));
  });

  it("toPlotly(): levels are one trace, circles tell the commit, and bands are shapes", () => {
    const { data, layout } = figure.toPlotly();
    expect(data.map(({ name }) => name)).toEqual(["value (ms)", "outlier", "mean of a segment"]);
    expect(data[1]).toMatchObject({
      customdata: [[`commit ${labels[33]}`]],
      hovertemplate: expect.stringContaining("%{customdata[0]}"),
    });
    expect(layout.shapes).toHaveLength(2);
    expect(JSON.stringify([data, layout])).not.toMatch(/NaN|undefined|Infinity/);
  });

  it("refuses results about something else", () => {
    const other = changeResult(commits.slice(1), []);
    const refused = (options: object, argument: string, problem: RegExp) =>
      expectInputError(() => seriesPlot(sample, options), "seriesPlot", argument, problem);
    refused({ changePoints: other }, "changePoints", /values that are drawn, 45 \(parse\), got one about 44/);
    refused(
      { changePoints: [step, step, step] },
      "changePoints",
      /each sample \(1\) or for each run \(2\), got 3/,
    );
    refused({ changePoints: [20] }, "changePoints[0]", /detectChangePoints/);
    refused({ changePoints: step, runs: "overlaid" }, "runs", /"joined".*each run \(2\)/);
    refused({ steady: [{ start: 1.5 }] }, "steady[0]", /steadyState/);
    const beyond = { ...changeResult(sample, []), outliers: [45] };
    refused({ changePoints: beyond }, "changePoints", /drawn/);
  });
});

describe("seriesPlot(samples, { steady })", () => {
  it("shades the warm-up and the places among which it ends", () => {
    const figure = seriesPlot(commits, { steady: { start: 20, startInterval: [18, 25] } });
    expect(marksOf(figure, "range").map(({ from, to, label }) => [from, to, label])).toEqual([
      [0, 19.5, "warm-up"],
      [17.5, 24.5, ""],
    ]);
    expect(marksOf(figure, "rule")).toMatchObject([{ at: 19.5, label: "steady" }]);
    expect(figure.model.alt).toContain("Steady from iteration 20.");
  });

  it("shades nothing where there is no warm-up, or no steady state", () => {
    expect(marksOf(seriesPlot(commits, { steady: { start: 0 } }), "range")).toEqual([]);
    const never = seriesPlot(commits, { steady: { start: null } });
    expect([...marksOf(never, "range"), ...marksOf(never, "rule")]).toEqual([]);
    expect(never.model.alt).toContain("It does not become steady.");
  });

  it("draws the steady mean, where it is known", () => {
    const figure = seriesPlot(commits, { steady: { start: 20, mean: 108, n: 45 } });
    expect(marksOf(figure, "level")).toMatchObject([{ name: "steady mean", from: 19.5, to: 44, value: 108 }]);
    expect(figure.model.key).toContainEqual({ mark: "line", color: null, text: "steady mean" });
  });

  it("tells runs over each other apart by their colours", () => {
    const figure = seriesPlot(sample, { steady: [{ start: 3 }, { start: 8 }] });
    expect(marksOf(figure, "rule").map(({ color, label }) => [color, label])).toEqual([
      [0, "run 1 steady"],
      [1, "run 2 steady"],
    ]);
  });
});
