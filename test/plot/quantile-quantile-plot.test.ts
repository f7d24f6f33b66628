import { describe, expect, it } from "vitest";
import { createSample } from "../../src/core/sample.js";
import {
  type QuantileQuantilePlotOptions,
  quantileQuantilePlot,
} from "../../src/plot/quantile-quantile-plot.js";
import { stream } from "../../src/random/stream.js";
import { normalQuantile } from "../../src/stats/distributions.js";
import { expectInputError } from "../support/expect-input-error.js";
import { marksOf } from "../support/marks-of.js";
import { normalValues } from "../support/normal-values.js";
import { expectUnchanged } from "../support/unchanged.js";
import { comparableSvg, expectGolden } from "./golden.js";

const rng = stream(1, "quantile-quantile");
const normal = normalValues(rng, 100, 50, 4);
const skewed = normal.map((x) => Math.exp(x / 4));

describe("quantileQuantilePlot(samples, options)", () => {
  it("draws ordered values over normal quantiles, the line through the quartiles, and the envelope", () => {
    const figure = quantileQuantilePlot(normal);
    const [dots] = marksOf(figure, "dots");
    expect(dots!.y).toEqual(normal.toSorted((a, b) => a - b));
    expect(dots!.x[0]).toBeCloseTo(normalQuantile(0.005), 12);
    const [line] = marksOf(figure, "line");
    const slope = (line!.y[1]! - line!.y[0]!) / (line!.x[1]! - line!.x[0]!);
    expect(slope).toBeGreaterThan(3);
    expect(slope).toBeLessThan(5);
    const [band] = marksOf(figure, "area");
    for (const [i, low] of band!.low.entries()) expect(low).toBeLessThanOrEqual(band!.high[i]!);
    expect(figure.model.title).toBe("Value: may be normal");
  });

  it("tells what is not normal", () => {
    const { title, alt } = quantileQuantilePlot({ normal, skewed }).model;
    expect(title).toBe("Value: 1 of 2 not normal");
    expect(alt).toMatch(
      /normal: 0 of 100 points outside the envelope\. skewed: [1-9]\d* of 100 points outside/,
    );
  });

  it("of many values keeps the outermost ones, and thins the others", () => {
    const many = normalValues(rng, 20_000, 0, 1);
    const [dots] = marksOf(quantileQuantilePlot(many), "dots");
    const sorted = many.toSorted((a, b) => a - b);
    expect(dots!.y.length).toBeLessThanOrEqual(240);
    expect(dots!.y.slice(0, 60)).toEqual(sorted.slice(0, 60));
    expect(dots!.y.slice(-60)).toEqual(sorted.slice(-60));
    const gaps = dots!.x.slice(1).map((x, i) => x - dots!.x[i]!);
    expect(Math.max(...gaps.slice(60, -60))).toBeLessThan(0.05);
  });

  it("compares with another sample, along the line of equality", () => {
    const same = quantileQuantilePlot(normal, { against: normal });
    const [dots] = marksOf(same, "dots");
    expect(dots!.x).toEqual(dots!.y);
    expect(same.model.title).toBe("Value: may have the distribution of the other sample");
    const moved = quantileQuantilePlot(normal, { against: normal.map((x) => x + 5) });
    expect(moved.model.title).toBe("Value: not distributed as the other sample");
  });

  it("brings both to the unit shown", () => {
    const sample = (values: readonly number[]) =>
      createSample({ benchmark: "b", unit: "ns", runs: [values.map((x) => x * 1e6)] });
    const figure = quantileQuantilePlot(sample(normal), { against: sample(normal) });
    expect(figure.model.panels[0]!.x).toMatchObject({ label: "other sample, time (ms)" });
    expect(marksOf(figure, "dots")[0]!.x[50]).toBeLessThan(100);
  });

  it("draws few or equal values without an envelope, and says why", async () => {
    for (const values of [[5], [1, 2, 3], [5, 5, 5, 5, 5, 5]]) {
      const odd = quantileQuantilePlot(values);
      expect(odd.model.warnings).toMatchObject([{ code: "no-envelope" }]);
      expect(JSON.parse(JSON.stringify(odd.model))).toEqual(odd.model);
      expect(`${await odd.toSvg()}${odd.toText()}`).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  it("is the same for the same seed, and looks as it did", async () => {
    const draw = () => quantileQuantilePlot({ normal, skewed }, { unit: "ms" });
    expect(await draw().toSvg()).toBe(await draw().toSvg());
    expectGolden("quantiles.svg", comparableSvg(await draw().toSvg()));
    expectGolden("quantiles.txt", draw().toText());
  });

  it.each<[string, QuantileQuantilePlotOptions, string, RegExp]>([
    ["confidence", { confidence: 2 }, "confidence", /between 0 and 1/],
    ["other sample", { against: [1] }, "against", /2 values, got 1/],
    ["other value", { against: [1, Number.NaN] }, "against[1]", /NaN/],
    [
      "unit",
      { against: createSample({ benchmark: "b", unit: "ms", runs: [[1, 2]] }) },
      "against",
      /one unit on both sides/,
    ],
  ])("refuses a wrong %s", (_, options, argument, problem) => {
    expectInputError(() => quantileQuantilePlot(normal, options), "quantileQuantilePlot", argument, problem);
  });

  it("leaves its input unchanged", () => {
    expectUnchanged([3, 1, 2, 5, 9], (values) => quantileQuantilePlot(values).model);
  });
});

it("the whole envelope is inside the axis", () => {
  const { panels } = quantileQuantilePlot([10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 40]).model;
  const [band] = panels[0]!.marks.flatMap((mark) => (mark.kind === "area" ? [mark] : []));
  const [low, high] = panels[0]!.y.pieces[0]!.domain;
  expect(Math.min(...band!.low)).toBeGreaterThan(low);
  expect(Math.max(...band!.high)).toBeLessThan(high);
});
