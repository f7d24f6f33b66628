import { describe, expect, it } from "vitest";
import { gammaVariate } from "../../src/random/gamma-variate.js";
import { stream } from "../../src/random/stream.js";

describe("gammaVariate(rng, shape)", () => {
  it.each([1, 2, 7.5, 1000])("has mean and variance of its shape: %d", (shape) => {
    const rng = stream(1, "gamma-variate", String(shape));
    const draws = Array.from({ length: 40_000 }, () => gammaVariate(rng, shape));
    const mean = draws.reduce((a, b) => a + b) / draws.length;
    const variance = draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / draws.length;
    // Five standard errors of the mean, and of the variance, whose kurtosis is 3 + 6 / shape.
    expect(Math.abs(mean - shape)).toBeLessThan(5 * Math.sqrt(shape / draws.length));
    expect(Math.abs(variance - shape)).toBeLessThan(5 * shape * Math.sqrt((2 + 6 / shape) / draws.length));
    expect(Math.min(...draws)).toBeGreaterThan(0);
  });
});
