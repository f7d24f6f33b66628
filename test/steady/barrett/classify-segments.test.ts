import { describe, expect, it } from "vitest";
import { classifySegments } from "../../../src/steady/barrett/classify-segments.js";

type Part = readonly [length: number, mean: number, variance?: number];

function classify(parts: readonly Part[], steady = 50, delta = 0.1) {
  let end = 0;
  const segments = parts.map(([length, mean, variance = 0.01]) => {
    end += length;
    return { start: end - length, end, mean, variance };
  });
  return classifySegments(segments, end, { delta: () => delta, steady });
}

describe("classifySegments(segments, n, criteria)", () => {
  it.each<[string, readonly Part[], string, number]>([
    ["one segment", [[100, 1]], "flat", 0],
    [
      "within delta",
      [
        [20, 1.1],
        [80, 1],
      ],
      "flat",
      0,
    ],
    [
      "variances that reach the band",
      [
        [20, 2, 0.95],
        [80, 1],
      ],
      "flat",
      0,
    ],
    [
      "the last variance widens the band",
      [
        [20, 2],
        [80, 1, 1],
      ],
      "flat",
      0,
    ],
    [
      "slower before",
      [
        [20, 2],
        [80, 1],
      ],
      "warmup",
      1,
    ],
    [
      "slower before two equivalent ones",
      [
        [20, 2],
        [20, 1.05],
        [60, 1],
      ],
      "warmup",
      1,
    ],
    [
      "faster before",
      [
        [20, 0.5],
        [80, 1],
      ],
      "slowdown",
      1,
    ],
    [
      "slower, then faster",
      [
        [20, 2],
        [20, 0.5],
        [60, 1],
      ],
      "slowdown",
      2,
    ],
    [
      "faster, then slower",
      [
        [20, 0.5],
        [20, 2],
        [60, 1],
      ],
      "slowdown",
      2,
    ],
    [
      "equivalent, then slower",
      [
        [20, 1],
        [20, 2],
        [60, 1],
      ],
      "warmup",
      2,
    ],
    [
      "a late change",
      [
        [60, 2],
        [40, 1],
      ],
      "no steady state",
      1,
    ],
    [
      "an early change before a late one",
      [
        [20, 2],
        [40, 3],
        [40, 1],
      ],
      "no steady state",
      2,
    ],
  ])("%s", (_, parts, classification, firstSteady) => {
    expect(classify(parts)).toEqual({ classification, firstSteady });
  });

  it("a segment may end one value after the horizon begins", () => {
    // Its last value is number 50, from 0, of 100: not later than n − steady.
    expect(
      classify([
        [51, 2],
        [49, 1],
      ]).classification,
    ).toBe("warmup");
    expect(
      classify([
        [52, 2],
        [48, 1],
      ]).classification,
    ).toBe("no steady state");
  });

  it("asks delta for the fastest mean", () => {
    const seen: number[] = [];
    const segments = [
      { start: 0, end: 20, mean: 2, variance: 0 },
      { start: 20, end: 100, mean: 1.5, variance: 0 },
    ];
    classifySegments(segments, 100, { steady: 50, delta: (fastest) => seen.push(fastest) });
    expect(seen).toEqual([1.5]);
  });
});
