import { expect, it, describe as suite } from "vitest";
import { createSample, type Sample } from "../../src/core/sample.js";
import { stream } from "../../src/random/stream.js";
import * as stats from "../../src/stats/index.js";
import { assertClose } from "../support/assert-close.js";
import { expectInputError } from "../support/expect-input-error.js";
import { normalValues } from "../support/normal-values.js";

const baseline = [...normalValues(stream(1, "baseline"), 24, 10, 1)];
const candidate = [...normalValues(stream(1, "candidate"), 24, 10.5, 1.5)];
const scaled = (values: readonly number[], factor: number) => values.map((value) => factor * value);

/** Four runs of six. */
function runsOf(values: readonly number[]): Sample {
  return createSample({
    benchmark: "b",
    runs: [0, 6, 12, 18].map((first) => values.slice(first, first + 6)),
  });
}

type Call = (x: number[], y: number[]) => unknown;

/** What has no unit of every result: a change of units changes none of it. */
const unitless: Record<string, Call> = {
  coefficientOfVariation: (x) => stats.coefficientOfVariation(x).estimate,
  normality: (x) => stats.normality(x).p,
  autocorrelation: (x) => stats.autocorrelation(x).estimate,
  optimalBlockLength: (x) => stats.optimalBlockLength(x).stationary,
  welchTTest: (x, y) => [stats.welchTTest(x, y).p, stats.welchTTest(x, y).relativeInterval],
  equivalenceTest: (x, y) => [stats.equivalenceTest(x, y).p, stats.equivalenceTest(x, y).interval],
  hedgesG: (x, y) => [stats.hedgesG(x, y).estimate, stats.hedgesG(x, y).interval],
  pairedTTest: (x, y) => [stats.pairedTTest(x, y).p, stats.pairedTTest(x, y).relativeInterval],
  wilcoxonSignedRank: (x, y) => stats.wilcoxonSignedRank(x, y).p,
  brunnerMunzel: (x, y) => stats.brunnerMunzel(x, y).p,
  brownForsythe: (x, y) => stats.brownForsythe(x, y).p,
  coefficientOfVariationRatio: (x, y) => stats.coefficientOfVariationRatio(x, y).interval,
  permutationTest: (x, y) => stats.permutationTest(x, y, { statistic: "welch-t" }).p,
  bootstrapInterval: (x) => stats.bootstrapInterval(x, { statistic: "cv", resamples: 999 }).interval,
  bootstrapDifference: (x, y) =>
    stats.bootstrapDifference(x, y, { comparison: "ratio", method: "studentized", resamples: 999 }).interval,
  hierarchicalBootstrapDifference: (x, y) =>
    stats.hierarchicalBootstrapDifference(runsOf(x), runsOf(y), { comparison: "ratio", resamples: 99 })
      .interval,
  noiseFloor: (x) => stats.noiseFloor(runsOf(x)).relativeFloor,
  planRepetitions: (x) => stats.planRepetitions(runsOf(x), { costs: { run: 1, iteration: 1 } }).runs,
  testPower: (x) => stats.testPower({ pilot: x, n: 10, relativeEffect: 0.1 }).power,
  requiredSampleSize: (x) => stats.requiredSampleSize({ pilot: x, relativeEffect: 0.1 }).n,
  minimumDetectableEffect: (x) => stats.minimumDetectableEffect({ pilot: x, n: 10 }).relativeEffect,
};

suite("values near the smallest and the largest that are taken", () => {
  it.each(Object.entries(unitless))("%s is the same in any unit", (_, call) => {
    const expected = call(baseline, candidate);
    for (const factor of [2 ** -495, 2 ** 494]) {
      const result = call(scaled(baseline, factor), scaled(candidate, factor));
      assertClose(result, expected, { rel: 1e-9 });
    }
  });

  it("testPower({ sd }), requiredSampleSize({ sd }), minimumDetectableEffect({ sd }) take any sd", () => {
    const power = stats.testPower({ sd: 1, n: 10, effect: 1 }).power;
    for (const sd of [1e-200, 1e200]) {
      assertClose(stats.testPower({ sd, n: 10, effect: sd }).power, power);
      expect(stats.requiredSampleSize({ sd, effect: sd }).n).toBe(
        stats.requiredSampleSize({ sd: 1, effect: 1 }).n,
      );
      const { effect } = stats.minimumDetectableEffect({ sd, n: 10 });
      assertClose(effect! / sd, stats.minimumDetectableEffect({ sd: 1, n: 10 }).effect);
    }
  });
});

suite("values too small for their squares", () => {
  const tiny = [1e-200, 2e-200, 3e-200];
  it.each<[string, string, () => unknown]>([
    ["describe", "values", () => stats.describe(tiny)],
    ["coefficientOfVariation", "values", () => stats.coefficientOfVariation([5e-324, 1e-323, 1.5e-323])],
    ["welchTTest", "baseline", () => stats.welchTTest(tiny, [2e-200, 4e-200])],
    ["bootstrapInterval", "values", () => stats.bootstrapInterval(tiny)],
    ["bootstrapInterval", "values", () => stats.bootstrapInterval([1e-140, 1e-140 * (1 + 2 ** -52)])],
  ])("%s refuses them in place of a spread of 0", (name, argument, call) => {
    expectInputError(call, name, argument, /1e-150 or more.*use a smaller unit/);
  });
});

suite("options that are no object", () => {
  it("welchTTest(a, b, 0.99), welchTTest(a, b, null), bootstrapInterval(values, null) say so", () => {
    for (const options of [0.99, null]) {
      const call = () => stats.welchTTest(baseline, candidate, options as never);
      expectInputError(call, "welchTTest", "options", /object.*got (0.99|null)/);
    }
    const call = () => stats.bootstrapInterval(baseline, null as never);
    expectInputError(call, "bootstrapInterval", "options", /got null/);
  });

  it("describe([1n]), describe({ runs: [null] }), describe({ runs: [['1']] }) say so", () => {
    for (const [input, argument, problem] of [
      [[1n], "values[0]", /got 1n/],
      [{ runs: [null] }, "values.runs[0]", /got null/],
      [{ runs: [["1", "2"], ["3"]] }, "values.runs[0][0]", /got "1"/],
    ] as const) {
      expectInputError(() => stats.describe(input as never), "describe", argument, problem);
    }
    const none = () => stats.hierarchicalBootstrap({ runs: [null, null] } as never);
    expectInputError(none, "hierarchicalBootstrap", "sample.runs[0]", /one value or more/);
  });
});
