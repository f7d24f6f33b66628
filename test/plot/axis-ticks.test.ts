import { describe, expect, it } from "vitest";
import { linearTicks, logTicks, roundStep } from "../../src/plot/axis-ticks.js";

const labels = (ticks: readonly { readonly label: string }[]): string[] => ticks.map(({ label }) => label);

describe("linearTicks(low, high, count)", () => {
  it.each([
    [0, 10, 5, ["0", "2", "4", "6", "8", "10"]],
    [735.88, 744.07, 4, ["736", "738", "740", "742", "744"]],
    [1250, 2899, 3, ["1,500", "2,000", "2,500"]],
    [-0.3, 0.3, 3, ["−0.2", "0.0", "0.2"]],
    [0.1, 0.35, 5, ["0.10", "0.15", "0.20", "0.25", "0.30", "0.35"]],
    [0, 1.2e12, 3, ["0", "5e11", "1.0e12"]],
    [1e-9, 1.1e-9, 2, ["1.00e−9", "1.05e−9", "1.10e−9"]],
  ])("%f to %f in about %i", (low, high, count, expected) => {
    expect(labels(linearTicks(low, high, count))).toEqual(expected);
  });

  it("every tick is on the axis, in order, with a label of its own", () => {
    for (let i = 1; i < 200; i++) {
      const low = Math.sin(i) * 10 ** (i % 12);
      const high = low + (1 + (i % 7)) * 10 ** ((i % 12) - (i % 9));
      const ticks = linearTicks(low, high, 6);
      const values = ticks.map(({ value }) => value);
      expect(values.length, `${low} to ${high}`).toBeGreaterThan(1);
      expect(values).toEqual(values.toSorted((a, b) => a - b));
      expect(values[0]).toBeGreaterThanOrEqual(low - 1e-9 * (high - low));
      expect(values.at(-1)).toBeLessThanOrEqual(high + 1e-9 * (high - low));
      expect(new Set(labels(ticks)).size).toBe(ticks.length);
    }
  });
});

describe("logTicks(low, high, count)", () => {
  it.each([
    [1, 1e6, 6, ["1", "10", "100", "1,000", "10,000", "100,000", "1,000,000"]],
    [15, 700, 6, ["20", "50", "100", "200", "500"]],
    [0.02, 3, 6, ["0.03", "0.1", "0.3", "1", "3"]],
    [100, 110, 5, ["100", "102", "104", "106", "108", "110"]],
  ])("%f to %f in about %i", (low, high, count, expected) => {
    expect(labels(logTicks(low, high, count))).toEqual(expected);
  });

  it("thins out over many decades", () => {
    expect(logTicks(1e-9, 1e12, 6).length).toBeLessThanOrEqual(8);
  });
});

describe("ticks of one axis", () => {
  const labels = (ticks: readonly { readonly label: string }[]) => ticks.map(({ label }) => label);

  it("are as far apart as what they count", () => {
    expect(labels(linearTicks(0, 1.1, 10, 1))).toEqual(["0", "1"]);
    expect(labels(linearTicks(0, 30, 6, 1))).toEqual(labels(linearTicks(0, 30, 6)));
  });

  it("are all written in one way", () => {
    expect(labels(linearTicks(0, 1.2e9, 3))).toEqual(["0", "5e8", "1.0e9"]);
    expect(labels(linearTicks(0, 4e-4, 4))).toEqual(["0", "1e−4", "2e−4", "3e−4", "4e−4"]);
    expect(labels(logTicks(1, 1e9, 5)).every((label) => label.includes("e"))).toBe(true);
  });
});

describe("roundStep(rough)", () => {
  it.each([
    [1, 1],
    [1.4, 1],
    [1.5, 2],
    [2.93, 2],
    [3.3, 5],
    [8, 10],
    [0.003, 0.002],
  ])("%f → %f", (rough, step) => {
    expect(roundStep(rough)).toBeCloseTo(step, 12);
  });
});
