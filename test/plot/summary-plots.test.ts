import { describe, expect, it } from "vitest";
import { createSample } from "../../src/core/sample.js";
import { barPlot } from "../../src/plot/bar-plot.js";
import { boxPlot } from "../../src/plot/box-plot.js";
import type { AreaMark, DotsMark, EstimateMark, LineMark } from "../../src/plot/figure-model.js";
import { stream } from "../../src/random/stream.js";
import { describe as describeValues } from "../../src/stats/describe.js";
import { expectInputError } from "../support/expect-input-error.js";
import { normalValues } from "../support/normal-values.js";
import { expectUnchanged } from "../support/unchanged.js";
import { comparableSvg, expectGolden } from "./golden.js";

const rng = stream(1, "summary-plots");
const one = normalValues(rng, 60, 100, 3);
const two = [...normalValues(rng, 30, 95, 1), ...normalValues(rng, 30, 106, 1)];

function marksOf<Kind>(figure: ReturnType<typeof boxPlot>, kind: string): Kind[] {
  return figure.model.panels[0]!.marks.filter((mark) => mark.kind === kind) as Kind[];
}

describe.each([
  ["boxPlot", boxPlot],
  ["barPlot", barPlot],
] as const)("%s(samples, options)", (name, plot) => {
  it("carries its warning, and says on the figure what it hides of these samples", () => {
    const { warnings, subtitle } = plot({ one, two }).model;
    expect(warnings.map(({ code }) => code)).toEqual(["summaries-only"]);
    expect(warnings[0]!.message).toContain(
      "A strip plot or a frequency trail of the same values shows what is there.",
    );
    expect(subtitle).toMatch(/^Not shown: .*two \(2 modes or more/);
    const own = plot({ one, two }, { subtitle: "Mine" }).model;
    expect(own.subtitle).toBe("Mine");
    expect(own.warnings).toHaveLength(1);
  });

  it("says what it could hide where it hides nothing in particular", () => {
    expect(plot([1, 2, 3]).model.subtitle).toMatch(/^A b(ox|ar) is /);
  });

  it("puts the first sample uppermost, in rows with names and sizes", () => {
    const { y, aside } = plot({ one, two }).model.panels[0]!;
    expect(y).toMatchObject({
      named: true,
      ticks: [
        { value: 1, label: "one" },
        { value: 0, label: "two" },
      ],
    });
    expect(aside!.map(({ label }) => label)).toEqual(["n = 60", "n = 60"]);
  });

  it("draws one value, equal values and 10^-9 beside 10^12 in every renderer", async () => {
    for (const input of [[5], [2, 2, 2], { tiny: [1e-9, 2e-9], huge: [1e12, 1.1e12] }]) {
      const figure = plot(input, { title: "t" });
      expect(await figure.toSvg()).not.toMatch(/NaN|undefined|Infinity/);
      expect(JSON.stringify(figure.toPlotly())).not.toMatch(/NaN|null,null,null/);
      expect(figure.toText()).toContain("n = ");
      expect(JSON.parse(JSON.stringify(figure.model))).toEqual(figure.model);
    }
  });

  it("looks as it did", async () => {
    const figure = plot({ one, two }, { unit: "ms", width: 640 });
    expectGolden(`${name}.svg`, comparableSvg(await figure.toSvg()));
    expectGolden(`${name}.txt`, figure.toText());
  });

  it("refuses what no plot takes, and leaves its input as it is", () => {
    expectInputError(() => plot([]), name, "samples", /needs at least one value/);
    expectInputError(() => plot([1, Number.NaN]), name, "samples[1]", /finite/);
    expectInputError(() => plot([1], { theme: "sepia" as never }), name, "theme", /"light", "dark"/);
    expectUnchanged(one, (values) => plot(values).model);
  });
});

describe("boxPlot", () => {
  it("draws quartiles, median, whiskers and the values beyond, with run and iteration", () => {
    const sample = createSample({
      benchmark: "b",
      runs: [
        [1, 2, 3, 4],
        [5, 20],
      ],
    });
    const figure = boxPlot(sample);
    const [box] = marksOf<AreaMark>(figure, "area");
    expect(box!.x).toEqual([2.25, 4.75]);
    const [outline, median] = marksOf<LineMark>(figure, "line");
    expect([outline!.x[0], outline!.x[5]]).toEqual([1, 5]);
    expect(median!.x).toEqual([3.5, 3.5]);
    expect(marksOf<DotsMark>(figure, "dots")).toMatchObject([
      { x: [20], run: [2], iteration: [1], hollow: true },
    ]);
  });
});

describe("barPlot", () => {
  it("bars begin at 0 and end at the mean; error bars are one standard deviation or Student's interval", () => {
    const { mean, sd, standardError } = describeValues(one);
    const [bar] = marksOf<AreaMark>(barPlot(one), "area");
    expect(bar!.x).toEqual([0, mean]);
    expect(marksOf<EstimateMark>(barPlot(one), "estimate")[0]!.interval).toEqual([mean - sd!, mean + sd!]);
    const [low] = marksOf<EstimateMark>(barPlot(one, { errors: "interval" }), "estimate")[0]!.interval!;
    expect(low).toBeCloseTo(mean - 2.000995 * standardError!, 5);
    expect(barPlot([-3, -5]).model.panels[0]!.x).toMatchObject({
      pieces: [{ domain: [expect.any(Number), expect.any(Number)] }],
    });
  });

  it("refuses other error bars", () => {
    expectInputError(
      () => barPlot([1, 2], { errors: "se" as never }),
      "barPlot",
      "errors",
      /"sd", "interval"/,
    );
  });
});
