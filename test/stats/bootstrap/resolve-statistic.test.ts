import { describe, expect, it } from "vitest";
import { evaluateStatistic, resolveStatistic } from "../../../src/stats/bootstrap/resolve-statistic.js";
import { expectInputError } from "../../support/expect-input-error.js";

const values = Float64Array.of(1, 2, 3, 10);

describe("resolveStatistic", () => {
  it("resolveStatistic(f, statistic) finds it by name, probability or function", () => {
    const evaluate = (statistic: Parameters<typeof resolveStatistic>[1]) =>
      resolveStatistic("f", statistic).evaluate(values);
    expect(evaluate("mean")).toBe(4);
    expect(evaluate("median")).toBe(2.5);
    expect(evaluate("sd")).toBeCloseTo(Math.sqrt(50 / 3), 12);
    expect(evaluate("cv")).toBeCloseTo(Math.sqrt(50 / 3) / 4, 12);
    expect(evaluate({ quantile: 1 })).toBe(10);
    expect(evaluate((own) => own.length)).toBe(4);
  });

  it("resolveStatistic(f, statistic) knows its unit and how many values it takes", () => {
    expect(resolveStatistic("f", "sd").unitOf("ms")).toBe("ms");
    expect(resolveStatistic("f", "cv").unitOf("ms")).toBe("1");
    expect(resolveStatistic("f", () => 1).unitOf("ms")).toBeNull();
    expect(resolveStatistic("f", { quantile: 0.9 }).advised).toBe(50);
    expect(resolveStatistic("f", { quantile: 0.01 }).advised).toBe(500);
  });

  it("resolveStatistic(f, bad) says what there is", () => {
    expectInputError(() => resolveStatistic("f", "mode" as never), "f", "statistic", /got "mode"/);
    expectInputError(() => resolveStatistic("f", { quantile: 2 }), "f", "statistic.quantile", /got 2/);
  });

  it("evaluateStatistic(f, argument, statistic, values) wants a finite number", () => {
    expect(evaluateStatistic("f", "values", resolveStatistic("f", "mean"), values)).toBe(4);
    const own = resolveStatistic("f", () => Number.NaN);
    expectInputError(() => evaluateStatistic("f", "values", own, values), "f", "statistic", /got NaN/);
    const cv = resolveStatistic("f", "cv");
    const zeroMean = Float64Array.of(-1, 0, 1);
    expectInputError(() => evaluateStatistic("f", "baseline", cv, zeroMean), "f", "baseline", /ask for "sd"/);
  });
});
