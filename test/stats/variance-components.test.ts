import { describe, expect, it } from "vitest";
import { createSample } from "../../src/core/sample.js";
import { stream } from "../../src/random/stream.js";
import { varianceComponents } from "../../src/stats/variance-components.js";
import { assertClose } from "../support/assert-close.js";
import { expectInputError } from "../support/expect-input-error.js";
import { normalValues } from "../support/normal-values.js";
import { reference } from "../support/reference.js";

interface ComponentsReference {
  readonly cases: readonly {
    readonly runs: readonly (readonly number[])[];
    readonly between: number;
    readonly within: number;
    readonly isNegative: boolean;
  }[];
}

describe("varianceComponents", () => {
  it.each(reference<ComponentsReference>("variance-components").cases)(
    "varianceComponents(runs) agrees with R's analysis of variance, case %#",
    ({ runs, between, within, isNegative }) => {
      const result = varianceComponents(runs);
      // A difference of mean squares loses digits, of the means' rounding too.
      assertClose([result.between, result.within], [between, within], { rel: 1e-10, abs: 1e-9 * within });
      expect(result.warnings.some(({ code }) => code === "negative-variance")).toBe(isNegative);
    },
  );

  it("varianceComponents(runs) is unbiased for runs of unequal length", () => {
    const rng = stream(1, "unbiased");
    const rounds = 2000;
    let [between, within] = [0, 0];
    for (let round = 0; round < rounds; round++) {
      const lengths = [3, 12, 5, 1, 20, 7, 9, 4, 2, 15, 6, 8];
      const result = varianceComponents(
        lengths.map((n) => normalValues(rng, n, 100 + normalValues(rng, 1, 0, 2)[0]!, 1)),
      );
      between += result.between / rounds;
      within += result.within / rounds;
    }
    expect(Math.abs(between - 4)).toBeLessThan(0.2);
    expect(Math.abs(within - 1)).toBeLessThan(0.02);
  });

  it("varianceComponents(sample) reports everything that it found", () => {
    const sample = createSample({
      benchmark: "b",
      unit: "ms",
      runs: [
        [10, 11, 12],
        [13, 14, 15],
        [10, 12, 14],
      ],
    });
    const result = varianceComponents(sample);
    assertClose(
      { ...result, warnings: [] },
      {
        method: "variance-components",
        between: 5 / 3,
        within: 2,
        betweenSd: Math.sqrt(5 / 3),
        withinSd: Math.SQRT2,
        betweenShare: 5 / 11,
        mean: 37 / 3,
        runs: 3,
        iterations: [3, 3, 3],
        unit: "ms",
        warnings: [],
      },
    );
    expect(result.warnings).toMatchObject([{ code: "few-runs" }]);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    expect(sample.runs[0]).toEqual(Float64Array.of(10, 11, 12));
  });

  it("varianceComponents(constant) claims nothing", () => {
    const result = varianceComponents([
      [0.1, 0.1, 0.1],
      [0.1, 0.1],
    ]);
    expect(result).toMatchObject({ between: 0, within: 0, betweenShare: null });
    expect(result.warnings).toMatchObject([{ code: "no-variation" }]);
  });

  it("varianceComponents(bad) says what is wrong", () => {
    expectInputError(
      () => varianceComponents([[1, 2]]),
      "varianceComponents",
      "runs",
      /two runs or more, got 1/,
    );
    expectInputError(() => varianceComponents([[1], [2]]), "varianceComponents", "runs", /one in each/);
    expectInputError(() => varianceComponents([[1, 2], []]), "varianceComponents", "runs[1]", /got 0/);
  });
});
