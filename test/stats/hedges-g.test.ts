import { describe, expect, it } from "vitest";
import { createSample } from "../../src/core/sample.js";
import { stream } from "../../src/random/stream.js";
import { hedgesG } from "../../src/stats/hedges-g.js";
import { assertClose } from "../support/assert-close.js";
import { expectInputError } from "../support/expect-input-error.js";
import { normalValues } from "../support/normal-values.js";
import { reference } from "../support/reference.js";
import { expectUnchanged } from "../support/unchanged.js";

interface Reference {
  readonly cases: readonly {
    readonly baseline: readonly number[];
    readonly candidate: readonly number[];
    readonly confidence: number;
    readonly expected: Readonly<Record<string, unknown>>;
  }[];
}

describe("hedgesG", () => {
  it.each(reference<Reference>("hedges-g").cases)(
    "hedgesG(baseline, candidate) agrees with mpmath, case %#",
    ({ baseline, candidate, confidence, expected }) => {
      const result = hedgesG(baseline, candidate, { confidence });
      const { estimate, interval, cohensD, correction, pooledSd, df } = result;
      // A bound that is zero by symmetry, or close to it, keeps only the digits of the noncentrality beside it.
      assertClose({ estimate, interval, cohensD, correction, pooledSd, df }, expected, {
        rel: 1e-10,
        abs: 1e-13,
      });
      expect(result).toMatchObject({
        method: "hedges-g",
        n: [baseline.length, candidate.length],
        confidence,
        unit: null,
      });
    },
  );

  it("hedgesG(candidate, baseline) is the mirror image", () => {
    const there = hedgesG([5, 6, 7.5, 9, 4], [6, 8, 9, 11]);
    const back = hedgesG([6, 8, 9, 11], [5, 6, 7.5, 9, 4]);
    const [low, high] = there.interval!;
    assertClose([back.estimate, back.interval], [-there.estimate!, [-high, -low]], { abs: 1e-13 });
  });

  it("hedgesG(c · baseline + d, c · candidate + d) is that of the values", () => {
    const { estimate, interval } = hedgesG([5, 6, 7.5, 9, 4], [6, 8, 9, 11]);
    const moved = (values: readonly number[]) => values.map((value) => 1024 * value + 4096);
    const result = hedgesG(moved([5, 6, 7.5, 9, 4]), moved([6, 8, 9, 11]));
    assertClose([result.estimate, result.interval], [estimate, interval], { abs: 1e-13 });
  });

  it("hedgesG(normal values) covers the truth as often as it says, and is not biased", () => {
    const rng = stream(3, "coverage");
    const rounds = 1000;
    let covered = 0;
    let sum = 0;
    let squares = 0;
    for (let round = 0; round < rounds; round++) {
      const { estimate, interval } = hedgesG(normalValues(rng, 4, 0, 1), normalValues(rng, 6, 1.5, 1), {
        confidence: 0.9,
      });
      if (interval![0] <= 1.5 && interval![1] >= 1.5) covered++;
      sum += estimate!;
      squares += estimate! ** 2;
    }
    // Four Monte Carlo standard errors each. Without the correction the mean would be 1.66, seven of them away.
    expect(Math.abs(covered / rounds - 0.9)).toBeLessThan(4 * Math.sqrt((0.9 * 0.1) / rounds));
    const mean = sum / rounds;
    expect(Math.abs(mean - 1.5)).toBeLessThan(4 * Math.sqrt((squares / rounds - mean ** 2) / rounds));
  });

  it("hedgesG(unequal spreads) says that the denominator describes neither", () => {
    const result = hedgesG([10, 11, 12], [20, 30, 40]);
    expect(result.warnings).toMatchObject([{ code: "unequal-variances" }]);
    assertClose(result.pooledSd, Math.sqrt((2 * 1 + 2 * 100) / 4));
    expect(hedgesG([10, 10, 10], [20, 30, 40]).warnings).toMatchObject([{ code: "unequal-variances" }]);
  });

  it("hedgesG(constant, constant) claims nothing", () => {
    const result = hedgesG([1, 1, 1], [2, 2]);
    expect(result).toMatchObject({ estimate: null, interval: null, cohensD: null, pooledSd: 0 });
    expect(result.warnings).toMatchObject([{ code: "no-variation" }]);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  it("hedgesG(far apart) has an estimate, and an interval up to 10,000", () => {
    const [low, high] = hedgesG([0, 1, 2], [9000, 9001, 9002]).interval!;
    expect(low).toBeGreaterThan(1000);
    expect(high).toBeLessThan(100_000);
    const result = hedgesG([0, 1, 2], [1e9, 1e9 + 1, 1e9 + 2]);
    expect(result).toMatchObject({ interval: null, warnings: [{ code: "far-apart" }] });
    assertClose(result.cohensD, 1e9);
  });

  it("hedgesG(sample, sample) carries their unit, and leaves its input as it is", () => {
    const sample = createSample({ benchmark: "b", unit: "ms", runs: [[1, 2, 3]] });
    expect(hedgesG(sample, [2, 3, 4]).unit).toBe("ms");
    expectUnchanged([3, 1, 2], (values) => hedgesG(values, values));
  });

  it("hedgesG(bad) says what is wrong", () => {
    const seconds = createSample({ benchmark: "b", unit: "s", runs: [[1, 2]] });
    const minutes = createSample({ benchmark: "b", unit: "min", runs: [[1, 2]] });
    expectInputError(() => hedgesG([1], [1, 2]), "hedgesG", "baseline", /2 values, got 1/);
    expectInputError(() => hedgesG([1, 2], []), "hedgesG", "candidate", /2 values, got 0/);
    expectInputError(() => hedgesG([1, 2], [1, Number.NaN]), "hedgesG", "candidate[1]", /NaN/);
    expectInputError(() => hedgesG(seconds, minutes), "hedgesG", "candidate", /"s" and "min"/);
    expectInputError(() => hedgesG([1, 2], [3, 4], { confidence: 1 }), "hedgesG", "confidence", /got 1/);
  });
});
