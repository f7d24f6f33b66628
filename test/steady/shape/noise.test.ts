import { describe, expect, it } from "vitest";
import { stream } from "../../../src/random/stream.js";
import { noiseOf, robustStep } from "../../../src/steady/shape/noise.js";
import { simulatedRun } from "../../support/simulated-run.js";

function averageOf(level: (i: number) => number, correlation: number, n = 400, rounds = 60) {
  let [correlations, variances] = [0, 0];
  for (let round = 0; round < rounds; round++) {
    const values = simulatedRun(stream(round, "noise"), n, level, correlation);
    const noise = noiseOf(Float64Array.from(values));
    correlations += noise.correlation / rounds;
    variances += noise.longRunVariance / rounds;
  }
  return { correlation: correlations, longRunVariance: variances };
}

describe("noiseOf(values)", () => {
  it.each([0, 0.3, 0.5, 0.7])("of an autoregression of %d", (correlation) => {
    const found = averageOf(() => 0, correlation);
    // Negative estimates count as none, so there is a little where there is none.
    expect(Math.abs(found.correlation - correlation)).toBeLessThan(0.08);
    const truth = (1 + correlation) / (1 - correlation);
    expect(found.longRunVariance / truth).toBeGreaterThan(0.75);
    expect(found.longRunVariance / truth).toBeLessThan(1.35);
  });

  it("changes of level hardly touch it", () => {
    const steps = averageOf((i) => (i < 80 ? 30 : i < 200 ? 4 : 0), 0);
    expect(steps.correlation).toBeLessThan(0.12);
    expect(steps.longRunVariance).toBeLessThan(1.5);
  });

  it("nor does a warm-up", () => {
    const decay = averageOf((i) => 40 * Math.exp(-i / 40), 0);
    expect(decay.correlation).toBeLessThan(0.12);
    expect(decay.longRunVariance).toBeLessThan(1.5);
  });

  it("is that of the second half if the first is much noisier", () => {
    const values = simulatedRun(stream(1, "noise"), 400, () => 0).map((value, i) =>
      i < 150 ? 10 * value : value,
    );
    expect(noiseOf(Float64Array.from(values)).longRunVariance).toBeLessThan(2);
  });

  it("is zero only without any difference, and scales with the square of the unit", () => {
    expect(noiseOf(new Float64Array(40).fill(3)).longRunVariance).toBe(0);
    expect(
      noiseOf(Float64Array.from({ length: 40 }, (_, i) => (i < 9 ? 2 : 1))).longRunVariance,
    ).toBeGreaterThan(0);
    const values = Float64Array.from(simulatedRun(stream(2, "noise"), 100, () => 0));
    const { longRunVariance } = noiseOf(values);
    expect(noiseOf(values.map((value) => 8 * value)).longRunVariance).toBeCloseTo(64 * longRunVariance, 8);
  });
});

describe("robustStep(values)", () => {
  it("is the standard deviation of differences, of which a few count little", () => {
    const values = Float64Array.from(simulatedRun(stream(3, "noise"), 2000, () => 0));
    expect(robustStep(values)).toBeCloseTo(Math.SQRT2, 0);
    values[1000] = 1e6;
    expect(robustStep(values)).toBeCloseTo(Math.SQRT2, 0);
  });
});
