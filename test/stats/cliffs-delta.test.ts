import { describe, expect, it } from "vitest";
import { createSample } from "../../src/core/sample.js";
import { stream } from "../../src/random/stream.js";
import { cliffsDelta } from "../../src/stats/cliffs-delta.js";
import { studentTQuantile } from "../../src/stats/distributions.js";
import { superiorityInterval } from "../../src/stats/rank/superiority-interval.js";
import { assertClose } from "../support/assert-close.js";
import { expectInputError } from "../support/expect-input-error.js";
import { normalValues } from "../support/normal-values.js";
import { expectUnchanged } from "../support/unchanged.js";

describe("cliffsDelta", () => {
  it("cliffsDelta(baseline, candidate) agrees with a count of all pairs and the formulas of Brunner and Munzel", () => {
    const rng = stream(1, "pairs");
    for (let round = 0; round < 300; round++) {
      const scale = [1, 3, 1e9][round % 3]!;
      const draw = (n: number, mean: number) =>
        normalValues(rng, n, mean, 2).map((value) => Math.round(value * scale) * 1e-9);
      const baseline = draw(2 + rng.below(9), 10);
      const candidate = draw(2 + rng.below(9), 11);
      const result = cliffsDelta(baseline, candidate, { confidence: 0.9 });
      const expected = slowDelta(baseline, candidate, 0.9);
      assertClose(
        [result.estimate, result.interval, result.standardError],
        [expected.estimate, expected.interval, expected.standardError],
        // Sums of placements cancel in either way of writing them.
        { rel: 1e-10, abs: 1e-13 },
      );
    }
  });

  it("cliffsDelta(f(baseline), f(candidate)) is the same for every rising f", () => {
    const rng = stream(2, "monotone");
    const baseline = normalValues(rng, 9, 10, 2);
    const candidate = normalValues(rng, 14, 11, 4);
    const plain = cliffsDelta(baseline, candidate);
    for (const f of [(x: number) => 1e12 * x, (x: number) => 1e-9 * x - 5, Math.exp]) {
      expect(cliffsDelta(baseline.map(f), candidate.map(f))).toEqual(plain);
    }
    const mirrored = cliffsDelta(
      baseline.map((x) => -x),
      candidate.map((x) => -x),
    );
    assertClose(
      [mirrored.estimate, mirrored.interval],
      [-plain.estimate, plain.interval!.map((x) => -x).reverse()],
    );
    assertClose(cliffsDelta(candidate, baseline).estimate, -plain.estimate);
  });

  it("cliffsDelta(normal values) covers the truth at least as often as it says", () => {
    const rng = stream(3, "coverage");
    const rounds = 2000;
    // 2 · Φ(1 / √5) − 1, for a difference of 1 in standard deviations 1 and 2.
    const truth = 0.34527915398142317;
    let covered = 0;
    for (let round = 0; round < rounds; round++) {
      const { interval } = cliffsDelta(normalValues(rng, 12, 0, 1), normalValues(rng, 10, 1, 2));
      if (interval![0] <= truth && truth <= interval![1]) covered++;
    }
    const error = 4 * Math.sqrt((0.95 * 0.05) / rounds);
    expect(covered / rounds).toBeGreaterThan(0.95 - error);
    expect(covered / rounds).toBeLessThan(0.99);
  });

  it("cliffsDelta(apart, apart) keeps the probability that chance alone draws them apart", () => {
    const result = cliffsDelta([1, 2, 3], [7, 8, 9, 10, 11]);
    // Were the probability p, three separate pairs would all point this way with probability p³ = 0.025.
    assertClose(result.interval, [2 * 0.025 ** (1 / 3) - 1, 1]);
    expect(result).toMatchObject({ estimate: 1, standardError: 0, warnings: [] });
    assertClose(cliffsDelta([7, 8, 9, 10, 11], [1, 2, 3]).interval, [-1, 1 - 2 * 0.025 ** (1 / 3)]);
  });

  it("cliffsDelta(one value, …) and cliffsDelta(ties only) claim nothing", () => {
    const single = cliffsDelta([1], [2, 3]);
    expect(single).toMatchObject({ estimate: 1, interval: null, standardError: null });
    expect(single.warnings).toMatchObject([{ code: "too-few-values" }]);
    const tied = cliffsDelta([4, 4, 4], [4, 4]);
    expect(tied).toMatchObject({ estimate: 0, interval: null, standardError: null });
    expect(tied.warnings).toMatchObject([{ code: "no-variation" }]);
    expect(JSON.parse(JSON.stringify(tied))).toEqual(tied);
  });

  it("cliffsDelta(baseline, candidate) leaves its input as it is", () => {
    expectUnchanged([3, 1, 2, 7], (values) => cliffsDelta(values, values));
  });

  it("cliffsDelta(bad) says what is wrong", () => {
    expectInputError(() => cliffsDelta([], [1]), "cliffsDelta", "baseline", /got 0/);
    expectInputError(() => cliffsDelta([1], [Infinity]), "cliffsDelta", "candidate[0]", /Infinity/);
    expectInputError(() => cliffsDelta([1], [2], { confidence: 0 }), "cliffsDelta", "confidence", /got 0/);
    const inUnit = (unit: string) => createSample({ benchmark: "b", unit, runs: [[1, 2, 3]] });
    expectInputError(
      () => cliffsDelta(inUnit("ms"), inUnit("s")),
      "cliffsDelta",
      "candidate",
      /"ms" and "s"/,
    );
    expectInputError(() => superiorityInterval("f", [1], [2], 2), "f", "confidence", /got 2/);
  });
});

/** All pairs one by one; the variances of the placements; the logit and back. */
function slowDelta(baseline: readonly number[], candidate: readonly number[], confidence: number) {
  const [n, m] = [baseline.length, candidate.length];
  const rows = baseline.map((x) => average(candidate.map((y) => Math.sign(y - x))));
  const columns = candidate.map((y) => average(baseline.map((x) => Math.sign(y - x))));
  const estimate = average(rows);
  const parts = [spread(rows) / n / 4, spread(columns) / m / 4] as const;
  const squaredError = parts[0] + parts[1];
  const varies = new Set([...baseline, ...candidate]).size > 1;
  if (!varies) return { estimate, interval: null, standardError: null };
  if (Math.abs(estimate) === 1) {
    const bound = 2 * ((1 - confidence) / 2) ** (1 / Math.min(n, m)) - 1;
    return { estimate, interval: estimate > 0 ? [bound, 1] : [-1, -bound], standardError: 0 };
  }
  const df = squaredError ** 2 / (parts[0] ** 2 / (n - 1) + parts[1] ** 2 / (m - 1));
  const p = (estimate + 1) / 2;
  const half = (studentTQuantile((1 + confidence) / 2, df) * Math.sqrt(squaredError)) / (p * (1 - p));
  const back = (logit: number) => 2 / (1 + Math.exp(-logit)) - 1;
  const logit = Math.log(p / (1 - p));
  return {
    estimate,
    interval: [back(logit - half), back(logit + half)],
    standardError: 2 * Math.sqrt(squaredError),
  };
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function spread(values: readonly number[]): number {
  const center = average(values);
  return values.reduce((sum, value) => sum + (value - center) ** 2, 0) / (values.length - 1);
}
