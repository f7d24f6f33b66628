import { describe, expect, it } from "vitest";
import { createSample } from "../../src/core/sample.js";
import type { Rng } from "../../src/random/rng.js";
import { stream } from "../../src/random/stream.js";
import { coefficientOfVariation } from "../../src/stats/coefficient-of-variation.js";
import { coefficientOfVariationRatio } from "../../src/stats/coefficient-of-variation-ratio.js";
import { assertClose } from "../support/assert-close.js";
import { expectInputError } from "../support/expect-input-error.js";
import { normalValues } from "../support/normal-values.js";
import { expectUnchanged } from "../support/unchanged.js";

const baseline = [100, 101, 99, 100, 102, 98.5];
const candidate = [100, 92, 107, 101, 101.5];

describe("coefficientOfVariationRatio", () => {
  it("coefficientOfVariationRatio(baseline, candidate).estimate is that of both coefficients", () => {
    const { estimate, cvs } = coefficientOfVariationRatio(baseline, candidate);
    const [first, second] = [baseline, candidate].map((values) => coefficientOfVariation(values).estimate);
    assertClose(cvs, [first, second]);
    assertClose(estimate, second! / first!);
  });

  it("coefficientOfVariationRatio(normal values) has the standard error of theory, for many of them", () => {
    const rng = stream(1, "theory");
    const n = 20_000;
    const sides = [normalValues(rng, n, 100, 10), normalValues(rng, n, 50, 10)] as const;
    const { interval } = coefficientOfVariationRatio(...sides);
    // Var ln CV = 1 / 2n + CV² / n.
    const error = Math.sqrt((1 / 2 + 0.1 ** 2 + (1 / 2 + 0.2 ** 2)) / n);
    assertClose(Math.log(interval![1] / interval![0]), 2 * 1.959964 * error, { rel: 0.02 });
  });

  it.each([
    ["normal", (rng: Rng) => normalValues(rng, 1, 100, 5)[0]!],
    ["log-normal", (rng: Rng) => Math.exp(normalValues(rng, 1, 0, 0.4)[0]!)],
    ["shifted exponential", (rng: Rng) => 10 - Math.log(1 - rng.uniform())],
  ] as const)(
    "coefficientOfVariationRatio(%s values) covers at least nearly as often as it says",
    (name, draw) => {
      const rng = stream(1, "coverage", name);
      const rounds = 1500;
      let covered = 0;
      for (let round = 0; round < rounds; round++) {
        const first = Array.from({ length: 8 }, () => draw(rng));
        const second = Array.from({ length: 10 }, () => 3 * draw(rng));
        const { interval } = coefficientOfVariationRatio(first, second, { confidence: 0.9 });
        if (interval![0] <= 1 && interval![1] >= 1) covered++;
      }
      const error = 4 * Math.sqrt((0.9 * 0.1) / rounds);
      expect(covered / rounds).toBeGreaterThan(0.9 - error);
      expect(covered / rounds).toBeLessThan(0.99);
    },
  );

  it("coefficientOfVariationRatio(…).interval leaves 1 out exactly if p < 1 − confidence", () => {
    const rng = stream(1, "agreement");
    let significant = 0;
    for (let round = 0; round < 400; round++) {
      const first = normalValues(rng, 4 + rng.below(12), 100, 5);
      const second = Array.from({ length: 4 + rng.below(30) }, () => 50 - 6 * Math.log(1 - rng.uniform()));
      const { interval, p } = coefficientOfVariationRatio(first, second, { confidence: 0.8 });
      const excluded = interval![0] > 1 || interval![1] < 1;
      expect(excluded).toBe(p! < 0.2);
      if (excluded) significant++;
    }
    expect(significant).toBeGreaterThan(50);
    expect(significant).toBeLessThan(350);
  });

  it("coefficientOfVariationRatio(c · baseline, d · candidate) is the same, with signs turned too", () => {
    const expected = coefficientOfVariationRatio(baseline, candidate);
    const scale = (values: readonly number[], factor: number) => values.map((value) => factor * value);
    for (const [first, second] of [
      [1e-9, 1e12],
      [-3, 0.7],
    ] as const) {
      assertClose(coefficientOfVariationRatio(scale(baseline, first), scale(candidate, second)), expected, {
        rel: 1e-10,
      });
    }
  });

  it("coefficientOfVariationRatio(candidate, baseline) is the inverse", () => {
    const there = coefficientOfVariationRatio(baseline, candidate);
    const back = coefficientOfVariationRatio(candidate, baseline);
    assertClose([back.estimate, back.p], [1 / there.estimate!, there.p]);
    assertClose(back.interval, [1 / there.interval![1], 1 / there.interval![0]], { rel: 1e-10 });
  });

  it("coefficientOfVariationRatio(constant, …) claims nothing", () => {
    const still = [5, 5, 5, 5];
    for (const [sides, estimate] of [
      [[still, candidate], null],
      [[candidate, still], 0],
      [[still, still], null],
    ] as const) {
      const result = coefficientOfVariationRatio(...sides);
      expect(result).toMatchObject({
        estimate,
        interval: null,
        p: null,
        warnings: [{ code: "no-variation" }],
      });
      expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    }
  });

  it("coefficientOfVariationRatio(sample, sample) says where runs are pooled, and refuses two units", () => {
    const sample = (unit: string) => createSample({ benchmark: "b", unit, runs: [[1, 2, 3], [2]] });
    const result = coefficientOfVariationRatio(sample("ms"), [2, 3, 4, 5]);
    expect(result).toMatchObject({ unit: "ms", warnings: [{ code: "pooled-runs" }] });
    const mixed = () => coefficientOfVariationRatio(sample("ms"), sample("s"));
    expectInputError(mixed, "coefficientOfVariationRatio", "candidate", /"ms" and "s"/);
  });

  it("coefficientOfVariationRatio(baseline, candidate) leaves its input as it is", () => {
    expectUnchanged([3, 1, 2, 4], (values) => coefficientOfVariationRatio(values, values));
  });

  it("coefficientOfVariationRatio(bad) says what is wrong", () => {
    const name = "coefficientOfVariationRatio";
    expectInputError(
      () => coefficientOfVariationRatio([1, 2, 3], candidate),
      name,
      "baseline",
      /4 values, got 3/,
    );
    expectInputError(
      () => coefficientOfVariationRatio(candidate, [-1, 1, -2, 2]),
      name,
      "candidate",
      /zero, got 0/,
    );
    const test = (options: object) => () => coefficientOfVariationRatio(baseline, candidate, options);
    expectInputError(test({ confidence: 1 }), name, "confidence", /got 1/);
  });
});
