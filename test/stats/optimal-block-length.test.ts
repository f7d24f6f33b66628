import { describe, expect, it } from "vitest";
import { createSample } from "../../src/core/sample.js";
import { stream } from "../../src/random/stream.js";
import { optimalBlockLength } from "../../src/stats/optimal-block-length.js";
import { assertClose } from "../support/assert-close.js";
import { autoregression } from "../support/autoregression.js";
import { expectInputError } from "../support/expect-input-error.js";
import { reference } from "../support/reference.js";
import { expectUnchanged } from "../support/unchanged.js";

interface Reference {
  readonly cases: readonly {
    readonly values: readonly number[];
    readonly stationary: number;
    readonly circular: number;
    readonly bandwidth: number;
  }[];
}

const values = [1, 2, 2, 3, 3, 2, 2, 1, 1, 2, 3, 3];

describe("optimalBlockLength", () => {
  it("optimalBlockLength(values) agrees with the definition, and that mostly with arch", () => {
    for (const { values, stationary, circular, bandwidth } of reference<Reference>("block-length").cases) {
      const result = optimalBlockLength(values);
      assertClose(
        { stationary: result.stationary, bandwidth: result.bandwidth },
        { stationary, bandwidth },
        { rel: 1e-8 },
      );
      expect(result.movingBlock).toBe(Math.ceil(circular));
    }
  });

  it("optimalBlockLength(values) reports everything that it found", () => {
    expect(optimalBlockLength(values)).toEqual({
      method: "optimal-block-length",
      stationary: expect.any(Number),
      movingBlock: expect.any(Number),
      bandwidth: expect.any(Number),
      n: 12,
      warnings: [],
    });
    const joined = optimalBlockLength(createSample({ benchmark: "b", runs: [values, values] }));
    expect(joined.warnings).toMatchObject([{ code: "joined-runs" }]);
  });

  it("optimalBlockLength(series) grows with autocorrelation, and stays within its limits", () => {
    const rng = stream(1, "series");
    const typical = [0, 0.5, 0.9].map((weight) => {
      const lengths = Array.from({ length: 30 }, () => {
        const { stationary, movingBlock } = optimalBlockLength(autoregression(rng, 300, weight));
        expect(stationary).toBeGreaterThanOrEqual(1);
        expect(movingBlock).toBeGreaterThanOrEqual(stationary!);
        expect(movingBlock).toBeLessThanOrEqual(Math.ceil(3 * Math.sqrt(300)));
        return stationary!;
      });
      return lengths.sort((a, b) => a - b)[15]!;
    });
    expect(typical[0]).toBeLessThan(5);
    expect(typical[1]).toBeGreaterThan(typical[0]!);
    expect(typical[2]).toBeGreaterThan(2 * typical[1]!);
  });

  it("optimalBlockLength(c · values + d) is the same", () => {
    const { stationary } = optimalBlockLength(values);
    assertClose(optimalBlockLength(values.map((value) => 7 - 1e9 * value)).stationary, stationary, {
      rel: 1e-9,
    });
  });

  it("optimalBlockLength(values that do not vary) claims nothing", () => {
    expect(optimalBlockLength([0.1, 0.1, 0.1, 0.1])).toMatchObject({
      stationary: null,
      movingBlock: null,
      warnings: [{ code: "no-variation" }],
    });
  });

  it("optimalBlockLength(values) leaves its input as it is", () => {
    expectUnchanged(values, (input) => optimalBlockLength(input));
  });

  it("optimalBlockLength(bad) says what is wrong", () => {
    expectInputError(() => optimalBlockLength([1, 2, 3]), "optimalBlockLength", "values", /4 values, got 3/);
    expectInputError(
      () => optimalBlockLength([1, Number.NaN, 2, 3]),
      "optimalBlockLength",
      "values[1]",
      /NaN/,
    );
  });
});
