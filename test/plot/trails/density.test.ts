import { describe, expect, it } from "vitest";
import { bandwidthOf, type Density, density, densityPlaces } from "../../../src/plot/trails/density.js";
import { stream } from "../../../src/random/stream.js";
import { normalValues } from "../../support/normal-values.js";

const rng = stream(1, "density");
/** With the bandwidth that the values ask for. */
const of = (values: Float64Array, low: number, high: number): Density =>
  density(values, bandwidthOf(values), [low, high]);
const sorted = (values: readonly number[]) => Float64Array.from(values).sort();

describe("density(sorted, bandwidth, range)", () => {
  it("is close to the true one of a normal sample", () => {
    const { heights, bandwidth } = of(sorted(normalValues(rng, 5_000, 0, 1)), -6, 6);
    const at = (i: number): number => -6 + (12 * i) / (densityPlaces - 1);
    heights.forEach((height, i) => {
      expect(Math.abs(height - Math.exp(-0.5 * at(i) ** 2))).toBeLessThan(0.08);
    });
    expect(bandwidth).toBeGreaterThan(0.08);
    expect(bandwidth).toBeLessThan(0.3);
  });

  it("keeps apart humps that a rule for one would smooth into one", () => {
    const values = [...normalValues(rng, 500, 0, 1), ...normalValues(rng, 500, 20, 1)];
    const { bandwidth, heights } = of(sorted(values), -5, 25);
    expect(bandwidth).toBeLessThan(0.6);
    expect(Math.max(...heights)).toBe(1);
    expect(heights[densityPlaces >> 1]!).toBeLessThan(0.001);
  });

  it("scales with the values", () => {
    const values = sorted(normalValues(rng, 400, 10, 1));
    const plain = of(values, 5, 15);
    const scaled = of(
      values.map((value) => 1000 * value),
      5000,
      15_000,
    );
    expect(scaled.bandwidth / plain.bandwidth).toBeCloseTo(1000, 6);
  });

  it("without a value, its own kernel is gone", () => {
    const { without } = of(sorted([...normalValues(rng, 100, 0, 1), 8]), -4, 9);
    expect(Math.abs(without(8))).toBeLessThan(1e-9);
    expect(without(0)).toBeGreaterThan(0.5);
  });

  it("of equal values is one narrow peak", () => {
    const { heights } = of(Float64Array.of(5, 5, 5), 4, 6);
    expect(heights.filter((height) => height > 0.01).length).toBeLessThan(8);
  });
});
