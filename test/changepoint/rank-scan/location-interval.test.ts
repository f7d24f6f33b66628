import { describe, expect, it } from "vitest";
import { locationInterval } from "../../../src/changepoint/rank-scan/location-interval.js";
import { stream } from "../../../src/random/stream.js";
import { normalValues } from "../../support/normal-values.js";

const rng = stream(1, "locationInterval");
const stepped = (n: number, index: number, size: number) =>
  Float64Array.from(normalValues(rng, n, 0, 1), (value, i) => value + (i < index ? 0 : size));

describe("locationInterval(values, index, rho, confidence)", () => {
  it("holds the true index of a step with about its confidence", () => {
    let held = 0;
    for (let round = 0; round < 300; round++) {
      const values = stepped(100, 60, 1.5);
      const [first, last] = locationInterval(values, bestSplit(values), 0, 0.9);
      if (first <= 60 && 60 <= last) held++;
    }
    // 90 %, up to four standard errors below, and not always.
    expect(held / 300).toBeGreaterThan(0.9 - 4 * Math.sqrt(0.09 / 300));
    expect(held / 300).toBeLessThan(0.995);
  });

  it("is one index where all is plain, and wider for smaller steps, correlated values and more confidence", () => {
    expect(locationInterval(stepped(60, 20, 50), 20, 0, 0.95)).toEqual([20, 20]);
    const values = stepped(200, 100, 1);
    const width = (rho: number, confidence: number, of = values) => {
      const [first, last] = locationInterval(of, 100, rho, confidence);
      expect(first).toBeLessThanOrEqual(100);
      expect(last).toBeGreaterThanOrEqual(100);
      return last - first;
    };
    expect(width(0, 0.99)).toBeGreaterThan(width(0, 0.8));
    expect(width(0.5, 0.9)).toBeGreaterThan(width(0, 0.9));
    expect(width(0, 0.9, stepped(200, 100, 3))).toBeLessThan(width(0, 0.9));
  });

  it("stays within the series where nothing changes, or nothing varies", () => {
    const [first, last] = locationInterval(stepped(30, 15, 0), 15, 0, 0.95);
    expect(first).toBeGreaterThanOrEqual(1);
    expect(last).toBeLessThanOrEqual(29);
    expect(
      locationInterval(Float64Array.of(...Array(20).fill(1), ...Array(20).fill(2)), 20, 0, 0.95),
    ).toEqual([20, 20]);
  });

  it("sees a plain step from calm values to restless ones", () => {
    const values = stepped(100, 50, 1000).map((value, i) => (i < 50 ? value / 100 : value * 1.5));
    const [first, last] = locationInterval(values, 50, 0.3, 0.95);
    expect(last - first).toBeLessThanOrEqual(1);
  });

  it("does not let a spike decide", () => {
    const values = stepped(100, 50, 3);
    const [first, last] = locationInterval(values.with(55, 1e6).with(40, -1e6), 50, 0, 0.95);
    expect(last - first).toBeLessThan(12);
  });
});

/** Where the sums of squares about the two means are least. */
function bestSplit(values: Readonly<Float64Array>): number {
  let best = 0;
  let gain = -1;
  let before = 0;
  const total = values.reduce((sum, value) => sum + value, 0);
  for (let k = 1; k < values.length; k++) {
    before += values[k - 1]!;
    const contrast = (before / k - (total - before) / (values.length - k)) ** 2 * k * (values.length - k);
    if (contrast > gain) {
      gain = contrast;
      best = k;
    }
  }
  return best;
}
