import { describe, expect, it } from "vitest";
import { createSample } from "../../src/core/sample.js";
import type { Rng } from "../../src/random/rng.js";
import { stream } from "../../src/random/stream.js";
import type { Alternative } from "../../src/stats/interval.js";
import { kolmogorovSmirnov } from "../../src/stats/kolmogorov-smirnov.js";
import { shareOfArrangements } from "../support/all-arrangements.js";
import { assertClose } from "../support/assert-close.js";
import { expectInputError } from "../support/expect-input-error.js";
import { normalValues } from "../support/normal-values.js";
import { reference } from "../support/reference.js";
import { expectLevel } from "../support/rejection-rate.js";
import { expectUnchanged } from "../support/unchanged.js";

type ByAlternative<Value> = Readonly<Record<Alternative, Value>>;

interface SciPyReference {
  readonly cases: readonly {
    readonly baseline: readonly number[];
    readonly candidate: readonly number[];
    readonly expected: { readonly d: ByAlternative<number>; readonly dExact?: ByAlternative<number> };
  }[];
}

interface RReference {
  readonly cases: readonly {
    readonly baseline: readonly number[];
    readonly candidate: readonly number[];
    readonly gap: ByAlternative<{ statistic: number; exact: number; asymptotic: number }>;
  }[];
}

const alternatives = ["two-sided", "less", "greater"] as const;

describe("kolmogorovSmirnov", () => {
  it.each(reference<SciPyReference>("two-sample-tests").cases)(
    "kolmogorovSmirnov(baseline, candidate) agrees with SciPy, case %#",
    ({ baseline, candidate, expected }) => {
      for (const alternative of alternatives) {
        const { statistic, p, pMethod } = kolmogorovSmirnov(baseline, candidate, { alternative });
        expect(pMethod).toBe("exact");
        assertClose(statistic, expected.d[alternative], { abs: 1e-15 });
        if (expected.dExact !== undefined) assertClose(p, expected.dExact[alternative], { rel: 1e-10 });
      }
    },
  );

  it.each(reference<RReference>("paired-tests").cases)(
    "kolmogorovSmirnov(baseline, candidate) agrees with R, with ties too, case %#",
    ({ baseline, candidate, gap }) => {
      const fewer = candidate.slice(0, Math.max(3, Math.floor(candidate.length / 2)));
      for (const alternative of alternatives) {
        const { statistic, exact, asymptotic } = gap[alternative];
        const result = kolmogorovSmirnov(baseline, fewer, { alternative });
        // R leaves the rounding of its sums in a gap of zero, and sums the series of the limit to some 1e-4.
        assertClose(result.statistic, statistic, { abs: 1e-15 });
        const limit = kolmogorovSmirnov(baseline, fewer, { alternative, method: "asymptotic" });
        assertClose(limit.p, asymptotic, { abs: 1e-4 });
        // With ties, R 4.2 takes the paths of "greater" for "less" as well: 0.83 where enumeration finds 0.71.
        const ties = new Set([...baseline, ...fewer]).size < baseline.length + fewer.length;
        if (!(ties && alternative === "less")) assertClose(result.p, exact, { rel: 1e-10 });
      }
    },
  );

  it("kolmogorovSmirnov(few, tied) counts all arrangements", () => {
    const rng = stream(1, "enumeration");
    for (let round = 0; round < 50; round++) {
      const baseline = Array.from({ length: 1 + rng.below(6) }, () => rng.below(6));
      const candidate = Array.from({ length: 1 + rng.below(6) }, () => rng.below(7));
      if (new Set([...baseline, ...candidate]).size === 1) continue;
      for (const alternative of alternatives) {
        const observed = gapOf(baseline, candidate, alternative);
        const { statistic, p } = kolmogorovSmirnov(baseline, candidate, { alternative });
        assertClose(statistic, observed);
        const share = shareOfArrangements(
          baseline,
          candidate,
          (x, y) => gapOf(x, y, alternative) >= observed - 1e-9,
        );
        assertClose(p, share);
      }
    }
  });

  it("kolmogorovSmirnov(…).location is where the gap is widest", () => {
    expect(kolmogorovSmirnov([1, 2, 3, 9], [3, 8, 8, 9]).location).toBe(2);
    expect(kolmogorovSmirnov([1, 5, 5], [2, 3, 4], { alternative: "less" })).toMatchObject({ location: 4 });
  });

  it("kolmogorovSmirnov(candidate, baseline) is the mirror image, and sees the order alone", () => {
    const [few, many] = [
      [3, 5, 5, 9],
      [1, 2, 5, 4, 9, 7, 5],
    ];
    for (const method of ["exact", "asymptotic"] as const) {
      const there = kolmogorovSmirnov(few, many, { method, alternative: "less" });
      const back = kolmogorovSmirnov(many, few, { method, alternative: "greater" });
      assertClose([back.p, back.statistic], [there.p, there.statistic]);
      const grown = kolmogorovSmirnov(few.map(Math.exp), many.map(Math.exp), { method, alternative: "less" });
      expect([grown.p, grown.statistic]).toEqual([there.p, there.statistic]);
    }
  });

  it("kolmogorovSmirnov(1,000 values, 1,000 values) is exact, and close to its limit beyond", () => {
    const rng = stream(1, "many");
    const [baseline, candidate] = [normalValues(rng, 1000, 0, 1), normalValues(rng, 1000, 0.1, 1)];
    const exact = kolmogorovSmirnov(baseline, candidate);
    const beyond = kolmogorovSmirnov([...baseline, 0], candidate);
    expect([exact.pMethod, beyond.pMethod]).toEqual(["exact", "asymptotic"]);
    assertClose(kolmogorovSmirnov(baseline, candidate, { method: "asymptotic" }).p, exact.p, { rel: 0.1 });
  });

  it("kolmogorovSmirnov(same distribution) keeps its level, with ties too", () => {
    const dice = (rng: Rng, n: number) => Array.from({ length: n }, () => rng.below(6));
    expectLevel(
      "exact",
      (rng) => kolmogorovSmirnov(normalValues(rng, 9, 0, 1), normalValues(rng, 14, 0, 1)).p,
    );
    expectLevel("tied", (rng) => kolmogorovSmirnov(dice(rng, 12), dice(rng, 17)).p, { atLeast: 0.03 });
  });

  it("kolmogorovSmirnov(separate) has a p above 0, however many values there are", () => {
    const low = Array.from({ length: 3000 }, (_, i) => i);
    const high = low.map((value) => value + 5000);
    const { p } = kolmogorovSmirnov(low, high);
    expect(p).toBeGreaterThan(0);
    expect(p).toBeLessThan(1e-300);
    expect(kolmogorovSmirnov(low.slice(0, 400), high.slice(0, 400)).p).toBeGreaterThan(0);
  });

  it("kolmogorovSmirnov(weak data) says why there is no p, or no small one", () => {
    const constant = kolmogorovSmirnov([3, 3, 3], [3, 3]);
    expect(constant).toMatchObject({ p: null, statistic: 0, warnings: [{ code: "no-variation" }] });
    expect(JSON.parse(JSON.stringify(constant))).toEqual(constant);
    expect(kolmogorovSmirnov([1, 2, 3], [4, 5, 6]).warnings).toMatchObject([{ code: "too-few-values" }]);
    expect(kolmogorovSmirnov([1, 2, 3, 4], [5, 6, 7, 8]).warnings).toEqual([]);
    const tied = kolmogorovSmirnov([1, 1, 1, 2], [1, 1, 1, 1]);
    expect(tied).toMatchObject({ p: 1, warnings: [{ code: "too-few-values", message: /is 1,/ }] });
  });

  it("kolmogorovSmirnov(sample, sample) says where runs are pooled, and refuses two units", () => {
    const sample = (unit: string) => createSample({ benchmark: "b", unit, runs: [[1, 2, 3], [2]] });
    const result = kolmogorovSmirnov(sample("ms"), [2, 3, 4, 5]);
    expect(result).toMatchObject({ unit: "ms", warnings: [{ code: "pooled-runs" }] });
    expectInputError(
      () => kolmogorovSmirnov(sample("ms"), sample("s")),
      "kolmogorovSmirnov",
      "candidate",
      /"s"/,
    );
  });

  it("kolmogorovSmirnov(baseline, candidate) leaves its input as it is", () => {
    expectUnchanged([3, 1, 2], (values) => kolmogorovSmirnov(values, values));
  });

  it("kolmogorovSmirnov(bad) says what is wrong", () => {
    const name = "kolmogorovSmirnov";
    expectInputError(() => kolmogorovSmirnov([1], []), name, "candidate", /got 0/);
    const test = (options: object) => () => kolmogorovSmirnov([1, 2], [3, 4], options);
    expectInputError(test({ method: "fast" }), name, "method", /got "fast"/);
    expectInputError(test({ alternative: "more" }), name, "alternative", /got "more"/);
    const many = new Float64Array(40_000);
    expectInputError(
      () => kolmogorovSmirnov(many, many, { method: "exact" }),
      name,
      "method",
      /"asymptotic"/,
    );
  });
});

function gapOf(baseline: readonly number[], candidate: readonly number[], alternative: Alternative): number {
  const share = (values: readonly number[], at: number) =>
    values.filter((value) => value <= at).length / values.length;
  const gaps = [...baseline, ...candidate].map((at) => share(baseline, at) - share(candidate, at));
  if (alternative === "greater") return Math.max(0, ...gaps);
  if (alternative === "less") return Math.max(0, ...gaps.map((gap) => -gap));
  return Math.max(...gaps.map(Math.abs));
}
