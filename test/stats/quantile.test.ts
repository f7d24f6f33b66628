import { describe, expect, it } from "vitest";
import { createSample } from "../../src/core/sample.js";
import type { QuantileType } from "../../src/core/sorted-quantile.js";
import { quantile } from "../../src/stats/quantile.js";
import { assertClose } from "../support/assert-close.js";
import { expectInputError } from "../support/expect-input-error.js";
import { reference } from "../support/reference.js";
import { expectUnchanged } from "../support/unchanged.js";

interface Reference {
  readonly p: readonly number[];
  /** Estimates by type 1 to 9. */
  readonly cases: readonly { readonly values: readonly number[]; readonly estimates: readonly number[][] }[];
}

const types: readonly QuantileType[] = [1, 2, 3, 4, 5, 6, 7, 8, 9];

describe("quantile", () => {
  const { p: probabilities, cases } = reference<Reference>("quantile");

  it.each(types)("quantile(values, p, { type: %i }) agrees with R", (type) => {
    for (const { values, estimates } of cases) {
      assertClose(quantile(values, probabilities, { type }).estimate, estimates[type - 1]);
    }
  });

  it("quantile(values, p) takes one probability or several, of type 7 by default", () => {
    expect(quantile([12, 10, 11, 15], 0.25)).toEqual({
      method: "quantile",
      estimate: 10.75,
      p: 0.25,
      type: 7,
      n: 4,
      unit: null,
      warnings: [],
    });
    expect(quantile([12, 10, 11, 15], [0.25, 0.5])).toMatchObject({
      estimate: [10.75, 11.5],
      p: [0.25, 0.5],
    });
    expect(quantile(createSample({ benchmark: "b", unit: "s", runs: [[2, 4]] }), 0.5)).toMatchObject({
      estimate: 3,
      unit: "s",
    });
  });

  it.each(types)("quantile(values, p, { type: %i }) rises with p and stays within the values", (type) => {
    const values = [0.5, 3, 3, 8, 13, 2.5, 21];
    const steps = Array.from({ length: 201 }, (_, i) => i / 200);
    const estimates = quantile(values, steps, { type }).estimate;
    expect(estimates).toEqual(estimates.toSorted((x, y) => x - y));
    expect(estimates[0]).toBe(0.5);
    expect(estimates.at(-1)).toBe(21);
    const mirrored = quantile(
      values.map((value) => -value),
      steps.toReversed(),
      { type },
    ).estimate;
    // Types 1, 3, 4 round towards one side; the others treat both ends alike.
    if (![1, 3, 4].includes(type)) {
      assertClose(
        mirrored.map((value) => -value),
        estimates,
      );
    }
  });

  it("quantile(values, k / n, { type: 1 }) is the k-th value, in spite of rounding", () => {
    const values = Array.from({ length: 1000 }, (_, i) => i + 1);
    const steps = values.map((k) => k / 1000);
    expect(quantile(values, steps, { type: 1 }).estimate).toEqual(values);
  });

  it("quantile([x], p) is x", () => {
    for (const type of types) expect(quantile([5], [0, 0.5, 1], { type }).estimate).toEqual([5, 5, 5]);
  });

  it("quantile(values, p) leaves its input as it is", () => {
    expectUnchanged([3, 1, 2], (values) => quantile(values, 0.4));
    expect(quantile([1, 2], []).estimate).toEqual([]);
    const p = Object.freeze([0.9, 0.1]);
    expect(quantile([1, 2], p).p).toEqual(p);
  });

  it("quantile(bad) says what is wrong", () => {
    expectInputError(() => quantile([], 0.5), "quantile", "values", /one value, got 0/);
    expectInputError(() => quantile([1, Number.NaN], 0.5), "quantile", "values[1]", /NaN/);
    expectInputError(() => quantile([1, 2], 50), "quantile", "p", /0 to 1.*got 50/);
    expectInputError(() => quantile([1, 2], Number.NaN), "quantile", "p", /got NaN/);
    expectInputError(() => quantile([1, 2], [0.5, -0.1]), "quantile", "p", /got -0.1/);
    expectInputError(() => quantile([1, 2], "0.5" as never), "quantile", "p", /got "0.5"/);
    expectInputError(() => quantile([1, 2], undefined as never), "quantile", "p", /number from 0 to 1/);
    expectInputError(() => quantile([1, 2], 0.5, { type: 10 as never }), "quantile", "type", /got 10/);
  });
});
