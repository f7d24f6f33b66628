import { describe, expect, it } from "vitest";
import { type QuantileType, quantilePosition, sortedQuantile } from "../../src/core/sorted-quantile.js";

const types: readonly QuantileType[] = [1, 2, 3, 4, 5, 6, 7, 8, 9];

describe("sortedQuantile", () => {
  it("sortedQuantile(sorted, p) interpolates by type 7", () => {
    const sorted = Float64Array.of(1, 2, 4, 8, 16);
    expect([0, 0.25, 0.375, 1].map((p) => sortedQuantile(sorted, p))).toEqual([1, 2, 3, 16]);
  });

  it("quantilePosition(n, p, type) points at existing values", () => {
    for (const type of types) {
      for (let n = 1; n < 30; n++) {
        for (let step = 0; step <= 60; step++) {
          const { lower, weight } = quantilePosition(n, step / 60, type);
          expect(Number.isInteger(lower) && lower >= 0 && weight >= 0 && weight < 1).toBe(true);
          expect(lower + (weight > 0 ? 1 : 0)).toBeLessThan(n);
        }
      }
    }
  });
});
