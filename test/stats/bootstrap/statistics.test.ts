import { describe, expect, it } from "vitest";
import { stream } from "../../../src/random/stream.js";
import { customStatistic } from "../../../src/stats/bootstrap/custom-statistic.js";
import { meanStatistic } from "../../../src/stats/bootstrap/mean-statistic.js";
import { quantileStatistic } from "../../../src/stats/bootstrap/quantile-statistic.js";
import { resampleValues } from "../../../src/stats/bootstrap/resample-values.js";
import type { ResampledStatistic } from "../../../src/stats/bootstrap/resampled-statistic.js";
import { cvStatistic, sdStatistic } from "../../../src/stats/bootstrap/spread-statistics.js";
import { assertClose } from "../../support/assert-close.js";
import { normalValues } from "../../support/normal-values.js";

const family: readonly ResampledStatistic[] = [
  meanStatistic,
  sdStatistic,
  cvStatistic,
  ...[0, 0.1, 0.25, 0.5, 0.77, 0.9, 1].map((p) => quantileStatistic({ quantile: p }, p)),
  customStatistic((values) => Math.max(...values) - Math.min(...values)),
];
const named = family.map((statistic) => ({ name: JSON.stringify(statistic.name), statistic }));

describe.each(named)("a resampled statistic, $name", ({ statistic }) => {
  it.each(samples())("jackknife(sorted) is the statistic of the other values, sample %#", (sorted) => {
    const slow = sorted.map((_, left) => statistic.evaluate(sorted.filter((__, i) => i !== left)));
    // Values with one far outlier: what is left without it is far smaller than the spread it is computed from.
    assertClose(statistic.jackknife(sorted), slow, { rel: 1e-11 });
  });

  it.each(samples())("resample(sorted) is the statistic of the values drawn, sample %#", (sorted) => {
    const [fast, slow] = [new Float64Array(60), new Float64Array(60)];
    statistic.resample(sorted, stream(5), fast);
    resampleValues(sorted, stream(5), slow, (values) => statistic.evaluate(values.toSorted()));
    assertClose(fast, slow, { rel: 1e-11 });
  });

  it("leaves the sorted values as they are", () => {
    for (const sorted of samples()) {
      const copy = sorted.slice();
      statistic.evaluate(sorted);
      statistic.jackknife(sorted);
      statistic.resample(sorted, stream(5), new Float64Array(5));
      expect(sorted).toEqual(copy);
    }
  });
});

describe("resampleValues", () => {
  it("resampleValues(sorted, …) hands out each resample's values in the order drawn", () => {
    const sorted = Float64Array.of(10, 20, 30, 40, 50);
    const drawn: number[][] = [];
    resampleValues(sorted, stream(6), new Float64Array(3), (values) => drawn.push([...values]));
    const rng = stream(6);
    const ranks = new Uint32Array(5);
    for (const values of drawn) {
      rng.fillBelow(ranks, 5);
      expect(values).toEqual(Array.from(ranks, (rank) => sorted[rank]));
    }
    expect(drawn).toHaveLength(3);
  });
});

function samples(): Float64Array[] {
  const rng = stream(7, "samples");
  return [
    Float64Array.of(1, 2, 4),
    Float64Array.of(3, 3, 3, 3, 3),
    Float64Array.of(1, 1, 2, 2, 2, 5, 5),
    Float64Array.of(0.1, 0.2, 0.3, 0.4, 1000),
    Float64Array.from(normalValues(rng, 30, 100, 3)).sort(),
    Float64Array.from(normalValues(rng, 41, -1e-9, 1e-10)).sort(),
    Float64Array.from(normalValues(rng, 20, 1e12, 1e9)).sort(),
  ];
}
