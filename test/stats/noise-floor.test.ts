import { describe, expect, it } from "vitest";
import { createSample } from "../../src/core/sample.js";
import { stream } from "../../src/random/stream.js";
import { type NoiseFloorOptions, noiseFloor } from "../../src/stats/noise-floor.js";
import { assertClose } from "../support/assert-close.js";
import { expectInputError } from "../support/expect-input-error.js";
import { normalValues } from "../support/normal-values.js";
import { expectUnchanged } from "../support/unchanged.js";

describe("noiseFloor", () => {
  it("noiseFloor(results) reports everything that it was asked and found", () => {
    const results = [100, 102, 98, 101, 99, 100];
    // R 4.2.2: qt(0.975, 5); the results have a variance of 2.
    const t = 2.570581835636314;
    assertClose(noiseFloor(results), {
      method: "noise-floor",
      floor: t * Math.sqrt(2) * Math.sqrt(2),
      relativeFloor: Math.expm1(t * Math.SQRT2 * sd(results.map(Math.log))),
      largestObserved: 102 / 98 - 1,
      sd: Math.SQRT2,
      mean: 100,
      confidence: 0.95,
      comparedRuns: 1,
      statistic: "mean",
      runs: 6,
      unit: null,
      warnings: [],
    });
    assertClose(noiseFloor(results, { comparedRuns: 4 }).floor, t);
  });

  it.each([2, 3, 10])("noiseFloor(%d runs) bounds further changes as often as it says", (count) => {
    const rng = stream(count, "further");
    const rounds = 3000;
    for (const comparedRuns of [1, 3]) {
      let below = 0;
      let belowRelative = 0;
      for (let round = 0; round < rounds; round++) {
        const draw = (n: number) => normalValues(rng, n, 100, 1);
        const { floor, relativeFloor } = noiseFloor(draw(count), { comparedRuns, confidence: 0.9 });
        const [baseline, candidate] = [average(draw(comparedRuns)), average(draw(comparedRuns))];
        if (Math.abs(candidate - baseline) <= floor!) below++;
        if (Math.abs(candidate / baseline - 1) <= relativeFloor!) belowRelative++;
      }
      const error = 4 * Math.sqrt((0.9 * 0.1) / rounds);
      expect(Math.abs(below / rounds - 0.9)).toBeLessThan(error);
      expect(belowRelative / rounds).toBeGreaterThan(0.9 - error);
      expect(belowRelative / rounds).toBeLessThan(0.92 + error);
    }
  });

  it("noiseFloor(sample) sums up each run by its mean or median", () => {
    const runs = [
      [100, 102, 140],
      [101, 99, 100, 100],
      [98, 99, 97],
    ];
    const sample = createSample({ benchmark: "b", unit: "ms", runs });
    const byMedian = noiseFloor(sample, { statistic: "median" });
    assertClose({ ...byMedian, unit: null, statistic: "mean" }, noiseFloor([102, 100, 98]));
    expect(byMedian.unit).toBe("ms");
    assertClose(noiseFloor(runs), noiseFloor([114, 100, 98]));
    expect(noiseFloor([sample, sample]).runs).toBe(6);
  });

  it("noiseFloor(c · results) scales the floor, not the relative one", () => {
    const results = [5, 6, 7, 5.5, 6.5, 6];
    for (const factor of [1e-9, 1e12]) {
      const scaled = noiseFloor(results.map((value) => factor * value));
      assertClose(
        [scaled.floor, scaled.relativeFloor],
        [factor * noiseFloor(results).floor!, noiseFloor(results).relativeFloor],
        // Logarithms of large and small numbers keep fewer digits of their differences.
        { rel: 1e-10 },
      );
    }
  });

  it("noiseFloor(few runs) says how much they cost, and one run tells nothing", () => {
    expect(noiseFloor([1, 2, 3]).warnings).toMatchObject([
      { code: "few-runs", message: /Only 3 runs.*2\.2 times/ },
    ]);
    for (const one of [[5], [[5, 6, 7]]]) {
      const single = noiseFloor(one);
      expect(single).toMatchObject({
        floor: null,
        relativeFloor: null,
        largestObserved: null,
        sd: null,
        runs: 1,
      });
      expect(single.warnings).toMatchObject([{ code: "few-runs", message: /at least six/ }]);
      expect(JSON.parse(JSON.stringify(single))).toEqual(single);
    }
  });

  it("noiseFloor(constant) claims nothing; noiseFloor(around zero) has no relative floor", () => {
    const constant = noiseFloor([0.1, 0.1, 0.1, 0.1]);
    expect(constant).toMatchObject({ floor: null, relativeFloor: null, largestObserved: null });
    expect(constant.warnings).toMatchObject([{ code: "no-variation" }]);
    const around = noiseFloor([-1, 0, 1, 2, -2, 0.5]);
    expect(around).toMatchObject({ relativeFloor: null, largestObserved: null });
    expect(around.floor).toBeGreaterThan(0);
  });

  it("noiseFloor(results) leaves them as they are", () => {
    expectUnchanged([3, 1, 2, 7], (values) => noiseFloor(values));
    expectUnchanged([3, 1, 2, 7], (values) => noiseFloor([values, values, [4]], { statistic: "median" }));
  });

  it("noiseFloor(bad) says what is wrong", () => {
    const call = (options: object) => () => noiseFloor([1, 2], options as NoiseFloorOptions);
    expectInputError(() => noiseFloor([]), "noiseFloor", "runs", /got none/);
    expectInputError(() => noiseFloor([1, Number.NaN]), "noiseFloor", "runs[1]", /NaN/);
    expectInputError(() => noiseFloor([[1], []]), "noiseFloor", "runs[1]", /got 0/);
    expectInputError(call({ confidence: 0 }), "noiseFloor", "confidence", /got 0/);
    expectInputError(call({ comparedRuns: 0 }), "noiseFloor", "comparedRuns", /1 or more, got 0/);
    expectInputError(call({ statistic: "min" }), "noiseFloor", "statistic", /"median"/);
  });
});

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function sd(values: readonly number[]): number {
  const center = average(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - center) ** 2, 0) / (values.length - 1));
}
