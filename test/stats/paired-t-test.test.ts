import { describe, expect, it } from "vitest";
import { createSample } from "../../src/core/sample.js";
import { stream } from "../../src/random/stream.js";
import type { Alternative, Interval } from "../../src/stats/interval.js";
import { pairedTTest } from "../../src/stats/paired-t-test.js";
import { assertClose } from "../support/assert-close.js";
import { expectInputError } from "../support/expect-input-error.js";
import { normalValues } from "../support/normal-values.js";
import { reference } from "../support/reference.js";
import { expectLevel } from "../support/rejection-rate.js";
import { expectUnchanged } from "../support/unchanged.js";

interface Reference {
  readonly cases: readonly {
    readonly baseline: readonly number[];
    readonly candidate: readonly number[];
    readonly nullDifference: number;
    readonly pairedT: Readonly<
      Record<
        Alternative,
        {
          readonly statistic: number;
          readonly p: number;
          readonly interval: Interval;
          readonly estimate: number;
        }
      >
    >;
  }[];
}

describe("pairedTTest", () => {
  it.each(reference<Reference>("paired-tests").cases)(
    "pairedTTest(baseline, candidate) agrees with R, case %#",
    ({ baseline, candidate, nullDifference, pairedT }) => {
      for (const alternative of ["two-sided", "less", "greater"] as const) {
        const options = { alternative, nullDifference, confidence: 0.9 };
        const { statistic, p, interval, estimate } = pairedTTest(baseline, candidate, options);
        assertClose({ statistic, p, interval, estimate }, pairedT[alternative], { rel: 1e-10 });
      }
    },
  );

  it("pairedTTest(baseline, candidate).relativeInterval holds the changes that its own test does not reject", () => {
    const rng = stream(1, "fieller");
    for (let round = 0; round < 50; round++) {
      const baseline = normalValues(rng, 7, 10, 1);
      const candidate = baseline.map((value, i) => 1.1 * value + normalValues(rng, 1, 0, 0.5)[0]! + i / 10);
      const { relativeInterval } = pairedTTest(baseline, candidate, { confidence: 0.9 });
      for (const bound of relativeInterval!) {
        const grown = baseline.map((value) => (1 + bound!) * value);
        assertClose(pairedTTest(grown, candidate).p, 0.1, { rel: 1e-8 });
      }
    }
  });

  it("pairedTTest(normal pairs) keeps its level, and its relative interval its confidence", () => {
    const pair = (rng: Parameters<typeof normalValues>[0]) => {
      const shared = normalValues(rng, 6, 100, 10);
      const noise = normalValues(rng, 12, 0, 3);
      return [
        shared.map((value, i) => value + noise[i]!),
        shared.map((value, i) => value + noise[i + 6]!),
      ] as const;
    };
    expectLevel("paired t", (rng) => pairedTTest(...pair(rng)).p);
    expectLevel("relative", (rng) => {
      const { relativeInterval } = pairedTTest(...pair(rng), { confidence: 0.9 });
      return relativeInterval![0]! <= 0 && relativeInterval![1]! >= 0 ? 1 : 0;
    });
  });

  it("pairedTTest(pairs) sees what pairs share, and reports how much that is", () => {
    const baseline = [10, 20, 30, 40, 50];
    const { correlation, p } = pairedTTest(baseline, [10.4, 20.6, 30.5, 40.7, 50.3]);
    expect(p).toBeLessThan(0.01);
    expect(correlation).toBeGreaterThan(0.999);
    assertClose(pairedTTest(baseline, [50, 40, 30, 20, 10]).correlation, -1);
    expect(pairedTTest(baseline, [7, 7, 7, 7, 7]).correlation).toBeNull();
  });

  it("pairedTTest(c · baseline, c · candidate) scales the difference and nothing else", () => {
    const [baseline, candidate] = [
      [5, 6, 7.5, 9, 4],
      [6, 8, 9, 11, 4],
    ];
    const { estimate, standardError, interval, means, ...rest } = pairedTTest(baseline, candidate);
    for (const factor of [2 ** -30, 2 ** 40]) {
      const scale = (values: readonly number[]) => values.map((value) => factor * value);
      assertClose(pairedTTest(scale(baseline), scale(candidate)), {
        ...rest,
        estimate: factor * estimate,
        standardError: factor * standardError,
        interval: interval!.map((bound) => factor * bound!),
        means: means.map((mean) => factor * mean),
      });
    }
  });

  it("pairedTTest(candidate, baseline) is the mirror image", () => {
    const there = pairedTTest([5, 6, 7.5, 9], [6, 8, 9, 11]);
    const back = pairedTTest([6, 8, 9, 11], [5, 6, 7.5, 9]);
    assertClose([back.p, back.statistic, back.estimate], [there.p, -there.statistic!, -there.estimate]);
  });

  it("pairedTTest(equal differences) claims nothing, where they are equal but for rounding too", () => {
    for (const candidate of [
      [0.2, 0.3, 0.4],
      [0.1, 0.2, 0.3],
    ]) {
      const result = pairedTTest([0.1, 0.2, 0.3], candidate);
      expect(result).toMatchObject({ p: null, interval: null, relativeInterval: null, statistic: null });
      expect(result.warnings).toMatchObject([{ code: "no-variation" }]);
      expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    }
  });

  it("pairedTTest(baseline around zero) has no relative interval", () => {
    const result = pairedTTest([1, -2, 3, -1], [2, 0, 3, 1]);
    expect(result.relativeInterval).toBeNull();
    expect(result.warnings).toMatchObject([{ code: "unbounded-relative-change" }]);
    const below = pairedTTest([-10, -12, -11], [-9, -11, -10.5]);
    expect(below).toMatchObject({ relativeChange: null, relativeInterval: null });
    expect(below.warnings).toMatchObject([{ code: "no-relative-change" }]);
  });

  it("pairedTTest(far apart) has a p above 0", () => {
    const baseline = Array.from({ length: 300 }, (_, i) => i % 3);
    expect(
      pairedTTest(
        baseline,
        baseline.map((value, i) => value + 1e9 + (i % 2)),
      ).p,
    ).toBeGreaterThan(0);
  });

  it("pairedTTest(sample, sample) says where runs are pooled, and refuses two units", () => {
    const sample = (unit: string) => createSample({ benchmark: "b", unit, runs: [[1, 2], [4]] });
    expect(pairedTTest(sample("ms"), [2, 3, 9])).toMatchObject({
      unit: "ms",
      warnings: [{ code: "pooled-runs" }, { code: "unbounded-relative-change" }],
    });
    expectInputError(
      () => pairedTTest(sample("ms"), sample("s")),
      "pairedTTest",
      "candidate",
      /"ms" and "s"/,
    );
  });

  it("pairedTTest(baseline, candidate) leaves its input as it is", () => {
    expectUnchanged([3, 1, 2], (values) => pairedTTest(values, [5, 1, 7]));
  });

  it("pairedTTest(bad) says what is wrong", () => {
    expectInputError(() => pairedTTest([1], [2]), "pairedTTest", "baseline", /2 values, got 1/);
    expectInputError(() => pairedTTest([1, 2], [1, 2, 3]), "pairedTTest", "candidate", /\(2\).*got 3/);
    const test = (options: object) => () => pairedTTest([1, 2], [3, 5], options);
    expectInputError(test({ alternative: "more" }), "pairedTTest", "alternative", /got "more"/);
    expectInputError(test({ confidence: 95 }), "pairedTTest", "confidence", /got 95/);
    expectInputError(test({ nullDifference: Number.NaN }), "pairedTTest", "nullDifference", /NaN/);
  });
});
