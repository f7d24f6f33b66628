import { describe, expect, it } from "vitest";
import { createSample } from "../../src/core/sample.js";
import { areDurations, secondsPerUnit } from "../../src/steady/seconds-per-unit.js";

describe("secondsPerUnit(unit)", () => {
  it("knows the units of time, and no others", () => {
    expect(["ns", "us", "µs", "ms", "s", "min"].map(secondsPerUnit)).toEqual([1e-9, 1e-6, 1e-6, 1e-3, 1, 60]);
    expect([null, "B", "1/s", "1", "toString"].map(secondsPerUnit)).toEqual([null, null, null, null, null]);
  });
});

describe("areDurations(input)", () => {
  const sample = (metric: string, unit: string) =>
    createSample({ benchmark: "b", metric, unit, runs: [[1]] });

  it("only what adds up to the time that has passed", () => {
    expect(areDurations(sample("time", "ms"))).toBe(true);
    expect(areDurations([sample("time", "ms"), sample("time", "ms")])).toBe(true);
    expect(areDurations([sample("time", "ms"), [1]])).toBe(false);
    expect(areDurations(sample("latency p50", "ms"))).toBe(false);
    expect(areDurations(sample("time", "B"))).toBe(false);
    expect(areDurations([1, 2])).toBe(false);
    expect(areDurations([])).toBe(false);
  });
});
