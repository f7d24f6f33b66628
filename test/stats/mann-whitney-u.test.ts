import { describe, expect, it } from "vitest";
import { createSample } from "../../src/core/sample.js";
import { stream } from "../../src/random/stream.js";
import type { Alternative } from "../../src/stats/interval.js";
import { mannWhitneyU } from "../../src/stats/mann-whitney-u.js";
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
      readonly u: number;
      readonly uNormal: ByAlternative;
      readonly uExact?: ByAlternative;
    };
  }[];
}

const alternatives = ["two-sided", "less", "greater"] as const;

describe("mannWhitneyU", () => {
  it.each(reference<Reference>("two-sample-tests").cases)(
    "mannWhitneyU(baseline, candidate) agrees with SciPy, case %#",
    ({ baseline, candidate, expected }) => {
      for (const alternative of alternatives) {
        const normal = mannWhitneyU(baseline, candidate, { alternative, method: "normal" });
        assertClose([normal.statistic, normal.p], [expected.u, expected.uNormal[alternative]], {
          rel: 1e-10,
        });
        if (expected.uExact === undefined) continue;
        const exact = mannWhitneyU(baseline, candidate, { alternative, method: "exact" });
        assertClose(exact.p, expected.uExact[alternative], { rel: 1e-10 });
      }
    },
  );

  it("mannWhitneyU([2, 1, 3, 5], [1, 1, 1, 1, 1]) is 6 of 126 arrangements, where benchstat has 0", () => {
    assertClose(mannWhitneyU([2, 1, 3, 5], [1, 1, 1, 1, 1]).p, 6 / 126);
    assertClose(mannWhitneyU([2, 1, 3, 5], [1, 1, 1, 1, 1], { alternative: "less" }).p, 6 / 126);
  });

  it("mannWhitneyU(few, tied) counts all arrangements", () => {
    const rng = stream(1, "enumeration");
    for (let round = 0; round < 60; round++) {
      const [n, m] = [1 + rng.below(6), 1 + rng.below(6)];
      const baseline = Array.from({ length: n }, () => rng.below(5));
      const candidate = Array.from({ length: m }, () => rng.below(6));
      if (new Set([...baseline, ...candidate]).size === 1) continue;
      const u = countWins(baseline, candidate);
      const distance = Math.abs(u - (n * m) / 2);
      const expected = {
        "two-sided": (other: number) => Math.abs(other - (n * m) / 2) >= distance,
        less: (other: number) => other <= u,
        greater: (other: number) => other >= u,
      };
      for (const alternative of alternatives) {
        const { p, statistic, pMethod } = mannWhitneyU(baseline, candidate, { alternative });
        const share = shareOfArrangements(baseline, candidate, (first, second) =>
          expected[alternative](countWins(first, second)),
        );
        expect([statistic, pMethod]).toEqual([u, "exact"]);
        assertClose(p, share);
      }
    }
  });

  it("mannWhitneyU(candidate, baseline) is the mirror image, whichever side is smaller", () => {
    const [few, many] = [
      [3, 5, 5, 9],
      [1, 2, 5, 4, 9, 7, 5],
    ];
    for (const method of ["exact", "normal"] as const) {
      const there = mannWhitneyU(few, many, { method });
      const back = mannWhitneyU(many, few, { method });
      assertClose(
        [back.p, back.statistic, back.estimate],
        [there.p, 28 - there.statistic, 1 - there.estimate],
      );
      const less = mannWhitneyU(few, many, { method, alternative: "less" });
      assertClose(mannWhitneyU(many, few, { method, alternative: "greater" }).p, less.p);
    }
  });

  it("mannWhitneyU(f(baseline), f(candidate)) sees the order alone", () => {
    const [baseline, candidate] = [
      [3, 5, 5, 9, -1],
      [1, 2, 5, 4, 9, 7],
    ];
    const expected = mannWhitneyU(baseline, candidate);
    expect(mannWhitneyU(baseline.map(Math.exp), candidate.map(Math.exp))).toEqual(expected);
    const scaled = (values: number[]) => values.map((value) => 1e12 * value - 7);
    expect(mannWhitneyU(scaled(baseline), scaled(candidate))).toEqual(expected);
  });

  it("mannWhitneyU(…) is exact up to 50 on each side, and close to normal there", () => {
    const rng = stream(1, "exact and normal");
    const baseline = Array.from({ length: 50 }, () => rng.below(40));
    const candidate = Array.from({ length: 50 }, () => rng.below(40) + 6);
    const exact = mannWhitneyU(baseline, candidate);
    expect(exact.pMethod).toBe("exact");
    assertClose(mannWhitneyU(baseline, candidate, { method: "normal" }).p, exact.p, { rel: 0.1 });
    expect(mannWhitneyU([...baseline, 3], candidate).pMethod).toBe("normal");
  });

  it("mannWhitneyU(same distribution) keeps its level, with ties too", () => {
    expectLevel("untied", (rng) => mannWhitneyU(normalValues(rng, 7, 0, 1), normalValues(rng, 5, 0, 1)).p);
    const dice = (rng: { below: (bound: number) => number }, n: number) =>
      Array.from({ length: n }, () => rng.below(4));
    expectLevel("tied", (rng) => mannWhitneyU(dice(rng, 9), dice(rng, 6)).p);
    expectLevel("normal", (rng) => mannWhitneyU(dice(rng, 20), dice(rng, 60)).p);
  });

  it("mannWhitneyU(separate) has a small p above 0, however many values there are", () => {
    const low = Array.from({ length: 3000 }, (_, i) => i);
    const { p } = mannWhitneyU(
      low,
      low.map((value) => value + 5000),
    );
    expect(p).toBeGreaterThan(0);
    expect(p).toBeLessThan(1e-300);
  });

  it("mannWhitneyU(constant, constant) claims nothing", () => {
    for (const method of ["exact", "normal"] as const) {
      const result = mannWhitneyU([3, 3, 3], [3, 3], { method });
      expect(result).toMatchObject({ p: null, estimate: 0.5, warnings: [{ code: "no-variation" }] });
      expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    }
  });

  it("mannWhitneyU(3 values, 3 values) says that it cannot reach 0.05", () => {
    const result = mannWhitneyU([1, 2, 3], [4, 5, 6]);
    expect(result).toMatchObject({ p: 0.1, warnings: [{ code: "too-few-values", message: /is 0\.1,/ }] });
    expect(mannWhitneyU([1, 2, 3, 4], [5, 6, 7, 8]).warnings).toEqual([]);
  });

  it("mannWhitneyU(sample, sample) says where runs are pooled, and refuses two units", () => {
    const sample = (unit: string) => createSample({ benchmark: "b", unit, runs: [[1, 2, 3], [2]] });
    const result = mannWhitneyU(sample("ms"), [2, 3, 4, 5]);
    expect(result).toMatchObject({ unit: "ms", warnings: [{ code: "pooled-runs" }] });
    expectInputError(
      () => mannWhitneyU(sample("ms"), sample("s")),
      "mannWhitneyU",
      "candidate",
      /"ms" and "s"/,
    );
  });

  it("mannWhitneyU(baseline, candidate) leaves its input as it is", () => {
    expectUnchanged([3, 1, 2], (values) => mannWhitneyU(values, values));
  });

  it("mannWhitneyU(bad) says what is wrong", () => {
    expectInputError(() => mannWhitneyU([], [1]), "mannWhitneyU", "baseline", /got 0/);
    expectInputError(() => mannWhitneyU([1], [Number.NaN]), "mannWhitneyU", "candidate[0]", /NaN/);
    const test = (options: object) => () => mannWhitneyU([1, 2], [3, 4], options);
    expectInputError(test({ alternative: "more" }), "mannWhitneyU", "alternative", /got "more"/);
    expectInputError(test({ method: "fast" }), "mannWhitneyU", "method", /got "fast"/);
    const many = Array.from({ length: 2000 }, (_, i) => i);
    expectInputError(
      () => mannWhitneyU(many, many, { method: "exact" }),
      "mannWhitneyU",
      "method",
      /fewer values/,
    );
  });
});

function countWins(baseline: readonly number[], candidate: readonly number[]): number {
  let wins = 0;
  for (const first of baseline) {
    for (const second of candidate) wins += second > first ? 1 : second === first ? 0.5 : 0;
  }
  return wins;
}
