import { describe, expect, it } from "vitest";
import { createSample } from "../../src/core/sample.js";
import type { Rng } from "../../src/random/rng.js";
import { stream } from "../../src/random/stream.js";
import { andersonDarling } from "../../src/stats/anderson-darling.js";
import { shareOfArrangements } from "../support/all-arrangements.js";
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
    readonly expected: { readonly anderson?: number };
  }[];
}

describe("andersonDarling", () => {
  it.each(
    reference<Reference>("two-sample-tests").cases.filter(({ expected }) => expected.anderson !== undefined),
  )(
    "andersonDarling(baseline, candidate).standardized agrees with SciPy, case %#",
    ({ baseline, candidate, expected }) => {
      const { standardized } = andersonDarling(baseline, candidate, { method: "asymptotic" });
      // The mean is subtracted from a statistic that may be close to it.
      assertClose(standardized, expected.anderson, { rel: 1e-10, abs: 1e-12 });
    },
  );

  it("andersonDarling(few) counts all arrangements, with ties too", () => {
    const rng = stream(1, "enumeration");
    for (let round = 0; round < 40; round++) {
      const baseline = Array.from({ length: 2 + rng.below(5) }, () => rng.below(6));
      const candidate = Array.from({ length: 2 + rng.below(5) }, () => rng.below(7));
      if (new Set([...baseline, ...candidate]).size === 1) continue;
      const { statistic, p, pMethod } = andersonDarling(baseline, candidate);
      const observed = squaredGaps(baseline, candidate);
      expect(pMethod).toBe("permutation");
      assertClose(statistic, observed);
      assertClose(
        p,
        shareOfArrangements(baseline, candidate, (x, y) => squaredGaps(x, y) >= observed - 1e-9),
      );
    }
  });

  it("andersonDarling(…, asymptotic) has the critical values of Scholz & Stephens (1987), table 1", () => {
    const rng = stream(1, "critical");
    const sides = [normalValues(rng, 40, 0, 1), normalValues(rng, 40, 0, 1)] as const;
    // The p of a shift grows through their levels: compare where the standardised statistic is.
    for (const [level, critical] of [
      [0.25, 0.326],
      [0.1, 1.225],
      [0.05, 1.96],
      [0.025, 2.719],
      [0.01, 3.752],
    ] as const) {
      let shift = 0;
      let result = andersonDarling(...sides, { method: "asymptotic" });
      for (let step = 4; step > 1e-6; step /= 2) {
        const moved = andersonDarling(
          sides[0],
          sides[1].map((value) => value + shift + step),
          { method: "asymptotic" },
        );
        if (moved.standardized! < critical) shift += step;
        else result = moved;
      }
      // The statistic takes steps, the table has three digits.
      assertClose(result.p, level, { rel: 0.1 });
    }
  });

  it("andersonDarling(same distribution) keeps its level, with ties too", () => {
    const asymptotic = { method: "asymptotic" } as const;
    expectLevel(
      "5 + 8",
      (rng) => andersonDarling(normalValues(rng, 5, 0, 1), normalValues(rng, 8, 0, 1), asymptotic).p,
    );
    const dice = (rng: Rng, n: number) => Array.from({ length: n }, () => rng.below(5));
    expectLevel("permuted", (rng) => {
      const options = { permutations: 99, seed: rng.uint32() };
      return andersonDarling(dice(rng, 12), dice(rng, 15), options).p;
    });
  });

  it("andersonDarling(candidate, baseline) is the same, and sees the order alone", () => {
    const [few, many] = [
      [3, 5, 5, 9],
      [1, 2, 5, 4, 9, 7, 5],
    ];
    for (const method of ["permutation", "asymptotic"] as const) {
      const { statistic, p } = andersonDarling(few, many, { method });
      const back = andersonDarling(many, few, { method });
      assertClose([back.statistic, back.p], [statistic, p]);
      expect(andersonDarling(few.map(Math.exp), many.map(Math.exp), { method })).toMatchObject({
        statistic,
        p,
      });
    }
  });

  it("andersonDarling(separate) has a p above 0, unclipped", () => {
    const low = Array.from({ length: 30 }, (_, i) => i);
    const { p, pMethod } = andersonDarling(
      low,
      low.map((value) => value + 50),
    );
    expect(pMethod).toBe("asymptotic");
    expect(p).toBeGreaterThan(0);
    expect(p).toBeLessThan(1e-6);
    expect(andersonDarling(low, low).p).toBeGreaterThan(0.99);
  });

  it("andersonDarling(weak data) says why there is no p, or no small one", () => {
    for (const method of ["auto", "asymptotic"] as const) {
      const constant = andersonDarling([3, 3, 3], [3, 3], { method });
      expect(constant).toMatchObject({ p: null, statistic: null, warnings: [{ code: "no-variation" }] });
      expect(JSON.parse(JSON.stringify(constant))).toEqual(constant);
    }
    expect(andersonDarling([1, 2], [4, 5]).warnings).toMatchObject([{ code: "too-few-values" }]);
  });

  it("andersonDarling(sample, sample) says where runs are pooled, and refuses two units", () => {
    const sample = (unit: string) => createSample({ benchmark: "b", unit, runs: [[1, 2, 3], [2]] });
    const result = andersonDarling(sample("ms"), [2, 3, 4, 5]);
    expect(result).toMatchObject({ unit: "ms", warnings: [{ code: "pooled-runs" }] });
    expectInputError(() => andersonDarling(sample("ms"), sample("s")), "andersonDarling", "candidate", /"s"/);
  });

  it("andersonDarling(baseline, candidate) leaves its input as it is", () => {
    expectUnchanged([3, 1, 2], (values) => andersonDarling(values, values));
  });

  it("andersonDarling(bad) says what is wrong", () => {
    expectInputError(() => andersonDarling([1], [1, 2]), "andersonDarling", "baseline", /2 values, got 1/);
    const test = (options: object) => () => andersonDarling([1, 2], [3, 4], options);
    expectInputError(test({ method: "exact" }), "andersonDarling", "method", /got "exact"/);
    expectInputError(test({ permutations: 0 }), "andersonDarling", "permutations", /got 0/);
    expectInputError(test({ seed: 0.5 }), "andersonDarling", "seed", /got 0.5/);
  });
});

/** Equation 7 of Scholz & Stephens as it stands: over both samples and all distinct values. */
function squaredGaps(baseline: readonly number[], candidate: readonly number[]): number {
  const pooled = [...baseline, ...candidate];
  const total = pooled.length;
  const midCount = (values: readonly number[], at: number) =>
    values.filter((value) => value < at).length + values.filter((value) => value === at).length / 2;
  let sum = 0;
  for (const sample of [baseline, candidate]) {
    for (const at of new Set(pooled)) {
      const size = pooled.filter((value) => value === at).length;
      const middle = midCount(pooled, at);
      const gap = total * midCount(sample, at) - middle * sample.length;
      sum += ((size / total) * gap ** 2) / (middle * (total - middle) - (total * size) / 4) / sample.length;
    }
  }
  return ((total - 1) / total) * sum;
}
