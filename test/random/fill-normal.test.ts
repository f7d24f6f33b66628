import { describe, expect, it } from "vitest";
import { fillNormal } from "../../src/random/fill-normal.js";
import { stream } from "../../src/random/stream.js";

describe("fillNormal", () => {
  it("fillNormal(rng, target) has the moments of the standard normal distribution", () => {
    const values = new Float64Array(200_001);
    fillNormal(stream(1, "normal"), values);
    const moment = (power: number) => values.reduce((sum, value) => sum + value ** power, 0) / values.length;
    // Four standard errors: the variances of z, z², z³, z⁴ are 1, 2, 15, 96.
    for (const [power, expected, variance] of [
      [1, 0, 1],
      [2, 1, 2],
      [3, 0, 15],
      [4, 3, 96],
    ] as const) {
      expect(Math.abs(moment(power) - expected)).toBeLessThan(4 * Math.sqrt(variance / values.length));
    }
    const neighbours =
      values.reduce((sum, value, i) => sum + value * (values[i + 1] ?? 0), 0) / values.length;
    expect(Math.abs(neighbours)).toBeLessThan(4 / Math.sqrt(values.length));
    expect(values[200_000]).not.toBe(0);
  });

  it("fillNormal(rng, target) repeats itself for the same seed", () => {
    const fill = (length: number) => {
      const values = new Float64Array(length);
      fillNormal(stream(7, "normal"), values);
      return [...values];
    };
    expect(fill(6).slice(0, 5)).toEqual(fill(5));
    expect(fill(0)).toEqual([]);
  });
});
