import { describe, expect, it } from "vitest";
import { fewValues } from "../../../src/stats/bootstrap/few-values.js";
import { resolveBootstrapOptions } from "../../../src/stats/bootstrap/options.js";
import { resolveStatistic } from "../../../src/stats/bootstrap/resolve-statistic.js";
import { expectInputError } from "../../support/expect-input-error.js";

describe("bootstrap options", () => {
  it("resolveBootstrapOptions(f, options) fills in what is not given", () => {
    expect(resolveBootstrapOptions("f", {})).toEqual({
      statistic: "mean",
      method: "bca",
      confidence: 0.95,
      resamples: 9999,
      seed: 1,
    });
    const all = { statistic: "cv", method: "percentile", confidence: 0.5, resamples: 1, seed: -3 } as const;
    expect(resolveBootstrapOptions("f", all)).toEqual(all);
  });

  it("resolveBootstrapOptions(f, bad) names the option", () => {
    expectInputError(() => resolveBootstrapOptions("f", { resamples: 0 }), "f", "resamples", /got 0/);
    expectInputError(() => resolveBootstrapOptions("f", { confidence: 1 }), "f", "confidence", /got 1/);
  });

  it("fewValues(argument, n, statistic) warns below what the statistic needs", () => {
    const median = resolveStatistic("f", "median");
    expect(fewValues("values", 10, median)).toEqual([]);
    expect(fewValues("values", 9, median)).toMatchObject([{ code: "too-few-values" }]);
    expect(fewValues("values", 1e6, resolveStatistic("f", { quantile: 0 }))).toHaveLength(1);
  });
});
