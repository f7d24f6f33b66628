import { describe, expect, it } from "vitest";
import { appendToHunter } from "../../src/changepoint/append-to-hunter.js";
import type { HunterOptions } from "../../src/changepoint/hunter/hunter-options.js";
import { hunter } from "../../src/changepoint/hunter.js";
import { createSample } from "../../src/core/sample.js";
import { stream } from "../../src/random/stream.js";
import { welchTTest } from "../../src/stats/welch-t-test.js";
import { assertClose } from "../support/assert-close.js";
import { expectInputError } from "../support/expect-input-error.js";
import { hunterByDefinition } from "../support/hunter-definition.js";
import { noisySeries, seriesShapes } from "../support/noisy-series.js";
import { normalValues } from "../support/normal-values.js";
import { reference } from "../support/reference.js";
import { expectUnchanged } from "../support/unchanged.js";

interface Published {
  readonly series: Readonly<Record<string, readonly number[]>>;
  readonly cases: readonly {
    readonly source: string;
    readonly series: string;
    readonly options: HunterOptions;
    readonly indices: readonly number[];
    readonly weak?: readonly number[];
  }[];
}

interface SciPyReference {
  readonly cases: readonly {
    readonly values: readonly number[];
    readonly options: HunterOptions;
    readonly indices: readonly number[];
    readonly weak: readonly (readonly [index: number, p: number | null, magnitude: number])[];
  }[];
}

const times = [1.02, 0.95, 0.99, 1.0, 1.12, 0.9, 0.5, 0.51, 0.48, 0.48, 0.55];
const modes = ["student", "welch", "permutation"] as const;
const { series, cases } = reference<Published>("hunter-published");

describe("hunter: reference values", () => {
  it.each(cases)("finds what is published: $source, $options", (published) => {
    const result = hunter(series[published.series]!, published.options);
    expect(result.indices).toEqual(published.indices);
    if (published.weak !== undefined) expect(result.weak.map(({ index }) => index)).toEqual(published.weak);
  });

  it("hunter(values, options) agrees with the description in NumPy and SciPy", () => {
    for (const { values, options, indices, weak } of reference<SciPyReference>("hunter").cases) {
      const result = hunter(values, options);
      expect(result.indices, JSON.stringify(options)).toEqual(indices);
      assertClose(
        result.weak.map(({ index, p, magnitude }) => [index, p, magnitude]),
        weak,
        // The p of constant sides is 0 there, and the smallest number above it here.
        { rel: 1e-9, abs: 1e-300 },
      );
    }
  });

  it.each(seriesShapes)("hunter(values) finds what full loops find in series of the shape %s", (shape) => {
    const rng = stream(1, "hunter", shape);
    for (let round = 0; round < 40; round++) {
      const values = noisySeries(rng, shape, 1 + rng.below(25));
      const window = 2 + rng.below(9);
      const maxP = [0.001, 0.02, 0.1, 0.6][rng.below(4)]!;
      const minMagnitude = rng.below(3) === 0 ? 0.2 : 0;
      for (const significance of ["student", "welch"] as const) {
        const options = { window, maxP, minMagnitude, significance };
        const { indices, weak } = hunter(values, options);
        const defined = hunterByDefinition(values, window, maxP, minMagnitude, significance);
        const found = { indices, weak: weak.map(({ index }) => index) };
        expect(found, JSON.stringify({ values, ...options })).toEqual(defined);
      }
    }
  });
});

describe("hunter: tests", () => {
  it('hunter(values, { significance: "welch" }) reports the p of Welch\'s test of what lies on both sides', () => {
    const { changePoints } = hunter(times, { significance: "welch" });
    expect(changePoints).toMatchObject([
      { index: 6, before: { start: 0, end: 6 }, after: { start: 6, end: 11 } },
    ]);
    assertClose(changePoints[0]?.p, welchTTest(times.slice(0, 6), times.slice(6)).p);
  });

  it('hunter(values, { significance: "permutation" }) has steps of its permutations, and one seed one answer', () => {
    const values = noisySeries(stream(1, "permutation"), "step", 60);
    const options = { significance: "permutation", permutations: 3999 } as const;
    const result = hunter(values, options);
    expect(result).toMatchObject({ changePoints: [{ p: 1 / 4000 }], anywhereP: 2 / 4000 });
    expect(hunter(values, options)).toEqual(result);
    expect(hunter(times, { significance: "permutation", permutations: 999 }).warnings).toMatchObject([
      { code: "too-few-permutations", message: /take 2000 or more/ },
    ]);
  });

  it('hunter(noise, { significance: "permutation" }) cries wolf in less than maxP of series, "student" in more', () => {
    const rng = stream(1, "false alarms");
    const alarms = { student: 0, permutation: 0 };
    const rounds = 200;
    for (let round = 0; round < rounds; round++) {
      const values = normalValues(rng, 60, 10, 1).map((value) => Math.exp(value / 3));
      for (const significance of ["student", "permutation"] as const) {
        const options = { significance, maxP: 0.05, permutations: 99, seed: round };
        if (hunter(values, options).indices.length > 0) alarms[significance]++;
      }
    }
    expect(alarms.permutation / rounds).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / rounds));
    expect(alarms.student / rounds).toBeGreaterThan(0.2);
  });

  it("hunter(values) says where a change is kept whose p is not small, as Otava keeps it", () => {
    const options = { window: 30, maxP: 0.01 };
    const kept = hunter(series.tigerbeetle!, options);
    const untrue = kept.changePoints.filter(({ p }) => p >= 0.01).map(({ index }) => index);
    expect(untrue.length).toBeGreaterThan(0);
    expect(kept.warnings).toMatchObject([
      { code: "above-max-p", message: expect.stringContaining(`index ${untrue.join(", ")}.`) },
    ]);
    const corrected = hunter(series.tigerbeetle!, { ...options, significance: "welch" });
    expect(corrected.changePoints.every(({ p }) => p < 0.01)).toBe(true);
  });
});

describe("hunter: laws", () => {
  const rng = stream(1, "hunter laws");
  const all = seriesShapes.flatMap((shape) => Array.from({ length: 4 }, () => noisySeries(rng, shape, 70)));

  it("hunter(c · values) finds the same, with the same p, and with no minimum also hunter(values + d)", () => {
    for (const values of all) {
      for (const significance of modes) {
        const options = { significance, maxP: 0.01, window: 20, permutations: 299 } as const;
        const there = hunter(values, options);
        const scaled = hunter(
          values.map((value) => -0.125 * value),
          options,
        );
        expect(scaled.indices).toEqual(there.indices);
        const p = (result: typeof there) => result.changePoints.map((change) => change.p);
        assertClose(p(scaled), p(there), { rel: 1e-9 });
        const moved = hunter(
          values.map((value) => value + 1024),
          options,
        );
        expect(moved.weak.map(({ index }) => index)).toEqual(there.weak.map(({ index }) => index));
      }
    }
  });

  it("appendToHunter(result, value), value by value, equals the whole series", () => {
    for (const significance of modes) {
      for (const values of all.slice(0, significance === "permutation" ? 8 : all.length)) {
        const options = { significance, maxP: 0.02, window: 12, permutations: 99 } as const;
        let grown = hunter(values.slice(0, 1), options);
        for (const [i, value] of values.entries()) {
          if (i === 0) continue;
          grown = appendToHunter(grown, value);
          if (i % 7 === 0) expect(grown).toEqual(hunter(values.slice(0, i + 1), options));
        }
        expect(grown).toEqual(hunter(values, options));
      }
    }
  });

  // A window starts where the one before ended, so from the other end there are other windows.
  it("hunter(reversed) finds a lone clear step in the mirrored place", () => {
    const values = [...normalValues(rng, 40, 100, 1), ...normalValues(rng, 40, 110, 1)];
    expect(hunter(values).indices).toEqual([40]);
    expect(hunter(values.toReversed()).indices).toEqual([40]);
  });
});

describe("hunter: results", () => {
  it("hunter(sample, { times }) describes what lies before and after", () => {
    const sample = createSample({ benchmark: "b", unit: "s", runs: [times] });
    const result = hunter(sample, { times: times.map((_, i) => 60 * i) });
    expect(result).toMatchObject({
      method: "hunter",
      indices: [6],
      changePoints: [{ index: 6, time: 360, indexInterval: null, before: { n: 6 }, after: { n: 5 } }],
      unit: "s",
      window: 50,
      maxP: 0.001,
      minMagnitude: 0,
      significance: "student",
      warnings: [],
    });
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  it("hunter(values with gaps) fills them as Otava does, or drops them and counts them, and so does appending", () => {
    const gappy = [Number.NaN, ...times.slice(0, 4), Number.NaN, ...times.slice(4)];
    expectInputError(() => hunter(gappy), "hunter", "values[0]", /got NaN/);
    const filled = hunter(gappy, { gaps: "fill" });
    expect(filled.indices).toEqual(
      hunter([times[0]!, ...times.slice(0, 4), times[3]!, ...times.slice(4)]).indices,
    );
    for (const gaps of ["fill", "drop"] as const) {
      const options = { gaps, window: 8 };
      const whole = hunter(gappy, options);
      expect(whole).toMatchObject({ indices: [8], n: 13, warnings: [{ code: "gaps" }] });
      for (let n = 2; n < gappy.length; n++) {
        const grown = appendToHunter(
          JSON.parse(JSON.stringify(hunter(gappy.slice(0, n), options))),
          gappy.slice(n),
        );
        expect(grown).toEqual(whole);
      }
    }
  });

  it("hunter(weak data) finds nothing, and says why", () => {
    expect(hunter([1, 2])).toMatchObject({
      indices: [],
      warnings: [{ code: "too-few-values", message: /3 values would do/ }],
    });
    expect(hunter([1]).warnings[0]).toMatchObject({ message: /^1 value leaves/ });
    expect(hunter([1, 2, 9], { significance: "welch" }).warnings).toMatchObject([
      { message: /4 values would do/ },
    ]);
    expect(hunter(Array(30).fill(0.1))).toMatchObject({ indices: [], warnings: [{ code: "no-variation" }] });
    const clean = hunter([1, 1, 1, 1, 5, 5, 5, 5]);
    expect(clean).toMatchObject({ indices: [4], changePoints: [{ p: Number.MIN_VALUE, magnitude: 4 }] });
    expect(hunter([0, 0, 0, 0, 5, 5, 5, 5]).changePoints).toMatchObject([
      { magnitude: 1, relativeChange: null },
    ]);
  });

  it("hunter(values) leaves its input as it is", () => {
    expectUnchanged(times, (values) => hunter(values));
    const result = hunter(times);
    const copy = structuredClone(result);
    appendToHunter(result, [0.5, 9]);
    expect(result).toEqual(copy);
  });

  it("hunter(bad) says what is wrong", () => {
    expectInputError(() => hunter([]), "hunter", "values", /got 0/);
    const call = (options: object) => () => hunter(times, options);
    expectInputError(call({ window: 1 }), "hunter", "window", /2 or more, got 1/);
    expectInputError(call({ maxP: 2 }), "hunter", "maxP", /got 2/);
    expectInputError(call({ minMagnitude: -1 }), "hunter", "minMagnitude", /got -1/);
    expectInputError(call({ significance: "t" }), "hunter", "significance", /got "t"/);
    expectInputError(call({ permutations: 0 }), "hunter", "permutations", /got 0/);
    expectInputError(call({ seed: 0.1 }), "hunter", "seed", /got 0.1/);
    expectInputError(call({ confidence: 0 }), "hunter", "confidence", /got 0/);
    expectInputError(call({ gaps: "skip" }), "hunter", "gaps", /got "skip"/);
  });

  it("appendToHunter(bad) says what is wrong", () => {
    const name = "appendToHunter";
    const result = hunter(times, { times: times.map((_, i) => i) });
    expectInputError(() => appendToHunter(result, 0.5), name, "times", /12, got 11/);
    expectInputError(
      () => appendToHunter(result, 0.5, { times: 3 }),
      name,
      "times[11]",
      /after the one before/,
    );
    expect(appendToHunter(result, [0.5, 0.5], { times: [20, 30] }).state.times?.at(-1)).toBe(30);
    expectInputError(() => appendToHunter(hunter(times), Number.NaN), name, "values[11]", /got NaN/);
    expectInputError(() => appendToHunter(hunter(times), "1" as never), name, "values", /got "1"/);
    expectInputError(() => appendToHunter(hunter(times), 1, { times: 5 }), name, "times", /12, got 1/);
    for (const bad of [null, {}, times, { method: "hunter" }]) {
      expectInputError(() => appendToHunter(bad as never, 1), name, "result", /a result of hunter/);
    }
  });
});
