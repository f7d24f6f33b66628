import { describe, expect, it } from "vitest";
import { stream } from "../../src/random/stream.js";
import { cliffsDelta } from "../../src/stats/cliffs-delta.js";
import { probabilityOfSuperiority } from "../../src/stats/probability-of-superiority.js";
import { assertClose } from "../support/assert-close.js";
import { expectInputError } from "../support/expect-input-error.js";
import { normalValues } from "../support/normal-values.js";
import { expectUnchanged } from "../support/unchanged.js";

describe("probabilityOfSuperiority", () => {
  it("probabilityOfSuperiority(baseline, candidate) is Cliff's delta from 0 to 1", () => {
    const rng = stream(1, "scale");
    for (let round = 0; round < 100; round++) {
      const baseline = normalValues(rng, 2 + rng.below(5), 3, 2).map(Math.round);
      const candidate = normalValues(rng, 2 + rng.below(5), 4, 2).map(Math.round);
      const { estimate, interval, standardError, warnings } = probabilityOfSuperiority(baseline, candidate);
      const delta = cliffsDelta(baseline, candidate);
      assertClose(
        [2 * estimate - 1, interval?.map((bound) => 2 * bound - 1) ?? null, warnings],
        [delta.estimate, delta.interval, delta.warnings],
      );
      expect(standardError === null ? null : 2 * standardError).toBe(delta.standardError);
    }
  });

  it("probabilityOfSuperiority(baseline, candidate) reports everything that it was asked and found", () => {
    const result = probabilityOfSuperiority([10, 11, 12, 13], [12, 14, 16, 18], { confidence: 0.9 });
    expect(result).toMatchObject({
      method: "probability-of-superiority",
      estimate: 0.90625,
      confidence: 0.9,
      n: [4, 4],
      warnings: [],
    });
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  it("probabilityOfSuperiority(baseline, candidate) leaves its input as it is", () => {
    expectUnchanged([3, 1, 2, 7], (values) => probabilityOfSuperiority(values, values));
  });

  it("probabilityOfSuperiority(bad) says what is wrong", () => {
    expectInputError(
      () => probabilityOfSuperiority([], [1]),
      "probabilityOfSuperiority",
      "baseline",
      /got 0/,
    );
  });
});
