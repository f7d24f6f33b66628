import { describe, expect, it } from "vitest";
import { createSample } from "../../src/core/sample.js";
import { stream } from "../../src/random/stream.js";
import type { Alternative, Interval } from "../../src/stats/interval.js";
import { wilcoxonSignedRank } from "../../src/stats/wilcoxon-signed-rank.js";
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
    readonly signedRank: Readonly<
      Record<
        Alternative,
        {
          readonly statistic: number;
          readonly normal: number;
          readonly exact?: number;
          readonly interval?: Interval;
          readonly estimate?: number;
        }
      >
    >;
  }[];
}

const alternatives = ["two-sided", "less", "greater"] as const;

describe("wilcoxonSignedRank", () => {
  it.each(reference<Reference>("paired-tests").cases)(
    "wilcoxonSignedRank(baseline, candidate) agrees with R, case %#",
    ({ baseline, candidate, signedRank }) => {
      for (const alternative of alternatives) {
        const expected = signedRank[alternative];
        const normal = wilcoxonSignedRank(baseline, candidate, { alternative, method: "normal" });
        assertClose([normal.statistic, normal.p], [expected.statistic, expected.normal], { rel: 1e-10 });
        if (expected.exact === undefined) continue;
        const exact = wilcoxonSignedRank(baseline, candidate, { alternative, confidence: 0.9 });
        assertClose([exact.p, exact.estimate], [expected.exact, expected.estimate], { rel: 1e-10 });
        // R widens its confidence downward where n is too small for it.
        if (exact.interval !== null) assertClose(exact.interval, expected.interval, { rel: 1e-10 });
      }
    },
  );

  it("wilcoxonSignedRank(few, ties and zeros) counts all signs", () => {
    const rng = stream(1, "signs");
    for (let round = 0; round < 60; round++) {
      const differences = Array.from({ length: 2 + rng.below(8) }, () => rng.below(9) - 4);
      if (differences.every((difference) => difference === 0)) continue;
      for (const zeroMethod of ["wilcoxon", "pratt"] as const) {
        const baseline = differences.map(() => 10);
        const candidate = differences.map((difference) => 10 + difference);
        const two = wilcoxonSignedRank(baseline, candidate, { zeroMethod });
        const less = wilcoxonSignedRank(baseline, candidate, { zeroMethod, alternative: "less" });
        const all = everySign(differences).map((signed) => positiveRankSum(signed, zeroMethod));
        const observed = positiveRankSum(differences, zeroMethod);
        const center = all.reduce((sum, w) => sum + w, 0) / all.length;
        const share = (holds: (w: number) => boolean) => all.filter(holds).length / all.length;
        expect(two.statistic).toBe(observed);
        assertClose(
          two.p,
          share((w) => Math.abs(w - center) >= Math.abs(observed - center) - 1e-9),
        );
        assertClose(
          less.p,
          share((w) => w <= observed),
        );
      }
    }
  });

  it("wilcoxonSignedRank(…).estimate and interval are those of all means of pairs", () => {
    const rng = stream(1, "walsh");
    for (let round = 0; round < 40; round++) {
      const n = 6 + rng.below(12);
      const differences = Array.from({ length: n }, () => rng.below(30) - 12);
      const means = differences
        .flatMap((first, i) => differences.slice(i).map((second) => (first + second) / 2))
        .sort((a, b) => a - b);
      const {
        estimate,
        interval,
        n: pairs,
      } = wilcoxonSignedRank(
        differences.map(() => 0),
        differences,
      );
      const middle = means.length / 2;
      expect(pairs).toBe(n);
      assertClose(estimate, (means[Math.ceil(middle) - 1]! + means[Math.floor(middle)]!) / 2);
      const place = means.indexOf(interval![0]!);
      expect(place).toBeGreaterThanOrEqual(0);
      expect(means).toContain(interval![1]);
      expect(interval![0]).toBeLessThanOrEqual(estimate);
      expect(interval![1]).toBeGreaterThanOrEqual(estimate);
    }
  });

  it("wilcoxonSignedRank(…).interval holds the shifts that the test does not reject", () => {
    const rng = stream(1, "inversion");
    for (const n of [6, 12, 40]) {
      const baseline = normalValues(rng, n, 0, 1);
      const candidate = normalValues(rng, n, 1, 2);
      const { interval } = wilcoxonSignedRank(baseline, candidate);
      const p = (nullDifference: number) => wilcoxonSignedRank(baseline, candidate, { nullDifference }).p!;
      const [low, high] = interval as [number, number];
      expect(p(low - 1e-6)).toBeLessThanOrEqual(0.05);
      expect(p(high + 1e-6)).toBeLessThanOrEqual(0.05);
      expect(p(low + 1e-6)).toBeGreaterThan(0.05);
      expect(p(high - 1e-6)).toBeGreaterThan(0.05);
    }
  });

  it("wilcoxonSignedRank(symmetric differences) keeps its level, and its interval its confidence", () => {
    expectLevel(
      "exact",
      (rng) => wilcoxonSignedRank(normalValues(rng, 8, 5, 1), normalValues(rng, 8, 5, 2)).p,
    );
    expectLevel("normal", (rng) => {
      const options = { method: "normal" } as const;
      return wilcoxonSignedRank(normalValues(rng, 30, 5, 1), normalValues(rng, 30, 5, 2), options).p;
    });
    const dice = (n: number, below: (bound: number) => number) => Array.from({ length: n }, () => below(4));
    const missed = (rng: { below: (bound: number) => number }): number => {
      const { interval } = wilcoxonSignedRank(dice(10, rng.below), dice(10, rng.below), { confidence: 0.9 });
      return interval === null || (interval[0]! <= 0 && interval[1]! >= 0) ? 1 : 0;
    };
    expectLevel("tied interval", missed, { atLeast: 0.02 });
  });

  it("wilcoxonSignedRank(decimals) ties what only rounding tells apart", () => {
    const { statistic } = wilcoxonSignedRank([0.1, 0.2, 0.9], [0.2, 0.3, 0.8]);
    expect(statistic).toBe(4);
    expect(wilcoxonSignedRank([0.1, 0.5], [0.3, 0.6], { nullDifference: 0.2 }).zeros).toBe(1);
  });

  it("wilcoxonSignedRank(101 pairs) is normal, and close to exact", () => {
    const rng = stream(1, "many");
    const [baseline, candidate] = [normalValues(rng, 150, 0, 1), normalValues(rng, 150, 0.2, 1)];
    const normal = wilcoxonSignedRank(baseline, candidate);
    expect(normal.pMethod).toBe("normal");
    const exact = wilcoxonSignedRank(baseline, candidate, { method: "exact" });
    assertClose(normal.p, exact.p, { rel: 0.03 });
    expect(wilcoxonSignedRank(baseline.slice(50), candidate.slice(50)).pMethod).toBe("exact");
  });

  it("wilcoxonSignedRank(candidate, baseline) is the mirror image", () => {
    const [baseline, candidate] = [
      [3, 1, 4, 1, 5, 9, 2],
      [4, 3, 4, 5, 4, 14, 5],
    ];
    const there = wilcoxonSignedRank(baseline, candidate, { confidence: 0.9 });
    const back = wilcoxonSignedRank(candidate, baseline, { confidence: 0.9 });
    const [low, high] = there.interval as [number, number];
    expect([back.p, back.estimate, back.statistic]).toEqual([there.p, -there.estimate, 21 - there.statistic]);
    assertClose(back.interval, [-high, -low]);
  });

  it("wilcoxonSignedRank(equal pairs) claims nothing", () => {
    const result = wilcoxonSignedRank([1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6]);
    expect(result).toMatchObject({ p: null, interval: null, zeros: 6, warnings: [{ code: "no-variation" }] });
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  it("wilcoxonSignedRank(too few or tied) gives no interval, and says why", () => {
    const few = wilcoxonSignedRank([1, 2, 3, 4], [2, 4, 6, 8]);
    expect(few.interval).toBeNull();
    expect(few.warnings.map(({ message }) => message).join()).toMatch(/is 0\.125.*needs 6 pairs, got 4/);
    const one = wilcoxonSignedRank([1], [2]);
    expect(one).toMatchObject({ p: 1, interval: null });
    const shifted = wilcoxonSignedRank([1, 2, 3, 4, 5, 6, 7], [2, 3, 4, 5, 6, 7, 8]);
    expect(shifted).toMatchObject({ estimate: 1, interval: null, warnings: [{ code: "tied-values" }] });
  });

  it("wilcoxonSignedRank(sample, sample) says where runs are pooled, and pairs run by run", () => {
    const sample = (...runs: number[][]) => createSample({ benchmark: "b", unit: "ms", runs });
    const result = wilcoxonSignedRank(sample([1, 2], [3]), sample([2, 4], [6]));
    expect(result.warnings.filter(({ code }) => code === "pooled-runs")).toHaveLength(2);
    expectInputError(
      () => wilcoxonSignedRank(sample([1, 2], [3]), sample([2], [4, 6])),
      "wilcoxonSignedRank",
      "candidate",
      /\(2, 1\).*got 1, 2/,
    );
  });

  it("wilcoxonSignedRank(baseline, candidate) leaves its input as it is", () => {
    expectUnchanged([3, 1, 2], (values) => wilcoxonSignedRank(values, [5, 1, 7]));
    expectUnchanged([3, 1, 2], (values) => wilcoxonSignedRank([5, 1, 7], values));
  });

  it("wilcoxonSignedRank(bad) says what is wrong", () => {
    const name = "wilcoxonSignedRank";
    expectInputError(() => wilcoxonSignedRank([], []), name, "baseline", /got 0/);
    expectInputError(
      () => wilcoxonSignedRank([1, 2], [1]),
      name,
      "candidate",
      /as the baseline \(2\).*got 1/,
    );
    const test = (options: object) => () => wilcoxonSignedRank([1, 2], [3, 4], options);
    expectInputError(test({ alternative: "more" }), name, "alternative", /got "more"/);
    expectInputError(test({ method: "fast" }), name, "method", /got "fast"/);
    expectInputError(test({ zeroMethod: "drop" }), name, "zeroMethod", /got "drop"/);
    expectInputError(test({ confidence: 1 }), name, "confidence", /got 1/);
    expectInputError(test({ nullDifference: Number.NaN }), name, "nullDifference", /NaN/);
    const many = Array.from({ length: 501 }, (_, i) => i + 1);
    const exact = () =>
      wilcoxonSignedRank(
        many.map(() => 0),
        many,
        { method: "exact" },
      );
    expectInputError(exact, name, "method", /500 differences.*got 501/);
  });
});

function everySign(differences: readonly number[]): number[][] {
  return Array.from({ length: 2 ** differences.length }, (_, mask) =>
    differences.map((difference, i) => ((mask >> i) & 1 ? difference : -difference)),
  );
}

function positiveRankSum(differences: readonly number[], zeroMethod: "wilcoxon" | "pratt"): number {
  const ranked = zeroMethod === "pratt" ? differences : differences.filter((difference) => difference !== 0);
  const sizes = ranked.map(Math.abs);
  const rank = (size: number) =>
    sizes.filter((other) => other < size).length + (sizes.filter((other) => other === size).length + 1) / 2;
  return ranked.reduce((sum, difference) => sum + (difference > 0 ? rank(Math.abs(difference)) : 0), 0);
}
