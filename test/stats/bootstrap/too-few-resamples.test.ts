import { describe, expect, it } from "vitest";
import { createSample } from "../../../src/core/sample.js";
import {
  blockBootstrapInterval,
  bootstrapDifference,
  bootstrapInterval,
  hierarchicalBootstrap,
  hierarchicalBootstrapDifference,
} from "../../../src/stats/index.js";

const values = [5, 7, 6, 9, 8, 7, 6, 5, 8, 10, 7, 12];
const sample = createSample({ benchmark: "b", runs: [values.slice(0, 6), values.slice(6)] });

const bootstraps = {
  bootstrapInterval: (options: object) => bootstrapInterval(values, options),
  bootstrapDifference: (options: object) => bootstrapDifference(values, values.toReversed(), options),
  blockBootstrapInterval: (options: object) => blockBootstrapInterval(values, options),
  hierarchicalBootstrap: (options: object) => hierarchicalBootstrap(sample, options),
  hierarchicalBootstrapDifference: (options: object) =>
    hierarchicalBootstrapDifference(sample, sample, options),
};

describe.each(Object.entries(bootstraps))("%s", (_, bootstrap) => {
  it.each([
    [1, 0.95, /39 are the least, and the default/],
    [10, 0.99, /199 are the least, and the default/],
    [9999, 0.9999999, /19999999 are the least, or ask for a lower confidence/],
  ])(
    "(…, { resamples: %d, confidence: %d }) has no interval, and says how many would do",
    (resamples, confidence, message) => {
      const { interval, standardError, warnings } = bootstrap({ resamples, confidence });
      expect([interval, standardError]).toEqual([null, null]);
      const own = warnings.filter(({ code }) => !["few-runs", "few-blocks"].includes(code));
      expect(own).toEqual([{ code: "too-few-resamples", message: expect.stringMatching(message) }]);
    },
  );
});
