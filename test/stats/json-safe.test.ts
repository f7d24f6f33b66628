import fc from "fast-check";
import { expect, it, describe as suite } from "vitest";
import {
  bootstrapDifference,
  bootstrapInterval,
  coefficientOfVariation,
  describe,
  hedgesG,
  InputError,
  quantile,
  welchTTest,
} from "../../src/stats/index.js";

const values = fc.array(
  fc.oneof(
    fc.double({ min: -1e150, max: 1e150, noNaN: true }),
    fc.integer({ min: -3, max: 3 }),
    fc.constantFrom(0.1, 1e9, 1e9 + 1e-6, -0),
  ),
  { minLength: 3, maxLength: 12 },
);
const statistic = fc.constantFrom("mean" as const, "median" as const, "sd" as const, "cv" as const);
const method = fc.constantFrom("percentile" as const, "bca" as const);
const comparison = fc.constantFrom("difference" as const, "ratio" as const);

suite("any result", () => {
  it("describe(values), quantile(values) are finite numbers or null", () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (sample, p) => {
        expectJson(unlessRefused(() => describe(sample)));
        expectJson(unlessRefused(() => quantile(sample, p)));
      }),
      { seed: 1 },
    );
  });

  it("coefficientOfVariation(values), welchTTest(…), hedgesG(…) are finite numbers or null", () => {
    fc.assert(
      fc.property(values, values, (baseline, candidate) => {
        expectJson(unlessRefused(() => coefficientOfVariation(baseline)));
        expectJson(unlessRefused(() => welchTTest(baseline, candidate)));
        expectJson(unlessRefused(() => hedgesG(baseline, candidate)));
      }),
      { seed: 2 },
    );
  });

  it("bootstrapInterval(values), bootstrapDifference(…) are finite numbers or null", () => {
    fc.assert(
      fc.property(
        values,
        values,
        statistic,
        method,
        comparison,
        (baseline, candidate, ...[name, how, what]) => {
          const options = { statistic: name, method: how, resamples: 30 };
          expectJson(unlessRefused(() => bootstrapInterval(baseline, options)));
          expectJson(
            unlessRefused(() => bootstrapDifference(baseline, candidate, { ...options, comparison: what })),
          );
        },
      ),
      { seed: 3 },
    );
  });
});

/** JSON has neither NaN nor Infinity: it would turn both into null. */
function expectJson(result: unknown): void {
  expect(JSON.stringify(result, named)).not.toMatch(/NaN|Infinity/);
}

function named(_: string, value: unknown): unknown {
  return typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
}

/** Values below 1e-150, a coefficient of variation of a zero mean, a ratio to zero: an error, not a result. */
function unlessRefused(call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return null;
  }
}
