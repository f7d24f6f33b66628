import { describe, expect, it } from "vitest";
import { createSample } from "../../../src/core/sample.js";
import {
  blockBootstrapInterval,
  bootstrapDifference,
  bootstrapInterval,
  hierarchicalBootstrap,
  hierarchicalBootstrapDifference,
} from "../../../src/stats/index.js";

const ascending = Array.from({ length: 30 }, (_, i) => i);
const sample = createSample({
  benchmark: "b",
  runs: [0, 1, 2].map((first) => ascending.filter((value) => value % 3 === first)),
});
const highest = (values: Float64Array) => Math.max(...values);
const average = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
const middle = (values: Float64Array) => values.sort()[values.length >> 1]!;
const codes = ({ warnings }: { readonly warnings: readonly { readonly code: string }[] }) =>
  warnings.map(({ code }) => code);

type Statistic = (values: Float64Array) => number;
const bootstraps: Record<string, (statistic: Statistic) => ReturnType<typeof codes>> = {
  bootstrapInterval: (statistic) => codes(bootstrapInterval(ascending, { statistic, resamples: 999 })),
  bootstrapDifference: (statistic) =>
    codes(bootstrapDifference(ascending, ascending.slice(2), { statistic, resamples: 999 })),
  blockBootstrapInterval: (statistic) =>
    codes(blockBootstrapInterval(ascending, { statistic, resamples: 999, blockLength: 2 })),
  hierarchicalBootstrap: (statistic) =>
    codes(hierarchicalBootstrap(sample, { statistic, resamples: 999, method: "percentile" })),
  hierarchicalBootstrapDifference: (statistic) =>
    codes(
      hierarchicalBootstrapDifference(sample, sample, { statistic, resamples: 999, method: "percentile" }),
    ),
};

describe("fewDistinctValues", () => {
  it.each(Object.keys(bootstraps))("%s({ statistic: maximum }) warns, a mean or median does not", (name) => {
    const bootstrap = bootstraps[name]!;
    expect(bootstrap(highest)).toContain("few-distinct-values");
    expect(bootstrap(average)).not.toContain("few-distinct-values");
    expect(bootstrap(middle)).not.toContain("few-distinct-values");
  });

  it("bootstrapInterval({ statistic: maximum }) says how many resamples agree", () => {
    const { interval, warnings } = bootstrapInterval(ascending, {
      statistic: highest,
      method: "percentile",
    });
    expect(interval).toEqual([expect.any(Number), 29]);
    // 1 − (1 − 1/30)³⁰ = 0.638.
    expect(warnings).toMatchObject([
      { code: "few-distinct-values", message: expect.stringMatching(/for 6[345] %/) },
    ]);
  });

  it("bootstrapInterval(nearly equal values, { statistic: 'median' }) does not pass a point for an interval", () => {
    const ticks = [...Array(20).fill(10), ...Array(6).fill(11)];
    const { interval, warnings } = bootstrapInterval(ticks, { statistic: "median" });
    expect(interval![0]).toBe(interval![1]);
    expect(warnings).toMatchObject([{ code: "few-distinct-values" }]);
  });
});
