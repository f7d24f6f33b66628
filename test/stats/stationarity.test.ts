import { describe, expect, it } from "vitest";
import { createSample } from "../../src/core/sample.js";
import { stream } from "../../src/random/stream.js";
import { cramerVonMisesTail } from "../../src/stats/stationarity/cramer-von-mises.js";
import { type LevelCheck, stationarity, type TrendCheck } from "../../src/stats/stationarity.js";
import { assertClose } from "../support/assert-close.js";
import { expectInputError } from "../support/expect-input-error.js";
import { normalValues } from "../support/normal-values.js";
import { reference } from "../support/reference.js";
import { expectUnchanged } from "../support/unchanged.js";

interface Reference {
  readonly cases: readonly {
    readonly values: readonly number[];
    readonly level: LevelCheck;
    readonly trend: TrendCheck;
  }[];
  readonly tails: readonly { readonly x: number; readonly p: number }[];
}

const { cases, tails } = reference<Reference>("stationarity");
const rising = Array.from({ length: 40 }, (_, i) => 10 + i + Math.sin(i * i));

describe("stationarity", () => {
  it.each(cases)("stationarity(values) agrees with NumPy and SciPy, case %#", ({ values, level, trend }) => {
    const result = stationarity(values);
    // 1e-9 where deviations from a mean of 1e6 are summed up.
    assertClose(result.level, level, { rel: 1e-9 });
    assertClose(result.trend, trend, { rel: 1e-9 });
  });

  it("cramerVonMisesTail(x) agrees with mpmath", () => {
    for (const { x, p } of tails) assertClose(cramerVonMisesTail(x), p, { abs: 1e-14, rel: 1e-12 });
  });

  it("stationarity(rising) names the direction and sets the halves side by side", () => {
    const result = stationarity(rising);
    expect(result).toMatchObject({ method: "kpss-mann-kendall", alpha: 0.05, n: 40, unit: null });
    expect(result.warnings.map(({ code }) => code)).toEqual(["trend", "shifting-level"]);
    expect(result.warnings[0]!.message).toMatch(/rise/);
    expect(result.halves![1] - result.halves![0]).toBeGreaterThan(19);
    assertClose(result.relativeChange, result.halves![1] / result.halves![0] - 1);
    expect(stationarity(rising.toReversed()).warnings[0]!.message).toMatch(/fall/);
  });

  it("stationarity(time reversed) keeps the level check and turns the trend", () => {
    const there = stationarity(rising);
    const back = stationarity(rising.toReversed());
    assertClose(back.level, there.level, { rel: 1e-9 });
    assertClose([back.trend!.tau, back.trend!.p], [-there.trend!.tau, there.trend!.p], { rel: 1e-9 });
  });

  it("stationarity(c · values + d) says the same of level and trend", () => {
    const { level, trend } = stationarity(rising);
    for (const factor of [2 ** -30, 2 ** 40]) {
      const scaled = stationarity(rising.map((value) => factor * value));
      assertClose([scaled.level, scaled.trend], [level, trend], { rel: 1e-9 });
    }
  });

  it("stationarity(independent values) doubts fewer than alpha of them", () => {
    const rng = stream(1, "steady");
    for (const n of [10, 40, 200]) {
      const rounds = 400;
      const doubted = Array.from({ length: rounds }).filter(
        () => stationarity(normalValues(rng, n, 10, 1)).warnings.length > 0,
      ).length;
      expect(doubted / rounds).toBeLessThan(0.05 + 4 * Math.sqrt((0.05 * 0.95) / rounds));
    }
  });

  it("stationarity(a step halfway) doubts nearly all of them", () => {
    const rng = stream(2, "step");
    const found = Array.from({ length: 50 }).filter(() => {
      const values = [...normalValues(rng, 50, 10, 1), ...normalValues(rng, 50, 12, 1)];
      return stationarity(values).warnings.some(({ code }) => code === "shifting-level");
    }).length;
    expect(found).toBeGreaterThan(45);
  });

  it("stationarity(alternating) stays finite", () => {
    for (const n of [10, 11, 100]) {
      const { level, trend } = stationarity(Array.from({ length: n }, (_, i) => i % 2));
      expect(Object.values({ ...level, ...trend }).every(Number.isFinite)).toBe(true);
    }
  });

  it("stationarity(constant, or few) knows nothing", () => {
    expect(stationarity(new Array(20).fill(0.1))).toMatchObject({
      level: null,
      trend: null,
      relativeChange: 0,
      warnings: [{ code: "no-variation" }],
    });
    expect(stationarity([1, 2, 3])).toMatchObject({ level: null, warnings: [{ code: "too-few-values" }] });
    expect(stationarity([1])).toMatchObject({ halves: null, relativeChange: null });
    expect(stationarity([-3, -1]).relativeChange).toBeNull();
  });

  it("stationarity(sample) carries its unit", () => {
    expect(stationarity(createSample({ benchmark: "b", unit: "ms", runs: [rising] })).unit).toBe("ms");
  });

  it("stationarity(values) is plain JSON and leaves its input as it is", () => {
    expect(JSON.parse(JSON.stringify(stationarity(rising)))).toEqual(stationarity(rising));
    expectUnchanged(rising, (values) => stationarity(values));
  });

  it("stationarity(bad) says what is wrong", () => {
    expectInputError(() => stationarity([]), "stationarity", "values", /one value, got 0/);
    expectInputError(() => stationarity([1, Number.NaN]), "stationarity", "values[1]", /NaN/);
    for (const alpha of [0, 1, Number.NaN]) {
      expectInputError(() => stationarity(rising, { alpha }), "stationarity", "alpha", /between 0 and 1/);
    }
  });
});
