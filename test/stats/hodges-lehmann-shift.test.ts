import { describe, expect, it } from "vitest";
import { createSample } from "../../src/core/sample.js";
import { stream } from "../../src/random/stream.js";
import { hodgesLehmannShift } from "../../src/stats/hodges-lehmann-shift.js";
import { mannWhitneyMargin } from "../../src/stats/rank/mann-whitney-margin.js";
import { assertClose } from "../support/assert-close.js";
import { expectInputError } from "../support/expect-input-error.js";
import { normalValues } from "../support/normal-values.js";
import { reference } from "../support/reference.js";
import { expectUnchanged } from "../support/unchanged.js";

interface ShiftReference {
  readonly cases: readonly {
    readonly baseline: readonly number[];
    readonly candidate: readonly number[];
    readonly estimate: number;
    readonly intervals: readonly {
      readonly confidence: number;
      readonly interval: readonly [number, number];
      readonly attainedConfidence: number;
    }[];
  }[];
}

describe("hodgesLehmannShift", () => {
  it.each(reference<ShiftReference>("hodges-lehmann").cases)(
    "hodgesLehmannShift(baseline, candidate) agrees with R, case %#",
    ({ baseline, candidate, estimate, intervals }) => {
      assertClose(hodgesLehmannShift(baseline, candidate).estimate, estimate);
      for (const { confidence, interval, attainedConfidence } of intervals) {
        const result = hodgesLehmannShift(baseline, candidate, { confidence });
        assertClose(
          { interval: result.interval, attainedConfidence: result.attainedConfidence, exact: result.exact },
          { interval, attainedConfidence, exact: true },
        );
      }
    },
  );

  it("hodgesLehmannShift(baseline, candidate) is the median of all differences, its bounds are two of them", () => {
    const rng = stream(1, "twin");
    for (let round = 0; round < 200; round++) {
      const [n, m] = [4 + rng.below(9), 4 + rng.below(9)];
      // Every other round has ties within and between the sides.
      const scale = round % 2 === 0 ? 1 : 1e6;
      const baseline = normalValues(rng, n, 50, 2).map((value) => Math.round(value * scale) / scale);
      const candidate = normalValues(rng, m, 51, 3).map((value) => Math.round(value * scale) / scale);
      const differences = candidate.flatMap((y) => baseline.map((x) => y - x)).sort((x, y) => x - y);
      const middle = (differences.length - 1) / 2;
      const { margin } = mannWhitneyMargin(n, m, 0.05);
      const bounds = [differences[margin - 1]!, differences[differences.length - margin]!];
      const result = hodgesLehmannShift(baseline, candidate, { confidence: 0.9 });
      assertClose(result.estimate, (differences[Math.floor(middle)]! + differences[Math.ceil(middle)]!) / 2, {
        abs: 1e-13,
      });
      assertClose(result.interval, bounds[0] === bounds[1] ? null : bounds);
    }
  });

  it("hodgesLehmannShift(…, ratio) is the shift of logarithms", () => {
    const rng = stream(2, "ratio");
    const baseline = normalValues(rng, 12, 10, 1);
    const candidate = normalValues(rng, 15, 12, 1);
    const logs = hodgesLehmannShift(baseline.map(Math.log), candidate.map(Math.log));
    const ratio = hodgesLehmannShift(baseline, candidate, { comparison: "ratio" });
    assertClose(
      [ratio.estimate, ...ratio.interval!],
      [Math.exp(logs.estimate), ...logs.interval!.map(Math.exp)],
    );
    expect(ratio.unit).toBe("1");
    const scaled = hodgesLehmannShift(
      baseline.map((value) => 1e-9 * value),
      candidate.map((value) => 1e-9 * value),
      { comparison: "ratio" },
    );
    assertClose(scaled.interval, ratio.interval);
  });

  it("hodgesLehmannShift(candidate, baseline) is the mirror image", () => {
    const [baseline, candidate] = [
      [5, 6, 7.5, 9, 4],
      [6, 8, 9, 11, 13, 2],
    ];
    const there = hodgesLehmannShift(baseline, candidate);
    const back = hodgesLehmannShift(candidate, baseline);
    assertClose(
      [back.estimate, back.interval],
      [-there.estimate, [-there.interval![1], -there.interval![0]]],
    );
  });

  it("hodgesLehmannShift(baseline, baseline + shift) covers the shift as often as it says, ties or not", () => {
    const rng = stream(3, "coverage");
    const rounds = 3000;
    for (const grain of [0, 1]) {
      let covered = 0;
      let attained = 0;
      for (let round = 0; round < rounds; round++) {
        const draw = (n: number) =>
          normalValues(rng, n, 20, 2).map((value) => (grain === 0 ? value : Math.round(value)));
        const { interval, attainedConfidence } = hodgesLehmannShift(
          draw(8),
          draw(11).map((value) => value + 4),
          { confidence: 0.9 },
        );
        if (interval === null || (interval[0] <= 4 && interval[1] >= 4)) covered++;
        attained = attainedConfidence ?? attained;
      }
      // Four Monte Carlo standard errors.
      const error = 4 * Math.sqrt((attained * (1 - attained)) / rounds);
      expect(covered / rounds).toBeGreaterThan(attained - error);
      if (grain === 0) expect(covered / rounds).toBeLessThan(attained + error);
    }
  });

  it("hodgesLehmannShift(many, many) needs no list of pairs", () => {
    const rng = stream(4, "large");
    const baseline = Float64Array.from(normalValues(rng, 20_000, 100, 5));
    const candidate = baseline.map((value) => value + 3);
    const { estimate, interval, exact } = hodgesLehmannShift(baseline, candidate);
    expect(exact).toBe(false);
    expect(Math.abs(estimate - 3)).toBeLessThan(0.001);
    // Half the width for normal values: 1.96 · 5 · √(2 / n) · √(π / 3).
    assertClose(
      (interval![1] - interval![0]) / 2,
      1.96 * 5 * Math.sqrt(2 / 20_000) * Math.sqrt(Math.PI / 3),
      {
        rel: 0.03,
      },
    );
  });

  it("hodgesLehmannShift(too few) says how many would do", () => {
    const result = hodgesLehmannShift([1, 2, 3], [4, 5, 6]);
    expect(result).toMatchObject({ estimate: 3, interval: null, attainedConfidence: null });
    expect(result.warnings).toMatchObject([{ code: "too-few-values", message: /4 on each side/ }]);
    expect(hodgesLehmannShift([1, 2, 3, 3.5], [4, 5, 6, 7]).interval).not.toBeNull();
    expect(hodgesLehmannShift([1], [2]).warnings).toMatchObject([{ code: "too-few-values" }]);
    // Exactly 2 of the 20 arrangements are beyond: 0.9 is just attained.
    expect(hodgesLehmannShift([1, 2, 3], [4, 5, 6], { confidence: 0.9 }).attainedConfidence).toBeCloseTo(0.9);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  it("hodgesLehmannShift(ties only) claims nothing", () => {
    for (const candidate of [
      [5, 5, 5, 5, 5],
      [7, 7, 7, 7, 7],
    ]) {
      const result = hodgesLehmannShift([5, 5, 5, 5, 5], candidate);
      expect(result).toMatchObject({ interval: null, attainedConfidence: null });
      expect(result.warnings).toMatchObject([{ code: "no-variation" }]);
    }
  });

  it("hodgesLehmannShift(samples) carries their unit and says that runs are pooled", () => {
    const sample = createSample({
      benchmark: "b",
      unit: "ms",
      runs: [
        [1, 2, 3],
        [4, 5],
      ],
    });
    const result = hodgesLehmannShift(sample, [2, 3, 4, 5]);
    expect(result.unit).toBe("ms");
    expect(result.warnings).toMatchObject([{ code: "pooled-runs" }]);
  });

  it("hodgesLehmannShift(baseline, candidate) leaves its input as it is", () => {
    expectUnchanged([3, 1, 2, 7], (values) => hodgesLehmannShift(values, values));
    expectUnchanged([3, 1, 2, 7], (values) => hodgesLehmannShift(values, values, { comparison: "ratio" }));
  });

  it("hodgesLehmannShift(bad) says what is wrong", () => {
    const call = (options: object) => () => hodgesLehmannShift([1, 2], [3, 4], options);
    expectInputError(() => hodgesLehmannShift([], [1]), "hodgesLehmannShift", "baseline", /got 0/);
    expectInputError(
      () => hodgesLehmannShift([1], [Number.NaN]),
      "hodgesLehmannShift",
      "candidate[0]",
      /NaN/,
    );
    expectInputError(
      () => hodgesLehmannShift([1, 0], [1, 2], { comparison: "ratio" }),
      "hodgesLehmannShift",
      "baseline[1]",
      /above 0 for a ratio, got 0/,
    );
    expectInputError(call({ confidence: 1 }), "hodgesLehmannShift", "confidence", /got 1/);
    expectInputError(call({ comparison: "factor" }), "hodgesLehmannShift", "comparison", /"ratio"/);
  });
});
