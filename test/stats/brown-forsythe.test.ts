import { describe, expect, it } from "vitest";
import { createSample } from "../../src/core/sample.js";
import { brownForsythe } from "../../src/stats/brown-forsythe.js";
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
    readonly expected: {
      readonly levene: readonly [number, number];
      readonly leveneOfThree: readonly [number, number];
    };
  }[];
}

describe("brownForsythe", () => {
  it.each(reference<Reference>("two-sample-tests").cases)(
    "brownForsythe(…samples) agrees with SciPy, case %#",
    ({ baseline, candidate, expected }) => {
      const two = brownForsythe(baseline, candidate);
      assertClose([two.statistic, two.p], expected.levene, { rel: 1e-10 });
      const third = [...baseline, ...candidate.slice(0, 3)].map((value) => 1.5 * value);
      const three = brownForsythe(baseline, candidate, third);
      assertClose([three.statistic, three.p], expected.leveneOfThree, { rel: 1e-10 });
      expect(three.df).toEqual([2, baseline.length + candidate.length + third.length - 3]);
    },
  );

  it("brownForsythe(…samples) sees neither shifts nor order, and scales out", () => {
    const [first, second] = [
      [3, 5, 6, 9, 4],
      [1, 12, 5, 4],
    ];
    const { statistic, p } = brownForsythe(first, second);
    for (const change of [(value: number) => value + 1000, (value: number) => 2 ** 40 * value]) {
      const changed = brownForsythe(first.map(change), second.map(change));
      assertClose([changed.statistic, changed.p], [statistic, p]);
    }
    const moved = brownForsythe(first.map((value) => value + 64).reverse(), second);
    assertClose([moved.statistic, moved.p], [statistic, p]);
    assertClose(brownForsythe(second, first).p, p);
  });

  it("brownForsythe(equal spreads) keeps its level, with long tails too", () => {
    expectLevel("normal", (rng) => brownForsythe(normalValues(rng, 8, 0, 1), normalValues(rng, 12, 5, 1)).p, {
      atLeast: 0.04,
    });
    const lognormal = (values: readonly number[]) => values.map(Math.exp);
    expectLevel(
      "log-normal",
      (rng) =>
        brownForsythe(lognormal(normalValues(rng, 20, 0, 1)), lognormal(normalValues(rng, 20, 0, 1))).p,
      { atLeast: 0.03 },
    );
  });

  it("brownForsythe(no variation of deviations) claims nothing, where they differ by rounding too", () => {
    for (const samples of [
      [
        [3, 3, 3],
        [4, 4, 4, 4],
      ],
      [
        [1, 1, 2, 2],
        [5, 5, 9, 9],
      ],
      [
        [0.1, 0.1, 0.4, 0.4],
        [0.3, 0.3, 0.9, 0.9],
      ],
    ]) {
      const result = brownForsythe(...samples);
      expect(result).toMatchObject({ statistic: null, p: null, warnings: [{ code: "no-variation" }] });
      expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    }
  });

  it("brownForsythe(constant, varying) still tells", () => {
    expect(brownForsythe([3, 3, 3, 3, 3], [1, 9, 4, 6, 2]).p).toBeLessThan(0.05);
  });

  it("brownForsythe(far apart) has a p above 0", () => {
    const noisy = Array.from({ length: 500 }, (_, i) => (i % 2 === 0 ? -1e6 : 1e6) + (i % 7));
    const quiet = noisy.map((_, i) => i % 3);
    expect(brownForsythe(noisy, quiet).p).toBeGreaterThan(0);
  });

  it("brownForsythe(sample, sample) says where runs are pooled, and refuses two units", () => {
    const sample = (unit: string) => createSample({ benchmark: "b", unit, runs: [[1, 2, 3], [2]] });
    expect(brownForsythe(sample("ms"), [2, 3, 9])).toMatchObject({
      unit: "ms",
      warnings: [{ code: "pooled-runs" }],
    });
    expectInputError(
      () => brownForsythe(sample("ms"), sample("s")),
      "brownForsythe",
      "candidate",
      /"ms" and "s"/,
    );
  });

  it("brownForsythe(…samples) leaves its input as it is", () => {
    expectUnchanged([3, 1, 2], (values) => brownForsythe(values, [4, 5, 9], values));
  });

  it("brownForsythe(bad) says what is wrong", () => {
    expectInputError(
      () => brownForsythe([1, 2, 3]),
      "brownForsythe",
      "samples",
      /two samples or more, got 1/,
    );
    expectInputError(() => brownForsythe([1, 2], [1, 2, 3]), "brownForsythe", "baseline", /3 values, got 2/);
    const three = () => brownForsythe([1, 2, 3], [1, 2, 3], [1, Number.NaN, 3]);
    expectInputError(three, "brownForsythe", "samples[2][1]", /NaN/);
  });
});
