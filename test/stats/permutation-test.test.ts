import { describe, expect, it } from "vitest";
import { createSample } from "../../src/core/sample.js";
import type { Rng } from "../../src/random/rng.js";
import { stream } from "../../src/random/stream.js";
import type { Alternative } from "../../src/stats/interval.js";
import { permutationTest } from "../../src/stats/permutation-test.js";
import { shareOfArrangements } from "../support/all-arrangements.js";
import { assertClose } from "../support/assert-close.js";
import { expectInputError } from "../support/expect-input-error.js";
import { normalValues } from "../support/normal-values.js";
import { reference } from "../support/reference.js";
import { expectLevel } from "../support/rejection-rate.js";
import { expectUnchanged } from "../support/unchanged.js";

type ByAlternative = Readonly<Record<Alternative, number>>;

interface Reference {
  readonly cases: readonly {
    readonly baseline: readonly number[];
    readonly candidate: readonly number[];
    readonly expected: {
      readonly meanPermutation?: ByAlternative;
      readonly medianPermutation?: ByAlternative;
    };
  }[];
}

const alternatives = ["two-sided", "less", "greater"] as const;
const mean = (values: readonly number[] | Float64Array) =>
  [...values].reduce((sum, value) => sum + value, 0) / values.length;

describe("permutationTest", () => {
  it.each(reference<Reference>("two-sample-tests").cases.filter(({ expected }) => expected.meanPermutation))(
    "permutationTest(baseline, candidate) agrees with SciPy over all arrangements, case %#",
    ({ baseline, candidate, expected }) => {
      for (const alternative of alternatives) {
        const options = { alternative, permutations: 2000 };
        const ofMeans = permutationTest(baseline, candidate, options);
        expect(ofMeans.pMethod).toBe("exact");
        assertClose(ofMeans.p, expected.meanPermutation![alternative]);
        const ofMedians = permutationTest(baseline, candidate, {
          ...options,
          statistic: "median-difference",
        });
        assertClose(ofMedians.p, expected.medianPermutation![alternative]);
      }
    },
  );

  it("permutationTest(few, tied) counts all arrangements, of unequal sizes too", () => {
    const rng = stream(1, "enumeration");
    for (let round = 0; round < 40; round++) {
      const baseline = Array.from({ length: 1 + rng.below(5) }, () => rng.below(6) / 10);
      const candidate = Array.from({ length: 1 + rng.below(6) }, () => 0.1 + rng.below(6) / 10);
      if (new Set([...baseline, ...candidate]).size === 1) continue;
      const observed = mean(candidate) - mean(baseline);
      const share = shareOfArrangements(
        baseline,
        candidate,
        (first, second) => mean(second) - mean(first) >= observed - 1e-9,
      );
      assertClose(permutationTest(baseline, candidate, { alternative: "greater" }).p, share);
      const custom = permutationTest(baseline, candidate, {
        alternative: "greater",
        statistic: (first, second) => Math.round(1e6 * (mean(second) - mean(first))),
      });
      assertClose(custom.p, share);
    }
  });

  it("permutationTest(many) is (hits + 1) / (draws + 1), never 0, and the same for one seed", () => {
    const rng = stream(1, "random");
    const [baseline, candidate] = [normalValues(rng, 20, 0, 1), normalValues(rng, 15, 0.5, 1)];
    const result = permutationTest(baseline, candidate, { alternative: "greater", permutations: 999 });
    expect(result).toMatchObject({ pMethod: "random", arrangements: 999, permutations: 999, seed: 1 });
    expect((result.p! * 1000) % 1).toBeCloseTo(0, 9);
    const again = { alternative: "greater", permutations: 999 } as const;
    expect(permutationTest(baseline, candidate, again)).toEqual(result);
    expect(permutationTest(baseline, candidate, { ...again, seed: 2 }).p).not.toBe(result.p);
    const apart = permutationTest(
      baseline,
      candidate.map((value) => value + 100),
      again,
    );
    expect(apart.p).toBe(1 / 1000);
    const twoSided = permutationTest(
      baseline,
      candidate.map((value) => value + 100),
      { permutations: 999 },
    );
    expect(twoSided.p).toBe(2 / 1000);
  });

  it("permutationTest(random) comes close to all arrangements, for every statistic", () => {
    const rng = stream(1, "close");
    const [baseline, candidate] = [normalValues(rng, 6, 0, 1), normalValues(rng, 9, 0.8, 2)];
    for (const statistic of ["mean-difference", "median-difference", "welch-t"] as const) {
      for (const [first, second] of [
        [baseline, candidate],
        [candidate, baseline],
      ] as const) {
        const exact = permutationTest(first, second, { statistic });
        const random = permutationTest(first, second, { statistic, permutations: 4000 });
        expect([exact.pMethod, random.pMethod]).toEqual(["exact", "random"]);
        const error = 8 * Math.sqrt((exact.p! * (1 - exact.p! / 2)) / 4000);
        expect(Math.abs(random.p! - exact.p!)).toBeLessThan(error);
      }
    }
  });

  it("permutationTest(statistic of one's own) gets both sizes, in ascending order", () => {
    const seen = new Set<string>();
    permutationTest([3, 1, 2], [5, 4], {
      statistic: (baseline, candidate) => {
        seen.add(`${baseline.length}+${candidate.length}`);
        for (const side of [baseline, candidate]) expect([...side]).toEqual([...side].sort((a, b) => a - b));
        return candidate[0]! - baseline[0]!;
      },
    });
    expect([...seen]).toEqual(["3+2"]);
  });

  it("permutationTest(candidate, baseline) is the mirror image", () => {
    const [few, many] = [
      [3.5, 5, 5, 9.25],
      [1, 2, 5, 4.75, 9, 7, 5],
    ];
    for (const statistic of ["mean-difference", "median-difference", "welch-t"] as const) {
      const there = permutationTest(few, many, { statistic, alternative: "less" });
      const back = permutationTest(many, few, { statistic, alternative: "greater" });
      assertClose([back.p, back.estimate], [there.p, -there.estimate!]);
    }
  });

  it("permutationTest(c · values + d) has the p of the values, however far from zero", () => {
    const [baseline, candidate] = [
      [3, 5, 6, 9, 5],
      [1, 2, 5, 4, 9, 7],
    ];
    const { p } = permutationTest(baseline, candidate);
    for (const [factor, offset] of [
      [1e-9, 0],
      [0.1, 1000],
      [1e3, 1e12],
    ] as const) {
      const moved = (values: number[]) => values.map((value) => factor * value + offset);
      expect(permutationTest(moved(baseline), moved(candidate)).p).toBe(p);
    }
  });

  it("permutationTest(same distribution) keeps its level", () => {
    const dice = (rng: Rng, n: number) => Array.from({ length: n }, () => rng.below(5));
    expectLevel("exact", (rng) => permutationTest(dice(rng, 4), dice(rng, 6)).p, {
      rounds: 1000,
      atLeast: 0.03,
    });
    expectLevel("random", (rng) => {
      const options = { permutations: 99, seed: rng.uint32(), statistic: "welch-t" } as const;
      return permutationTest(normalValues(rng, 9, 0, 1), normalValues(rng, 12, 0, 1), options).p;
    });
  });

  it("permutationTest(constant, constant) claims nothing", () => {
    for (const statistic of ["mean-difference", "median-difference", "welch-t"] as const) {
      const result = permutationTest([3, 3, 3], [3, 3, 3], { statistic });
      expect(result).toMatchObject({ p: null, estimate: 0, warnings: [{ code: "no-variation" }] });
      expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    }
  });

  it("permutationTest(weak data) says why there is no p, or no small one", () => {
    expect(permutationTest([1, 2, 3], [4, 5, 6])).toMatchObject({
      p: 0.1,
      warnings: [{ code: "too-few-values" }],
    });
    const undefinedAt = permutationTest([0, 1, 2], [0, 1, 4], {
      statistic: (baseline, candidate) => candidate[1]! / baseline[1]!,
    });
    expect(undefinedAt).toMatchObject({ estimate: 1, p: null, warnings: [{ code: "undefined-statistic" }] });
    const infinite = permutationTest([1, 1, 1, 1, 1], [2, 2, 2, 2, 2], { statistic: "welch-t" });
    expect(infinite.estimate).toBeNull();
    assertClose(infinite.p, 2 / 252);
  });

  it("permutationTest(sample, sample) says where runs are pooled, and refuses two units", () => {
    const sample = (unit: string) => createSample({ benchmark: "b", unit, runs: [[1, 2, 3], [2]] });
    const result = permutationTest(sample("ms"), [2, 3, 4, 5]);
    expect(result).toMatchObject({ unit: "ms", warnings: [{ code: "pooled-runs" }] });
    expect(permutationTest(sample("ms"), [2, 3, 4, 5], { statistic: "welch-t" }).unit).toBe("1");
    expectInputError(() => permutationTest(sample("ms"), sample("s")), "permutationTest", "candidate", /"s"/);
  });

  it("permutationTest(baseline, candidate) leaves its input as it is", () => {
    expectUnchanged([3, 1, 2], (values) => permutationTest(values, values));
    const spoil = (baseline: Float64Array) => baseline.fill(0)[0]!;
    expectUnchanged([3, 1, 2], (values) => permutationTest(values, values, { statistic: spoil }));
  });

  it("permutationTest(bad) says what is wrong", () => {
    const name = "permutationTest";
    expectInputError(() => permutationTest([], [1]), name, "baseline", /got 0/);
    const test = (options: object) => () => permutationTest([1], [3, 4], options);
    expectInputError(test({ statistic: "welch-t" }), name, "baseline", /2 values, got 1/);
    expectInputError(test({ statistic: "mean" }), name, "statistic", /got "mean"/);
    expectInputError(test({ statistic: () => Number.NaN }), name, "statistic", /finite number, got NaN/);
    expectInputError(test({ statistic: () => "1" }), name, "statistic", /finite number, got "1"/);
    expectInputError(test({ permutations: 0 }), name, "permutations", /got 0/);
    expectInputError(test({ seed: 0.5 }), name, "seed", /got 0.5/);
    expectInputError(test({ alternative: "more" }), name, "alternative", /got "more"/);
  });
});
