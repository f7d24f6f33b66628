import { describe, expect, it } from "vitest";
import { createSample } from "../../src/core/sample.js";
import { loadDataset } from "../../src/data/load-dataset.js";
import type {
  CenterMark,
  DotsMark,
  LabelMark,
  MedianMark,
  Panel,
  Strip,
} from "../../src/plot/figure-model.js";
import type { PlotInput } from "../../src/plot/plot-samples.js";
import { type StripPlotOptions, stripPlot } from "../../src/plot/strip-plot.js";
import { stream } from "../../src/random/stream.js";
import { bootstrapInterval } from "../../src/stats/bootstrap-interval.js";
import { describe as describeValues } from "../../src/stats/describe.js";
import { hierarchicalBootstrap } from "../../src/stats/hierarchical-bootstrap.js";
import { medianInterval } from "../../src/stats/median-interval.js";
import { expectInputError } from "../support/expect-input-error.js";
import { normalValues } from "../support/normal-values.js";
import { expectUnchanged } from "../support/unchanged.js";

const fast: StripPlotOptions = { resamples: 199 };
const smt = loadDataset("smt");

function stripsOf({ x }: Panel): readonly Strip[] {
  return x.kind === "strips" ? x.strips : [];
}

interface StripMarks {
  readonly dots: DotsMark;
  readonly center: CenterMark;
  readonly median: MedianMark;
  readonly label: LabelMark;
}

function marksOf<Kind extends keyof StripMarks>(panel: Panel, kind: Kind) {
  return panel.marks.filter((mark) => mark.kind === kind) as StripMarks[Kind][];
}

/** All dots of a strip, of whatever shade, in the order of runs and iterations. */
function dotsOf(panel: Panel, name: string) {
  return marksOf(panel, "dots")
    .filter((mark) => mark.name === name)
    .flatMap(({ x, y, run, iteration, shade = 0 }) =>
      x.map((at, i) => ({ x: at, y: y[i]!, run: run![i]!, iteration: iteration![i]!, shade })),
    )
    .sort((a, b) => a.run - b.run || a.iteration - b.iteration);
}

describe("stripPlot(samples, options)", () => {
  it("SMT: two panels with a scale of their own, and the figure says so", () => {
    const { panels, options, subtitle, title } = stripPlot(smt, { ...fast, ddof: 0 }).model;
    expect(options).toMatchObject({
      axes: "panels",
      layout: "jitter",
      scale: "linear",
      ddof: 0,
      seed: 1,
      resamples: 199,
      unit: "ms",
    });
    expect(panels.map((panel) => stripsOf(panel).map(({ name }) => name))).toEqual([
      ["smt on, task 1", "smt on, task 2"],
      ["smt off, task 1", "smt off, task 2"],
    ]);
    expect(panels.map(({ note }) => note)).toEqual([
      "1,250 to 2,899 ms",
      "735.88 to 744.07 ms, magnified 200×",
    ]);
    expect(subtitle).toMatch(/scale of its own/);
    expect(title).toBe("Time varies by 0.044 % (smt off, task 1) to 23.9 % (smt on, task 1)");
  });

  it("every measurement is a dot at its value, inside its strip, with run and iteration", () => {
    const sample = createSample({
      benchmark: "b",
      unit: "ms",
      runs: [
        [3, 1, 2],
        [5, 4],
      ],
    });
    const dots = dotsOf(stripPlot(sample, fast).model.panels[0]!, "b");
    expect(dots.map(({ y }) => y)).toEqual([3, 1, 2, 5, 4]);
    expect(dots.map(({ run }) => run)).toEqual([1, 1, 1, 2, 2]);
    expect(dots.map(({ iteration }) => iteration)).toEqual([0, 1, 2, 0, 1]);
    for (const panel of stripPlot(smt, fast).model.panels) {
      marksOf(panel, "dots").forEach(({ x, y }, index) => {
        expect(y.length).toBe(1200);
        expect(Math.max(...x.map((place) => Math.abs(place - index)))).toBeLessThan(0.5);
      });
    }
  });

  it("mean, interval, median and CV are those of the statistics", () => {
    const values = [12, 15, 11, 13, 19, 12, 14];
    const [panel] = stripPlot({ a: values }, { ddof: 0, confidence: 0.9 }).model.panels;
    // SciPy: t.interval(0.9, 6, mean(a), sem(a)).
    const interval = [expect.closeTo(11.738334484488945, 9), expect.closeTo(15.69023694408248, 9)];
    const [strip] = stripsOf(panel!);
    expect(strip).toEqual({
      name: "a",
      label: "a",
      group: "",
      at: expect.closeTo(-0.19 * (141.05 / 864), 4),
      n: 7,
      mean: 96 / 7,
      interval,
      median: 13,
      coefficientOfVariation: expect.closeTo(
        Math.sqrt(values.reduce((sum, v) => sum + (v - 96 / 7) ** 2, 0) / 7) / (96 / 7),
        12,
      ),
    });
    expect(marksOf(panel!, "center")[0]).toMatchObject({ statistic: "mean", value: 96 / 7, interval });
    expect(marksOf(panel!, "center")[0]!.intervalLabel).toMatch(/^90 % interval /);
    expect(marksOf(panel!, "median")[0]).toMatchObject({ value: 13 });
  });

  it("bootstraps the values of a run from the 21st on, and says nothing of two", () => {
    const values = normalValues(stream(4, "strip-plot"), 21, 100, 3);
    const options = { confidence: 0.9, seed: 5, resamples: 999 };
    const told = (of: PlotInput, more: StripPlotOptions = {}) => {
      const { panels, warnings, caption } = stripPlot(of, { ...options, ...more }).model;
      const codes = warnings.map(({ code }) => code);
      return { interval: stripsOf(panels[0]!)[0]!.interval, codes, caption };
    };
    for (const statistic of ["mean", "median"] as const) {
      const { interval } = bootstrapInterval(values, { ...options, statistic });
      expect(told(values, { statistic })).toMatchObject({ interval, codes: [] });
    }
    expect(told(values).caption).toContain("BCa bootstrap (999 resamples)");
    expect(told(values.slice(1)).caption).toContain("Student's t, values taken as independent");
    expect(told([1, 2])).toMatchObject({ interval: null, codes: ["two-values"] });
    expect(told([2, 2])).toMatchObject({ interval: null, codes: ["no-variation"] });
    expect(told([1, 2, 3, 4], { statistic: "median", confidence: 0.95 })).toMatchObject({
      interval: null,
      codes: ["too-few-values"],
    });
  });

  it("shows nanoseconds in milliseconds where that reads better", () => {
    const sample = createSample({ benchmark: "b", unit: "ns", runs: [[20_080_000, 20_630_000, 20_310_000]] });
    const [panel] = stripPlot(sample, fast).model.panels;
    expect(panel!.y).toMatchObject({ label: "time (ms)", unit: "ms" });
    expect(marksOf(panel!, "dots")[0]!.y[0]).toBeCloseTo(20.08, 9);
    expect(stripsOf(panel!)[0]!.median).toBeCloseTo(20.31, 9);
  });

  it("gives panels that are 10^21 times apart units of their own", () => {
    const { panels } = stripPlot(
      { tiny: [1e-9, 1.1e-9], huge: [1e12, 1.1e12] },
      { ...fast, unit: "ms" },
    ).model;
    expect(panels.map(({ y }) => y.unit)).toEqual(["ps", "s"]);
  });

  it("axes: shared, panels, broken", () => {
    expect(stripPlot(smt, { ...fast, axes: "shared" }).model.panels.length).toBe(1);
    const [broken] = stripPlot(smt, { ...fast, axes: "broken" }).model.panels;
    expect(broken!.y.pieces.length).toBe(3);
    expect(stripPlot({ a: [1, 2], b: [1, 3] }, { ...fast, axes: "panels" }).model.panels.length).toBe(2);
    expect(stripPlot({ a: [1, 2], b: [1, 3] }, fast).model.panels.length).toBe(1);
    expect(stripPlot(smt, { ...fast, scale: "log" }).model).toMatchObject({
      subtitle: "The axis is logarithmic.",
      panels: [{ y: { scale: "log" } }],
    });
  });

  it("many strips go on in another row on the same scale, in a higher figure", () => {
    const samples = Object.fromEntries(
      Array.from({ length: 24 }, (_, i) => [`s${i}`, [i + 1, i + 2, i + 3]]),
    );
    const { panels, height } = stripPlot(samples, fast).model;
    expect(panels.map(({ row }) => row)).toEqual([0, 1]);
    expect(panels[1]!.y).toEqual(panels[0]!.y);
    expect(height).toBe(840);
  });

  it("the same seed gives the same figure, and another seed moves only dots and intervals", () => {
    const [a, b, c] = [1, 1, 2].map((seed) => stripPlot(smt.slice(2), { ...fast, seed }).model);
    expect(a).toEqual(b);
    expect(a!.panels[0]!.marks).not.toEqual(c!.panels[0]!.marks);
    expect(a!.panels[0]!.y).toEqual(c!.panels[0]!.y);
  });

  it("labels stand under the dots, not under dots and mean", () => {
    const [panel] = stripPlot({ a: [1, 2, 3], b: [2, 3, 4] }, fast).model.panels;
    const middles = marksOf(panel!, "median").map(({ from, to }) => (from + to) / 2);
    stripsOf(panel!).forEach(({ at }, index) => {
      expect(at).toBeCloseTo(middles[index]!, 3);
    });
  });

  it("takes a list of arrays as strips by number", () => {
    const { panels } = stripPlot(
      [
        [1, 2, 3],
        [2, 3, 4],
      ],
      fast,
    ).model;
    expect(stripsOf(panels[0]!).map(({ name }) => name)).toEqual(["1", "2"]);
  });

  it("of more than 20,000 values crowds are thinned, which the figure says", () => {
    const many = normalValues(stream(1, "strip-plot"), 50_000, 100, 3);
    const { panels, caption, key, warnings } = stripPlot(
      { many: [...many, 200], few: [99, 101, 104] },
      fast,
    ).model;
    const [most, few] = ["many", "few"].map((name) => dotsOf(panels[0]!, name));
    expect(most!.length).toBeLessThanOrEqual(20_000);
    expect(most!.length).toBeGreaterThan(15_000);
    expect(most!.at(-1)).toMatchObject({ y: 200, iteration: 50_000, shade: 0 });
    for (const { y, iteration } of most!.slice(0, -1)) expect(y).toBe(many[iteration]);
    expect(few!.map(({ y }) => y)).toEqual([99, 101, 104]);
    // Darker dots stand for more values: where most values are, dots are darkest.
    const shadeNear = (value: number): number => most!.find(({ y }) => Math.abs(y - value) < 0.1)!.shade;
    expect(shadeNear(100)).toBe(1);
    expect(shadeNear(108)).toBeLessThan(1);
    expect(key.map(({ mark }) => mark)).toContain("crowd");
    expect(stripsOf(panels[0]!)[0]!.n).toBe(50_001);
    expect(caption).toMatch(/Where they crowd, some stand for all: 1\d,\d{3} dots for 50,004 values\./);
    expect(warnings.map(({ code }) => code)).toEqual(["thinned-dots"]);
  });

  it("beyond 40,000 values the largest strips have intervals of Student's t, unless resamples are asked for", () => {
    const many = normalValues(stream(2, "strip-plot"), 40_001, 100, 3);
    const some = normalValues(stream(5, "strip-plot"), 30, 100, 3);
    const { panels, caption, warnings } = stripPlot({ many, few: some }).model;
    const [strip, few] = stripsOf(panels[0]!);
    const { mean, standardError } = describeValues(many);
    expect(strip!.interval![0]).toBeCloseTo(mean - 1.96 * standardError!, 4);
    expect(strip!.interval![1]).toBeCloseTo(mean + 1.96 * standardError!, 4);
    expect(few!.interval).toEqual(bootstrapInterval(some, { resamples: 1999 }).interval);
    expect(caption).toContain(
      "Student's t, values taken as independent (1 of 2 strips); BCa bootstrap (1,999 resamples), values taken as independent (1 of 2",
    );
    expect(warnings[0]).toMatchObject({ code: "many-values", message: expect.stringContaining("(many)") });
    const asked = stripPlot({ many }, fast).model;
    expect(asked.warnings.map(({ code }) => code)).not.toContain("many-values");
    expect(stripsOf(asked.panels[0]!)[0]!.interval).toEqual(
      bootstrapInterval(many, { resamples: 199 }).interval,
    );
  });

  it("too few resamples for the confidence give no interval, and the reason", () => {
    const values = normalValues(stream(6, "strip-plot"), 30, 100, 3);
    const { panels, warnings } = stripPlot(values, { resamples: 9 }).model;
    expect(stripsOf(panels[0]!)[0]!.interval).toBeNull();
    expect(warnings.map(({ code }) => code)).toEqual(["too-few-resamples"]);
  });

  it("groups strips by the first of two labels, which stands once below them, and colours them alike", () => {
    const { panels } = stripPlot(smt, fast).model;
    expect(panels.flatMap(stripsOf).map(({ group, label }) => [group, label])).toEqual([
      ["smt on", "task 1"],
      ["smt on", "task 2"],
      ["smt off", "task 1"],
      ["smt off", "task 2"],
    ]);
    expect(panels.map((panel) => marksOf(panel, "dots").map(({ color }) => color))).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });

  it("groups by another label, by a function, or not at all", () => {
    const labels = (options: StripPlotOptions) =>
      stripPlot(smt, { ...fast, axes: "shared", ...options })
        .model.panels.flatMap(stripsOf)
        .map(({ name, group, label }) => [name, group, label]);
    expect(labels({ group: "task" })[1]).toEqual(["task 1, smt off", "task 1", "smt off"]);
    const named = labels({
      group: (sample) => `SMT ${sample.labels.smt}`,
      label: (sample) => `#${sample.labels.task}`,
    });
    expect(named.map(([name]) => name)).toEqual(["SMT on, #1", "SMT on, #2", "SMT off, #1", "SMT off, #2"]);
    expect(labels({ group: null })[0]).toEqual(["smt on, task 1", "", "smt on, task 1"]);
    expect(labels({ label: "task", group: "smt" })[0]).toEqual(["smt on, task 1", "smt on", "task 1"]);
  });

  it("tells runs apart by shade, from dark to light, and has no shades for one run", () => {
    const runs = [
      [1, 2],
      [3, 4],
      [5, 6],
    ];
    const figure = stripPlot(createSample({ benchmark: "b", runs }), fast);
    expect(dotsOf(figure.model.panels[0]!, "b").map(({ run, shade }) => [run, shade])).toEqual([
      [1, 1],
      [1, 1],
      [2, 0],
      [2, 0],
      [3, -1],
      [3, -1],
    ]);
    expect(figure.model.key.map(({ mark }) => mark)).toContain("shades");
    expect(stripPlot([1, 2, 3], fast).model.key.map(({ mark }) => mark)).not.toContain("shades");
  });

  it("takes runs as what was repeated where there are three or more, and says nothing about two", () => {
    const sample = (runs: readonly (readonly number[])[]) =>
      createSample({ benchmark: "b", unit: "ms", runs });
    const three = sample([
      [10, 11, 12],
      [11, 12, 13],
      [12, 13, 15],
    ]);
    const over = (options: StripPlotOptions, of = three) => {
      const { panels, caption, warnings } = stripPlot(of, { ...fast, ...options }).model;
      return {
        interval: stripsOf(panels[0]!)[0]!.interval,
        caption,
        codes: warnings.map(({ code }) => code),
      };
    };
    // SciPy: t.interval(0.95, 2, m.mean(), sem(m)) of m = [11, 12, 40 / 3].
    const [low, high] = over({}).interval!;
    expect([low, high]).toEqual([
      expect.closeTo(9.203109465956707, 9),
      expect.closeTo(15.019112756265518, 9),
    ]);
    expect(over({}).codes).toEqual(["few-runs"]);
    expect(over({}).caption).toContain("Student's t of the runs' means");
    const many = (runs: number) =>
      sample(Array.from({ length: runs }, (_, i) => [...three.runs[i % 3]!].map((value) => value + i / 10)));
    expect(over({}, many(11))).toMatchObject({
      interval: hierarchicalBootstrap(many(11), { resamples: 199 }).interval,
      codes: [],
    });
    expect(over({}, many(11)).caption).toContain("bootstrap of runs, then of values in them (199 resamples)");
    expect(over({}, many(10)).caption).toContain("Student's t of the runs' means");
    // SciPy: t.interval(0.95, 8, mean(all), sem(all)).
    expect(over({ over: "values" })).toMatchObject({
      interval: [expect.closeTo(10.994262334584237, 9), expect.closeTo(13.227959887637985, 9)],
      codes: ["pooled-runs"],
    });
    const two = sample([
      [10, 11, 12, 10, 14],
      [11, 12, 13, 17, 12],
    ]);
    expect(over({}, two)).toMatchObject({ interval: null, codes: ["two-runs"] });
    const both = [
      createSample({ ...three, labels: { v: "a" } }),
      createSample({ ...two, labels: { v: "b" } }),
    ];
    expect(stripPlot(both, fast).model.caption).toContain("; none for v b;");
    const long = sample([1, 2].map((run) => Array.from({ length: 30_000 }, (_, i) => run + (i % 7))));
    for (const pair of [two, long]) {
      const { interval, codes } = over({ over: "runs" }, pair);
      expect(interval).toBeNull();
      expect(codes).toContain("two-runs");
      expect(codes).not.toContain("few-runs");
    }
  });

  it("has no bar in the key where no strip has an interval", async () => {
    const marks = (values: readonly number[]) => stripPlot(values, fast).model.key.map(({ mark }) => mark);
    expect(marks([5])).toContain("center alone");
    expect(marks([5, 6, 7])).toContain("center");
    const bar = /<path[^>]*v16m-5 0h10/;
    expect(await stripPlot([5], fast).toSvg()).not.toMatch(bar);
    expect(await stripPlot([5, 6, 7], fast).toSvg()).toMatch(bar);
  });

  it("draws the median with its interval instead of the mean", () => {
    const values = [12, 15, 11, 13, 19, 12, 14];
    const { panels, key } = stripPlot(values, { ...fast, statistic: "median" }).model;
    const { interval } = medianInterval(values);
    expect(marksOf(panels[0]!, "center")[0]).toMatchObject({ statistic: "median", value: 13, interval });
    expect(key.map(({ text }) => text)).toContain("median with 95 % interval");
  });

  it("computes intervals of very many values directly, of means and medians, of one run and of several", () => {
    const many = normalValues(stream(3, "strip-plot"), 42_000, 100, 3);
    const runs = [0, 1, 2].map((run) => many.slice(14_000 * run, 14_000 * (run + 1)));
    const intervalOf = (input: Parameters<typeof stripPlot>[0], statistic: "mean" | "median") =>
      stripsOf(stripPlot(input, { statistic }).model.panels[0]!)[0]!.interval!;
    expect(intervalOf(many, "median")).toEqual(medianInterval(many).interval);
    for (const statistic of ["mean", "median"] as const) {
      const [low, high] = intervalOf(createSample({ benchmark: "b", runs }), statistic);
      const centers = runs.map((run) => describeValues(run)[statistic]);
      const { mean, sd } = describeValues(centers);
      expect(low).toBeCloseTo(mean - (4.302653 * sd!) / Math.sqrt(3), 4);
      expect(high).toBeCloseTo(mean + (4.302653 * sd!) / Math.sqrt(3), 4);
    }
  });

  it("an interval far wider than the values ends outside the axis", () => {
    const runs = [
      [10, 10.3, 10.1, 9.8],
      [10.5, 10.1, 10.2, 10.9],
      [11.2, 11.1, 10.8, 11.5],
    ];
    const { panels, caption } = stripPlot(createSample({ benchmark: "b", runs }), { resamples: 999 }).model;
    expect(caption).toContain("; arrow where it goes on;");
    expect(stripPlot([1, 2, 3, 4, 5, 6], fast).model.caption).not.toContain("arrow");
    const [, high] = panels[0]!.y.pieces[0]!.domain;
    expect(high).toBeLessThan(11.8);
    expect(marksOf(panels[0]!, "center")[0]!.interval![1]).toBeGreaterThan(high);
  });

  it("labels severe outliers with their iteration, those of one episode together", () => {
    const { panels, key } = stripPlot(smt, fast).model;
    const labels = panels.flatMap((panel) => marksOf(panel, "label"));
    expect(labels.map(({ name, text }) => `${name} ${text}`)).toEqual(
      expect.arrayContaining([
        "smt on, task 1 #600–684",
        "smt on, task 2 #600–683",
        "smt off, task 2 #0–200",
      ]),
    );
    expect(key.at(-1)).toMatchObject({ mark: "label", text: "iteration of far values" });
    const quiet = stripPlot(smt, { ...fast, outliers: false }).model;
    expect(quiet.panels.flatMap((panel) => marksOf(panel, "label"))).toEqual([]);
    expect(quiet.key.map(({ mark }) => mark)).not.toContain("label");
  });

  it("labels name the run where there are several", () => {
    const steady = Array.from({ length: 30 }, (_, i) => 10 + (i % 5) / 10);
    const sample = createSample({ benchmark: "b", runs: [steady, [...steady, 20], steady] });
    const { panels, key } = stripPlot(sample, fast).model;
    expect(marksOf(panels[0]!, "label").map(({ text }) => text)).toEqual(["2#30"]);
    expect(key.at(-1)!.text).toBe("run#iteration of far values");
  });

  it.each(["jitter", "beeswarm", "sorted"] as const)(
    "layout %s keeps values, and dots inside their strips",
    (layout) => {
      for (const panel of stripPlot(smt, { ...fast, layout }).model.panels) {
        stripsOf(panel).forEach(({ name }, index) => {
          const dots = dotsOf(panel, name);
          expect(dots.length).toBe(1200);
          expect(Math.max(...dots.map(({ x }) => Math.abs(x - index)))).toBeLessThan(0.5);
        });
      }
    },
  );

  it("lies down: as high as its strips need, one row of panels each", () => {
    const { panels, height, options } = stripPlot(smt, { ...fast, horizontal: true }).model;
    expect(panels.map(({ row, lying }) => [row, lying])).toEqual([
      [0, true],
      [1, true],
    ]);
    expect(height).toBe(170 + 2 * 72 + 4 * 84);
    expect(options.horizontal).toBe(true);
  });

  it("the model is plain data that survives JSON", () => {
    const { model } = stripPlot({ a: [5], b: [2, 2], c: [-1, 1, 0] }, fast);
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
  });

  it("weak data give gaps and warnings, never a false certainty", () => {
    const { panels, warnings } = stripPlot({ one: [5], same: [2, 2, 2], around: [-1, 1, 0.5] }, fast).model;
    const strips = panels.flatMap(stripsOf);
    expect(strips.map(({ interval }) => interval === null)).toEqual([true, true, false]);
    expect(strips.map(({ coefficientOfVariation }) => coefficientOfVariation)).toEqual([null, 0, null]);
    expect(warnings.map(({ code }) => code)).toEqual(["too-few-values", "no-variation", "both-signs"]);
    expect(warnings[0]!.message).toContain("one");
  });

  it("says in words what it shows", () => {
    const { alt } = stripPlot({ before: [12, 13, 14], after: [9, 10, 11] }, { ...fast, unit: "ms" }).model;
    expect(alt).toMatch(/before: 3 values, mean 13 ms, median 13 ms, coefficient of variation 7\.69 %/);
  });

  it("title, subtitle and caption can be set", () => {
    const own = { title: "Faster", subtitle: "Less is better", caption: "One machine" };
    expect(stripPlot([1, 2, 3], { ...fast, ...own }).model).toMatchObject(own);
  });

  it.each<[string, StripPlotOptions, string, RegExp]>([
    ["scale", { scale: "cubic" as never }, "scale", /"linear", "log"/],
    ["layout", { layout: "grid" as never }, "layout", /"jitter", "beeswarm", "sorted"/],
    ["axes", { axes: "grid" as never }, "axes", /"auto", "shared", "panels", "broken"/],
    ["statistic", { statistic: "mode" as never }, "statistic", /"mean", "median"/],
    ["unit of repetition", { over: "days" as never }, "over", /"auto", "runs", "values"/],
    ["flag", { horizontal: "yes" as never }, "horizontal", /true or false, got "yes"/],
    ["switch of labels", { outliers: 3 as never }, "outliers", /true or false, got 3/],
    ["group of plain values", { group: "os" }, "group", /but these samples have no labels; got "os"/],
    ["ddof", { ddof: 2 as never }, "ddof", /0, 1/],
    ["theme", { theme: "sepia" as never }, "theme", /"light", "dark"/],
    ["confidence", { confidence: 95 }, "confidence", /between 0 and 1/],
    ["seed", { seed: Number.NaN }, "seed", /NaN/],
    ["fraction as seed", { seed: 0.1 }, "seed", /whole number.*got 0\.1/],
    ["resamples", { resamples: 0 }, "resamples", /1 to 100000000/],
    ["width", { width: 100 }, "width", /240 to/],
    ["height", { height: 20_000 }, "height", /240 to/],
  ])("refuses a wrong %s", (_, options, argument, problem) => {
    expectInputError(() => stripPlot([1, 2, 3], options), "stripPlot", argument, problem);
  });

  it("refuses zero and less on a logarithmic scale", () => {
    const problem = /values above 0 to be "log", got 0 in "a"; use "linear"/;
    expectInputError(
      () => stripPlot({ a: [1, 0] }, { ...fast, scale: "log" }),
      "stripPlot",
      "scale",
      problem,
    );
  });

  it("leaves its input unchanged", () => {
    expectUnchanged([3, 1, 2, 5], (values) => stripPlot(values, fast).model);
  });
});
