import { describe, expect, it } from "vitest";
import { createSample } from "../../src/core/sample.js";
import type { Figure } from "../../src/plot/figure.js";
import type { NumberAxis } from "../../src/plot/figure-model.js";
import { histogramPlot } from "../../src/plot/histogram-plot.js";
import { lagPlot } from "../../src/plot/lag-plot.js";
import { type SmallMultiplesOptions, smallMultiples } from "../../src/plot/small-multiples.js";
import { stripPlot } from "../../src/plot/strip-plot.js";
import { varianceComponentsPlot } from "../../src/plot/variance-components-plot.js";
import { expectInputError } from "../support/expect-input-error.js";
import { comparableSvg, expectGolden } from "./golden.js";

const near = Array.from({ length: 40 }, (_, i) => 10 + Math.sin(i));
const next = near.map((x) => x + 1);
const far = near.map((x) => x + 500);
const domainsOf = (figure: Figure) =>
  figure.model.panels.map(({ x }) => (x as NumberAxis).pieces[0]!.domain.map(Math.round));

describe("smallMultiples(figures, options)", () => {
  it("the caption says whose sizes are whose, each once", () => {
    const of = (n: number) =>
      histogramPlot(
        Array.from({ length: n }, (_, i) => (i * 7) % 31),
        { bins: 5 },
      );
    const { caption } = smallMultiples({ A: of(100), B: of(200), C: of(100) }).model;
    expect(caption).toMatch(/^A, C: n = 100 values/);
    expect(caption).toContain("B: n = 200 values");
    expect(caption.match(/5 bins/g)).toHaveLength(1);
  });

  it("puts figures side by side, each under its name, with one title, key and caption", () => {
    const figure = smallMultiples({ near: lagPlot(near), next: lagPlot(next) }, { title: "Two" });
    const { panels, title, caption, key } = figure.model;
    expect(panels.map(({ row, note }) => [row, note.split(",")[0]])).toEqual([
      [0, "near"],
      [0, "next"],
    ]);
    expect(title).toBe("Two");
    expect(caption).toBe(
      "n = 40 values in 1 run. r: autocorrelation at lag 1. Dashed: where both values are equal.",
    );
    expect(key).toEqual([]);
    expect(figure.model.alt).toContain("next: Value: r =");
  });

  it("gives axes of one quantity one scale, unless figures would become flat", () => {
    const figures = (other: readonly number[]) => [lagPlot(near), lagPlot(other)];
    expect(new Set(domainsOf(smallMultiples(figures(next))).map(String)).size).toBe(1);
    expect(new Set(domainsOf(smallMultiples(figures(far))).map(String)).size).toBe(2);
    expect(new Set(domainsOf(smallMultiples(figures(far), { axes: "shared" })).map(String)).size).toBe(1);
    expect(new Set(domainsOf(smallMultiples(figures(next), { axes: "own" })).map(String)).size).toBe(2);
  });

  it("wraps into rows, as many in each as asked", () => {
    const figures = Array.from({ length: 5 }, () => histogramPlot(near));
    const rows = (options: SmallMultiplesOptions) =>
      smallMultiples(figures, options).model.panels.map(({ row }) => row);
    expect(rows({})).toEqual([0, 0, 0, 1, 1]);
    expect(rows({ columns: 2 })).toEqual([0, 0, 1, 1, 2]);
  });

  it("puts figures of several panels below one another", () => {
    const runs = createSample({ benchmark: "b", runs: [near, next] });
    const { panels } = smallMultiples([varianceComponentsPlot(runs), lagPlot(near)]).model;
    expect(panels.map(({ row }) => row)).toEqual([0, 0, 1]);
    const call = () => smallMultiples([varianceComponentsPlot(runs)], { columns: 2 });
    expectInputError(call, "smallMultiples", "columns", /1 for figures of several panels/);
  });

  it("takes strips too", () => {
    const strips = [stripPlot({ a: near }, { resamples: 99 }), stripPlot({ b: next }, { resamples: 99 })];
    expect(smallMultiples(strips).model.panels).toHaveLength(2);
  });

  it("looks as it did, drawn and in a terminal", async () => {
    const figure = smallMultiples({ near: histogramPlot(near), next: lagPlot(next) });
    expectGolden("multiples.svg", comparableSvg(await figure.toSvg()));
    expectGolden("multiples.txt", figure.toText());
  });

  it("refuses what is no figure", () => {
    const unit = { unit: "ms" } as SmallMultiplesOptions;
    expectInputError(() => smallMultiples([lagPlot(near)], unit), "smallMultiples", "options", /"unit"/);
    expectInputError(() => smallMultiples([]), "smallMultiples", "figures", /one figure or more/);
    expectInputError(() => smallMultiples([5 as never]), "smallMultiples", "figures[0]", /a figure, such as/);
    expectInputError(() => smallMultiples({ a: {} as never }), "smallMultiples", 'figures "a"', /a figure/);
    expectInputError(() => smallMultiples(5 as never), "smallMultiples", "figures", /list of figures/);
    const axes = { axes: "same" as never };
    expectInputError(() => smallMultiples([lagPlot(near)], axes), "smallMultiples", "axes", /"auto"/);
  });
});
