import { describe, expect, it } from "vitest";
import { createSample } from "../../src/core/sample.js";
import { type OutlierMethod, outliers } from "../../src/stats/outliers.js";
import { assertClose } from "../support/assert-close.js";
import { expectInputError } from "../support/expect-input-error.js";
import { reference } from "../support/reference.js";
import { expectUnchanged } from "../support/unchanged.js";

interface Reference {
  readonly cases: readonly {
    readonly values: readonly number[];
    readonly results: readonly {
      readonly method: OutlierMethod;
      readonly k: number;
      readonly fences: readonly (number | null)[];
      readonly severeFences: readonly (number | null)[];
      readonly marked: readonly (readonly [index: number, severity: string])[];
    }[];
  }[];
}

const methods = ["tukey", "mad", "double-mad"] as const;
const values = [10, 11, 12, 11, 10, 12, 13, 11, 10, 9, 30, 1];

describe("outliers", () => {
  it.each(reference<Reference>("outliers").cases)(
    "outliers(values) agrees with NumPy, case %#",
    (expected) => {
      for (const { method, k, fences, severeFences, marked } of expected.results) {
        const result = outliers(expected.values, { method, k });
        assertClose({ fences: result.fences, severeFences: result.severeFences }, { fences, severeFences });
        expect(result.outliers.map(({ index, severity }) => [index, severity])).toEqual(marked);
      }
    },
  );

  it("outliers(values) reports everything that it was asked and found", () => {
    expect(outliers([10, 11, 12, 11, 10, 19])).toEqual({
      method: "tukey",
      k: 1.5,
      outliers: [{ index: 5, value: 19, side: "high", severity: "severe" }],
      fences: [8, 14],
      severeFences: [5.75, 16.25],
      median: 11,
      n: 6,
      unit: null,
      warnings: [],
    });
  });

  it.each(methods)("outliers(c · values + d, %s) marks the same ones", (method) => {
    const marks = outliers(values, { method }).outliers.map(({ value: _, ...mark }) => mark);
    expect(marks.length).toBeGreaterThan(0);
    for (const [factor, shift] of [
      [2 ** -30, 0],
      [2 ** 40, 0],
      [2, -64],
    ] as const) {
      const moved = outliers(
        values.map((value) => factor * value + shift),
        { method },
      );
      expect(moved.outliers.map(({ value: _, ...mark }) => mark)).toEqual(marks);
    }
    const mirrored = outliers(
      values.map((value) => -value),
      { method },
    );
    expect(mirrored.outliers.map(({ index, severity }) => ({ index, severity }))).toEqual(
      marks.map(({ index, severity }) => ({ index, severity })),
    );
  });

  it.each(methods)("outliers(half equal, %s) marks nothing without a spread", (method) => {
    const result = outliers([5, 5, 5, 5, 5, 5, 5, 5, 5, 1000], { method });
    expect(result.warnings).toMatchObject([{ code: "no-spread" }]);
    expect(result.outliers).toEqual([]);
    expect(outliers([3, 3, 3], { method }).fences).toEqual([null, null]);
  });

  it("outliers(one side equal, double-mad) still judges the other", () => {
    const result = outliers([4, 5, 5, 5, 5, 6, 7, 7, 40], { method: "double-mad" });
    expect(result.fences[0]).toBeNull();
    expect(result.outliers).toMatchObject([{ value: 40, side: "high" }]);
    expect(result.warnings).toMatchObject([{ code: "no-spread" }]);
  });

  it("outliers(a fifth far away) doubts that they are strays", () => {
    const result = outliers([10, 11, 12, 11, 10, 12, 13, 11, 10, 11, 12, 11, 99, 98, 97]);
    expect(result.warnings).toMatchObject([{ code: "many-outliers" }]);
  });

  it("outliers(3 values) says that they are few", () => {
    expect(outliers([1, 2, 50]).warnings).toMatchObject([{ code: "too-few-values" }]);
  });

  it("outliers(sample) carries its unit", () => {
    const sample = createSample({ benchmark: "b", unit: "ms", runs: [values] });
    expect(outliers(sample).unit).toBe("ms");
  });

  it("outliers(values) is plain JSON and leaves its input as it is", () => {
    expect(JSON.parse(JSON.stringify(outliers(values)))).toEqual(outliers(values));
    expectUnchanged(values, (given) => outliers(given, { method: "mad" }));
  });

  it("outliers(bad) says what is wrong", () => {
    expectInputError(() => outliers([1, 2]), "outliers", "values", /3 values, got 2/);
    expectInputError(() => outliers([1, 2, Number.NaN]), "outliers", "values[2]", /NaN/);
    expectInputError(
      () => outliers(values, { method: "iqr" as "mad" }),
      "outliers",
      "method",
      /"double-mad".*"iqr"/,
    );
    for (const k of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expectInputError(() => outliers(values, { k }), "outliers", "k", /above 0/);
    }
  });
});
