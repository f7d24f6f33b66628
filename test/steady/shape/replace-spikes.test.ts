import { describe, expect, it } from "vitest";
import { stream } from "../../../src/random/stream.js";
import { leadingSpikes, replaceSpikes } from "../../../src/steady/shape/replace-spikes.js";
import { simulatedRun } from "../../support/simulated-run.js";

function noise(n: number): Float64Array {
  return Float64Array.from(simulatedRun(stream(1, "spikes"), n, () => 50));
}

function spikesOf(values: Readonly<Float64Array>) {
  return replaceSpikes(values).spikes;
}

describe("replaceSpikes(values)", () => {
  it("replaces up to three far values in a row by the median about them", () => {
    const values = noise(100);
    for (const i of [20, 40, 41, 60, 61, 62]) values[i]! += 40;
    values[80]! -= 40;
    const { values: replaced, spikes } = replaceSpikes(values);
    expect(spikes).toEqual([20, 40, 41, 60, 61, 62, 80]);
    for (const i of spikes) expect(Math.abs(replaced[i]! - 50)).toBeLessThan(5);
    expect(replaced.filter((value, i) => value !== values[i])).toHaveLength(7);
  });

  it("leaves four in a row, steps, and values without noise as they are", () => {
    const values = noise(100);
    for (const i of [20, 21, 22, 23]) values[i]! += 40;
    expect(spikesOf(values)).toEqual([]);
    expect(spikesOf(noise(100).map((value, i) => value + (i < 37 ? 40 : 0)))).toEqual([]);
    expect(spikesOf(Float64Array.from({ length: 50 }, (_, i) => (i === 10 ? 9 : 1)))).toEqual([]);
  });

  it("noise nearby counts, so that a noisy warm-up has no spikes", () => {
    const calming = noise(200).map((value, i) => 50 + (value - 50) * (i < 60 ? 20 : 1));
    expect(spikesOf(calming).filter((i) => i < 55)).toEqual([]);
  });

  it("takes series shorter than its window", () => {
    expect(spikesOf(Float64Array.of(1))).toEqual([]);
    expect(spikesOf(Float64Array.of(1, 2, 1, 2))).toEqual([]);
  });
});

describe("leadingSpikes(values, despiked)", () => {
  const leading = (values: Readonly<Float64Array>) => leadingSpikes(values, replaceSpikes(values));

  it.each([1, 2, 3])("%i far values at the start are a warm-up", (length) => {
    expect(leading(noise(100).map((value, i) => value + (i < length ? 40 : 0)))).toBe(length);
    expect(leading(noise(100).map((value, i) => value - (i < length ? 40 : 0)))).toBe(length);
  });

  it("but not if others like them come later, or elsewhere alone, or in too short a run", () => {
    expect(leading(noise(100).map((value, i) => value + (i % 20 === 0 ? 40 : 0)))).toBe(0);
    expect(leading(noise(100).map((value, i) => value + (i === 5 ? 40 : 0)))).toBe(0);
    expect(leading(noise(30).map((value, i) => value + (i === 0 ? 40 : 0)))).toBe(0);
  });
});
