import { describe, expect, it } from "vitest";
import { createSample } from "../../src/core/sample.js";
import { stream } from "../../src/random/stream.js";
import { brunnerMunzel } from "../../src/stats/brunner-munzel.js";
import type { Alternative } from "../../src/stats/interval.js";
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
      readonly munzel?: {
        readonly statistic: number;
        readonly t: ByAlternative;
        readonly normal: ByAlternative;
      };
    };
  }[];
}

describe("brunnerMunzel", () => {
  it.each(reference<Reference>("two-sample-tests").cases.filter(({ expected }) => expected.munzel))(
    "brunnerMunzel(baseline, candidate) agrees with SciPy, case %#",
    ({ baseline, candidate, expected: { munzel } }) => {
      for (const alternative of ["two-sided", "less", "greater"] as const) {
        for (const method of ["t", "normal"] as const) {
          const { statistic, p, pMethod } = brunnerMunzel(baseline, candidate, { alternative, method });
          expect(pMethod).toBe(method);
          // SciPy averages ranks; ours counts in whole numbers.
          assertClose([statistic, p], [munzel!.statistic, munzel![method][alternative]], {
            rel: 1e-10,
            abs: 1e-14,
          });
        }
      }
    },
  );

  it("brunnerMunzel(few) counts all arrangements of its statistic, with ties too", () => {
    const rng = stream(1, "enumeration");
    for (let round = 0; round < 40; round++) {
      const baseline = Array.from({ length: 2 + rng.below(4) }, () => rng.below(7));
      const candidate = Array.from({ length: 2 + rng.below(5) }, () => rng.below(8));
      if (new Set([...baseline, ...candidate]).size === 1) continue;
      const observed = studentised(baseline, candidate);
      const within = 1e-9 * Math.min(1e9, Math.abs(observed));
      const less = shareOfArrangements(baseline, candidate, (x, y) => studentised(x, y) <= observed + within);
      const greater = shareOfArrangements(
        baseline,
        candidate,
        (x, y) => studentised(x, y) >= observed - within,
      );
      const p = (alternative: Alternative) => brunnerMunzel(baseline, candidate, { alternative }).p;
      assertClose([p("less"), p("greater")], [less, greater]);
      assertClose(p("two-sided"), Math.min(1, 2 * Math.min(less, greater)));
    }
  });

  it("brunnerMunzel(separate) has a p by permutation alone, and never 0", () => {
    const [low, high] = [
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
      [21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31],
    ];
    const result = brunnerMunzel(low, high);
    expect(result).toMatchObject({ estimate: 1, interval: null, statistic: null, pMethod: "permutation" });
    expect(result.p).toBe(2 / 10_000);
    expect(result.warnings).toMatchObject([{ code: "complete-separation" }]);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    for (const method of ["t", "normal"] as const) {
      expect(brunnerMunzel(low, high, { method })).toMatchObject({ p: null, pMethod: method });
    }
  });

  it("brunnerMunzel(candidate, baseline) is the mirror image", () => {
    const [few, many] = [
      [3, 5, 5, 9],
      [1, 2, 5, 4, 9, 7, 5],
    ];
    for (const method of ["t", "normal", "permutation"] as const) {
      const there = brunnerMunzel(few, many, { method, alternative: "less" });
      const back = brunnerMunzel(many, few, { method, alternative: "greater" });
      assertClose([back.p, back.estimate, back.statistic], [there.p, 1 - there.estimate, -there.statistic!]);
      assertClose(back.interval![0], 1 - there.interval![1]!);
    }
  });

  it("brunnerMunzel(unequal spreads) keeps its level where mannWhitneyU does not, and its interval its confidence", () => {
    expectLevel("t", (rng) => brunnerMunzel(normalValues(rng, 15, 0, 1), normalValues(rng, 40, 0, 4)).p);
    expectLevel("permutation", (rng) => {
      const options = { permutations: 199, seed: rng.uint32() };
      return brunnerMunzel(normalValues(rng, 7, 0, 1), normalValues(rng, 9, 0, 2), options).p;
    });
    expectLevel("interval", (rng) => {
      const sides = [normalValues(rng, 20, 0, 1), normalValues(rng, 40, 0, 4)] as const;
      const { interval } = brunnerMunzel(...sides, { confidence: 0.9 });
      return interval![0]! <= 0.5 && interval![1]! >= 0.5 ? 1 : 0;
    });
  });

  it("brunnerMunzel(…).interval leaves 0.5 out exactly if p < 1 − confidence", () => {
    const rng = stream(1, "agreement");
    for (let round = 0; round < 100; round++) {
      const sides = [normalValues(rng, 12, 0, 1), normalValues(rng, 10, 0.7, 1)] as const;
      const { interval, p } = brunnerMunzel(...sides, { method: "t", confidence: 0.8 });
      if (interval !== null) expect(interval[0]! > 0.5 || interval[1]! < 0.5).toBe(p! < 0.2);
    }
  });

  it("brunnerMunzel(constant, constant) claims nothing", () => {
    for (const method of ["auto", "t", "normal", "permutation"] as const) {
      const result = brunnerMunzel([3, 3], [3, 3, 3], { method });
      expect(result).toMatchObject({
        estimate: 0.5,
        p: null,
        interval: null,
        warnings: [{ code: "no-variation" }],
      });
    }
  });

  it("brunnerMunzel(sample, sample) says where runs are pooled, and refuses two units", () => {
    const sample = (unit: string) => createSample({ benchmark: "b", unit, runs: [[1, 2, 3], [2]] });
    const result = brunnerMunzel(sample("ms"), [2, 3, 4, 5]);
    expect(result).toMatchObject({ unit: "ms", warnings: [{ code: "pooled-runs" }] });
    expectInputError(() => brunnerMunzel(sample("ms"), sample("s")), "brunnerMunzel", "candidate", /"s"/);
  });

  it("brunnerMunzel(baseline, candidate) leaves its input as it is", () => {
    expectUnchanged([3, 1, 2], (values) => brunnerMunzel(values, values));
  });

  it("brunnerMunzel(bad) says what is wrong", () => {
    expectInputError(() => brunnerMunzel([1], [1, 2]), "brunnerMunzel", "baseline", /2 values, got 1/);
    const test = (options: object) => () => brunnerMunzel([1, 2], [3, 4], options);
    expectInputError(test({ method: "exact" }), "brunnerMunzel", "method", /got "exact"/);
    expectInputError(test({ alternative: "more" }), "brunnerMunzel", "alternative", /got "more"/);
    expectInputError(test({ confidence: 0 }), "brunnerMunzel", "confidence", /got 0/);
    expectInputError(test({ permutations: 1.5 }), "brunnerMunzel", "permutations", /got 1.5/);
    expectInputError(test({ seed: Number.NaN }), "brunnerMunzel", "seed", /NaN/);
  });
});

/** From the definition: placements among the other side, their means and variances. */
function studentised(baseline: readonly number[], candidate: readonly number[]): number {
  const placements = (side: readonly number[], other: readonly number[]) =>
    side.map((value) => {
      const below = other.filter((o) => o < value).length + other.filter((o) => o === value).length / 2;
      return below / other.length;
    });
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const squaredError = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / (values.length - 1) / values.length;
  const wins = placements(candidate, baseline);
  const error = Math.sqrt(squaredError(wins) + squaredError(placements(baseline, candidate)));
  const excess = mean(wins) - 0.5;
  if (Math.abs(excess) < 1e-12) return 0;
  return error < 1e-12 ? Math.sign(excess) * 1e300 : excess / error;
}
