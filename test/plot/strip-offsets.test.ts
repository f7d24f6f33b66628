import { describe, expect, it } from "vitest";
import { stripOffsets } from "../../src/plot/strip-offsets.js";
import { stream } from "../../src/random/stream.js";
import { normalValues } from "../support/normal-values.js";
import { expectUnchanged } from "../support/unchanged.js";

const options = { dotSize: 4, width: 120, seed: 1 };

function cluster(n: number, sd: number, seed = 1): number[] {
  return normalValues(stream(seed, "strip-offsets"), n, 200, sd);
}

/** Pairs of position along the strip and place across it, in pixels, sorted. */
function dots(positions: readonly number[], seed = 1): (readonly [along: number, across: number])[] {
  const offsets = stripOffsets(positions, { ...options, seed });
  return positions
    .map((position, i) => [position, (offsets[i]! * options.width) / 2] as const)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

function nearestDistances(points: readonly (readonly [number, number])[]): number[] {
  return points.map((a, i) =>
    Math.min(
      ...points.map((b, j) => (i === j ? Number.POSITIVE_INFINITY : Math.hypot(a[0] - b[0], a[1] - b[1]))),
    ),
  );
}

describe("stripOffsets", () => {
  it("the same seed gives the same places, another seed others with the same outline", () => {
    const values = cluster(300, 20);
    expect(dots(values, 7)).toEqual(dots(values, 7));
    expect(dots(values, 7)).not.toEqual(dots(values, 8));
    const reachOf = (seed: number): number =>
      Math.max(...dots(values, seed).map(([, across]) => Math.abs(across)));
    expect(reachOf(7)).toBeCloseTo(reachOf(8), -1);
  });

  it("the order of the values does not matter", () => {
    const values = cluster(200, 10);
    expect(dots(values.toReversed())).toEqual(dots(values));
  });

  it("shifting all values shifts the dots along the strip only", () => {
    const values = cluster(200, 10);
    const shifted = stripOffsets(
      values.map((value) => value + 1000),
      options,
    );
    stripOffsets(values, options).forEach((offset, i) => {
      expect(shifted[i]).toBeCloseTo(offset, 8);
    });
  });

  it("scaling values, dots and width together changes nothing", () => {
    const values = cluster(200, 10);
    const scaled = stripOffsets(
      values.map((value) => 8 * value),
      { dotSize: 32, width: 960, seed: 1 },
    );
    expect(scaled).toEqual(stripOffsets(values, options));
  });

  it.each([1, 2, 3, 30, 1000, 5000])("nothing lies outside its strip (n = %i)", (n) => {
    for (const sd of [0, 0.1, 5, 80]) {
      for (const offset of stripOffsets(cluster(n, sd), options))
        expect(Math.abs(offset)).toBeLessThanOrEqual(1);
    }
  });

  it("a lone dot stays on the centre line", () => {
    expect([...stripOffsets([10, 100, 200], options)].map(Math.abs)).toEqual([0, 0, 0]);
    expect([...stripOffsets([], options)]).toEqual([]);
  });

  it.each([1, 2, 3])("no two dots of a cluster of 200 hide each other (seed %i)", (seed) => {
    const distances = nearestDistances(dots(cluster(200, 12, seed), seed));
    expect(Math.min(...distances)).toBeGreaterThan(options.dotSize / 8);
    const touching = distances.filter((distance) => distance < options.dotSize / 2).length;
    expect(touching).toBeLessThan(10);
  });

  it("200 equal values are 200 places", () => {
    const places = [...stripOffsets(Array<number>(200).fill(50), options)].sort((a, b) => a - b);
    const gaps = places.slice(1).map((place, i) => place - places[i]!);
    expect(Math.min(...gaps)).toBeGreaterThan(0.1 / 200);
    expect(Math.max(...gaps)).toBeLessThan(6 / 200);
  });

  it("a small cluster far from a large one is wide enough for its dots", () => {
    const small = Array.from({ length: 30 }, (_, i) => 350 + i / 10);
    const values = [...Array.from({ length: 1000 }, (_, i) => 50 + i / 1000), ...small];
    const across = dots(values).filter(([along]) => along >= 350);
    const distances = nearestDistances(across);
    expect(distances.filter((distance) => distance < 1).length).toBeLessThan(3);
  });

  it("the strip is wider where there are more values", () => {
    const values = [...cluster(400, 10), ...cluster(40, 10, 2).map((value) => value + 150)];
    const reachNear = (center: number): number =>
      Math.max(
        ...dots(values).flatMap(([along, across]) =>
          Math.abs(along - center) < 8 ? [Math.abs(across)] : [],
        ),
      );
    expect(reachNear(200)).toBeGreaterThan(2 * reachNear(350));
  });

  it("a strip of which some dots are drawn keeps the outline of all", () => {
    const values = cluster(4000, 20);
    const drawn = values.flatMap((_, i) => (i % 4 === 0 ? [i] : []));
    const widest = (offsets: Float64Array): number => Math.max(...offsets.map(Math.abs));
    const all = stripOffsets(values, options);
    const some = stripOffsets(values, { ...options, drawn });
    expect(some.length).toBe(1000);
    expect(Math.abs(widest(some) - widest(all))).toBeLessThan(0.03);
    const alone = stripOffsets(
      drawn.map((i) => values[i]!),
      options,
    );
    expect(widest(alone)).not.toBeCloseTo(widest(all), 2);
  });

  it("leaves its input unchanged", () => {
    expectUnchanged(cluster(50, 5), (values) => [...stripOffsets(values, options)]);
  });
});
