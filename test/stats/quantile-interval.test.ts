import { describe, expect, it } from "vitest";
import { createSample } from "../../src/core/sample.js";
import { stream } from "../../src/random/stream.js";
import { quantileInterval } from "../../src/stats/quantile-interval.js";
import { assertClose } from "../support/assert-close.js";
import { expectInputError } from "../support/expect-input-error.js";
import { normalValues } from "../support/normal-values.js";
import { reference } from "../support/reference.js";
import { expectUnchanged } from "../support/unchanged.js";

interface Reference {
  readonly interpolated: readonly {
    readonly values: readonly number[];
    readonly p: number;
    readonly confidence: number;
    readonly interval: readonly [number | null, number | null];
  }[];
}

const values = [4, 8, 15, 16, 23, 42, 7, 9];

describe("quantileInterval", () => {
  it("quantileInterval(values, { bounds: 'interpolated' }) agrees with the papers' formulas", () => {
    for (const { values, p, confidence, interval } of reference<Reference>("order-statistics").interpolated) {
      const result = quantileInterval(values, { p, confidence, bounds: "interpolated" });
      assertClose(result.interval ?? [null, null], interval, { rel: 1e-10 });
    }
  });

  it("quantileInterval(values) reports everything that it was asked and found", () => {
    expect(quantileInterval(values)).toEqual({
      method: "quantile-interval",
      bounds: "exact",
      p: 0.5,
      estimate: 12,
      interval: [4, 42],
      confidence: 0.95,
      attainedConfidence: 1 - 2 / 256,
      ranks: [1, 8],
      n: 8,
      unit: null,
      warnings: [],
    });
    const sample = createSample({ benchmark: "b", unit: "ms", runs: [values, values] });
    const pooled = quantileInterval(sample);
    expect(pooled).toMatchObject({ unit: "ms", n: 16, warnings: [{ code: "pooled-runs" }] });
  });

  it("quantileInterval(−values, { p: 1 − p }) is the mirror image", () => {
    const rng = stream(1, "mirror");
    for (const bounds of ["exact", "interpolated"] as const) {
      for (let round = 0; round < 100; round++) {
        const normal = normalValues(rng, 5 + rng.below(60), 10, 1);
        const p = 0.02 + 0.96 * rng.uniform();
        const { interval } = quantileInterval(normal, { p, bounds });
        const mirrored = quantileInterval(
          normal.map((value) => -value),
          { p: 1 - p, bounds },
        ).interval;
        const back = mirrored?.toReversed().map((bound) => (bound === null ? null : -bound)) ?? null;
        assertClose(back, interval);
      }
    }
  });

  it("quantileInterval(values, { bounds: 'interpolated' }) lies within the exact one", () => {
    const rng = stream(2, "within");
    let narrower = 0;
    for (let round = 0; round < 200; round++) {
      const normal = normalValues(rng, 12 + rng.below(60), 10, 1);
      const options = { p: 0.3 + 0.4 * rng.uniform(), confidence: 0.8 };
      const exact = quantileInterval(normal, options).interval as [number, number];
      const inner = quantileInterval(normal, { ...options, bounds: "interpolated" }).interval as [
        number,
        number,
      ];
      expect(exact[0] <= inner[0] && inner[1] <= exact[1]).toBe(true);
      if (inner[1] - inner[0] < exact[1] - exact[0]) narrower++;
    }
    expect(narrower).toBeGreaterThan(190);
  });

  it("quantileInterval(log-normal values) covers the truth as often as attainedConfidence says", () => {
    const rng = stream(3, "coverage");
    const rounds = 4000;
    for (const p of [0.5, 0.9]) {
      let exact = 0;
      let interpolated = 0;
      let attained = 0;
      // The quantiles 0.5 and 0.9 of the standard normal distribution.
      const truth = Math.exp(p === 0.5 ? 0 : 1.2815515655446004);
      for (let round = 0; round < rounds; round++) {
        const drawn = normalValues(rng, 60, 0, 1).map(Math.exp);
        const result = quantileInterval(drawn, { p, confidence: 0.9 });
        attained = result.attainedConfidence!;
        if (covers(result.interval as [number, number], truth)) exact++;
        const inner = quantileInterval(drawn, { p, confidence: 0.9, bounds: "interpolated" }).interval;
        if (covers(inner as [number, number], truth)) interpolated++;
      }
      // Four Monte Carlo standard errors of a proportion of 0.9; the interpolation itself is good to 0.01.
      const error = 4 * Math.sqrt((0.9 * 0.1) / rounds);
      expect(Math.abs(exact / rounds - attained)).toBeLessThan(error);
      expect(Math.abs(interpolated / rounds - 0.9)).toBeLessThan(error + 0.01);
    }
  });

  it("quantileInterval(few values) leaves bounds open, and tells how many values would do", () => {
    const highest = quantileInterval(values, { p: 0.9 });
    expect(highest).toMatchObject({ interval: [15, null], ranks: [5, null] });
    expect(highest.attainedConfidence).toBeGreaterThan(0.95);
    expect(highest.warnings).toMatchObject([
      { code: "too-few-values", message: expect.stringMatching(/no upper bound.*36 values/) },
    ]);
    const none = quantileInterval([1, 2, 3]);
    expect(none).toMatchObject({ interval: null, attainedConfidence: null, ranks: [null, null] });
    expect(none.warnings).toMatchObject([
      { code: "too-few-values", message: expect.stringMatching(/no bounds.*6 values/) },
    ]);
  });

  it("quantileInterval(ties) says so where both bounds are one value, and claims nothing of equal values", () => {
    const tied = quantileInterval([1, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 9]);
    expect(tied).toMatchObject({ interval: [5, 5], warnings: [{ code: "tied-bounds" }] });
    const equal = quantileInterval(Array(20).fill(0.1));
    expect(equal).toMatchObject({ interval: null, warnings: [{ code: "no-variation" }] });
  });

  it("quantileInterval(values) leaves its input as it is", () => {
    expectUnchanged(values, (input) => quantileInterval(input, { bounds: "interpolated" }));
  });

  it("quantileInterval(bad) says what is wrong", () => {
    expectInputError(() => quantileInterval([1]), "quantileInterval", "values", /2 values, got 1/);
    expectInputError(() => quantileInterval([1, Number.NaN]), "quantileInterval", "values[1]", /NaN/);
    for (const p of [0, 1, -1, Number.NaN, "0.5" as never]) {
      expectInputError(() => quantileInterval(values, { p }), "quantileInterval", "p", /between 0 and 1/);
    }
    for (const confidence of [0, 1, 95, Number.NaN]) {
      expectInputError(
        () => quantileInterval(values, { confidence }),
        "quantileInterval",
        "confidence",
        /between 0 and 1/,
      );
    }
    expectInputError(
      () => quantileInterval(values, { bounds: "both" as never }),
      "quantileInterval",
      "bounds",
      /"exact", "interpolated", got "both"/,
    );
  });
});

function covers([low, high]: readonly [number, number], truth: number): boolean {
  return low <= truth && truth <= high;
}
