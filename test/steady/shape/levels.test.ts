import { describe, expect, it } from "vitest";
import { fullPartition } from "../../../src/changepoint/partition/full-partition.js";
import { stream } from "../../../src/random/stream.js";
import { detectableShift, findLevels } from "../../../src/steady/shape/levels.js";
import { assertClose } from "../../support/assert-close.js";
import { simulatedRun } from "../../support/simulated-run.js";

function run(n: number, level: (i: number) => number, seed = 1): Float64Array {
  return Float64Array.from(simulatedRun(stream(seed, "levels"), n, level));
}

const startsOf = (values: Float64Array) => findLevels(values).levels.map(({ start }) => start);

describe("findLevels(values)", () => {
  it("is the partition of the least cost", () => {
    let changes = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const heights = [0, 2, -2, 4].map((height) => height + (seed % 3));
      const values = run(100, (i) => heights[Math.floor((i * (1 + (seed % 4))) / 100)]!, seed);
      const { levels, series, longRunVariance, lead, spikes } = findLevels(values);
      if (lead > 0 || spikes.length > 0) continue;
      const cost = (start: number, end: number) => {
        const part = [...series.subarray(start, end)];
        const mean = part.reduce((sum, value) => sum + value, 0) / part.length;
        return part.reduce((sum, value) => sum + (value - mean) ** 2, 0);
      };
      const penalty = (3 * Math.log(100) + 3) * longRunVariance;
      const { indices } = fullPartition(100, { cost, penalty, minSegment: 4 });
      expect(
        levels.slice(1).map(({ start }) => start),
        `seed ${seed}`,
      ).toEqual(indices);
      changes += indices.length;
    }
    expect(changes).toBeGreaterThan(30);
  });

  it("levels follow each other, with their means", () => {
    const values = run(200, (i) => (i < 80 ? 5 : 0));
    const { levels } = findLevels(values);
    expect(levels.map(({ start, end }) => [start, end])).toEqual([
      [0, 80],
      [80, 200],
    ]);
    assertClose(levels[0]!.mean, values.subarray(0, 80).reduce((sum, value) => sum + value, 0) / 80);
  });

  it("spikes at the start are a level of their own, and others are none", () => {
    const values = run(200, () => 0);
    for (const i of [0, 1, 100, 101]) values[i] = i < 2 ? 60 : 25;
    const { levels, lead, spikes, series } = findLevels(values);
    expect(levels.map(({ start }) => start)).toEqual([0, 2]);
    expect({ lead, spikes }).toEqual({ lead: 2, spikes: [100, 101] });
    expect([series[0], series[1]]).toEqual([60, 60]);
    expect(Math.abs(series[100]!)).toBeLessThan(5);
  });

  it("takes more than 2,000 values, to the value", () => {
    expect(startsOf(run(10_001, (i) => (i < 3001 ? 6 : i < 7500 ? 0 : 5)))).toEqual([0, 3001, 7500]);
    expect(startsOf(run(9001, () => 0))).toEqual([0]);
    expect(startsOf(run(9001, (i) => (i < 8990 ? 0 : 40)))).toEqual([0, 8990]);
    expect(startsOf(run(5003, (i) => (i < 4 ? 40 : 0)))).toEqual([0, 4]);
  });

  it("finds levels without any noise", () => {
    expect(startsOf(Float64Array.from({ length: 60 }, (_, i) => (i < 20 ? 3 : i < 40 ? 1 : 2)))).toEqual([
      0, 20, 40,
    ]);
    expect(startsOf(new Float64Array(60).fill(7))).toEqual([0]);
  });
});

describe("detectableShift(n, longRunVariance)", () => {
  it("is worth the price of a change, and shrinks with the run", () => {
    // A shift of the first 10 of 100 values lowers the sum of squares by 9 times its square.
    assertClose(9 * detectableShift(100, 4) ** 2, 4 * (3 * Math.log(100) + 3));
    expect(detectableShift(1000, 4)).toBeLessThan(detectableShift(100, 4));
  });
});
