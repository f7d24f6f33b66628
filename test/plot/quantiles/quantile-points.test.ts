import { describe, expect, it } from "vitest";
import { sortedQuantile } from "../../../src/core/sorted-quantile.js";
import { againstNormal } from "../../../src/plot/quantiles/quantile-points.js";
import { stream } from "../../../src/random/stream.js";
import { normalQuantile } from "../../../src/stats/distributions.js";
import { normalValues } from "../../support/normal-values.js";

describe("againstNormal(sorted, confidence, seed)", () => {
  it.each([20, 50, 100, 300, 1_000, 5_000])(
    "holds all points of 95 %% of normal samples of %i values",
    (n) => {
      const rng = stream(6, "envelope-of-points");
      const draw = () => Float64Array.from(normalValues(rng, n, 50, 3)).sort();
      const { x, intercept, slope, envelope } = againstNormal(draw(), 0.95, 1);
      const places = Array.from({ length: n }, (_, i) => normalQuantile((i + 0.5) / n));
      const shown = x.map((at) => places.indexOf(at));
      const bounds = shown.map((index, k) => ({
        index,
        low: (envelope!.low[k]! - intercept) / slope - 1e-9,
        high: (envelope!.high[k]! - intercept) / slope + 1e-9,
      }));
      const trials = 1_000;
      let held = 0;
      for (let trial = 0; trial < trials; trial++) {
        const values = draw();
        const [lower, upper] = [sortedQuantile(values, 0.25), sortedQuantile(values, 0.75)];
        const scale = (normalQuantile(0.75) - normalQuantile(0.25)) / (upper - lower);
        const inside = bounds.every(({ index, low, high }) => {
          const value = (values[index]! - (lower + upper) / 2) * scale;
          return value >= low && value <= high;
        });
        if (inside) held++;
      }
      // Three standard errors of the trials, 0.021, and as many of the simulation of the envelope, 0.015, of independent errors.
      expect(Math.abs(held / trials - 0.95)).toBeLessThan(0.026);
    },
  );
});
