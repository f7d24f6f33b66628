import { describe, expect, it } from "vitest";
import { sortedQuantile } from "../../../src/core/sorted-quantile.js";
import { stream } from "../../../src/random/stream.js";
import { normalQuantile } from "../../../src/stats/distributions.js";
import { normalQuantileEnvelope } from "../../../src/stats/normality/quantile-envelope.js";
import { normalValues } from "../../support/normal-values.js";

/** Moved and scaled so that the quartiles are those of the standard normal distribution. */
function standardized(values: readonly number[]): Float64Array {
  const sorted = Float64Array.from(values).sort();
  const [lower, upper] = [sortedQuantile(sorted, 0.25), sortedQuantile(sorted, 0.75)];
  const scale = (normalQuantile(0.75) - normalQuantile(0.25)) / (upper - lower);
  return sorted.map((value) => normalQuantile(0.25) + scale * (value - lower));
}

describe("normalQuantileEnvelope(n, ranks, confidence, seed)", () => {
  it.each([6, 21, 60])("holds normal samples of %i values as a whole, as often as asked for", (n) => {
    const ranks = Array.from({ length: n }, (_, i) => i + 1);
    const rng = stream(2, "quantile-envelope-test");
    const { low, high } = normalQuantileEnvelope(n, ranks, 0.9, 1);
    const trials = 1500;
    let inside = 0;
    for (let trial = 0; trial < trials; trial++) {
      const values = standardized(normalValues(rng, n, 50, 3));
      if (values.every((value, i) => value >= low[i]! - 1e-9 && value <= high[i]! + 1e-9)) inside++;
    }
    // Five standard errors of the trials, and as much again for the simulation of the envelope.
    expect(Math.abs(inside / trials - 0.9)).toBeLessThan(0.06);
  });

  it("is wider for more confidence, and the same for the same seed", () => {
    const widths = [0.5, 0.95, 0.99].map((confidence) => {
      const { low, high } = normalQuantileEnvelope(100, [1, 30, 100], confidence, 1);
      return high[2]! - low[2]!;
    });
    expect(widths).toEqual(widths.toSorted((a, b) => a - b));
    expect(normalQuantileEnvelope(50, [1, 50], 0.95, 3)).toEqual(
      normalQuantileEnvelope(50, [1, 50], 0.95, 3),
    );
  });

  it("needs only the ranks that it is asked for, of however many values", () => {
    const { low, high } = normalQuantileEnvelope(1_000_000, [1, 500_000, 1_000_000], 0.95, 1);
    expect(high[1]! - low[1]!).toBeLessThan(0.01);
    expect(low[0]!).toBeLessThan(-4.3);
    expect(high[2]!).toBeGreaterThan(4.3);
  });
});
