import { describe, expect, it } from "vitest";
import { normalScores, quantiles } from "../../../src/changepoint/rank-scan/normal-scores.js";
import { scan } from "../../../src/changepoint/rank-scan/scan.js";
import { stream } from "../../../src/random/stream.js";
import { normalQuantile } from "../../../src/stats/distributions.js";
import { assertClose } from "../../support/assert-close.js";
import { normalValues } from "../../support/normal-values.js";
import { slowScan } from "../../support/scan-twin.js";

const rng = stream(1, "scan");
const scoresOf = (values: readonly number[]) => normalScores(Float64Array.from(values)).scores;

describe("normalScores(values)", () => {
  it("are normal quantiles of the ranks, for equal values the mean of theirs", () => {
    const [low, middle] = [normalQuantile(0.1), normalQuantile(0.3)];
    const { scores, tied } = normalScores(Float64Array.of(30, 10, 20, 10, 5));
    assertClose([...scores], [-low, middle / 2, -middle, middle / 2, low]);
    const untied = 2 * (low ** 2 + middle ** 2);
    assertClose(tied, 1 - (2 * low ** 2 + middle ** 2 + middle ** 2 / 2) / untied);
  });

  it("lose nothing without ties, and everything to one value", () => {
    expect(normalScores(Float64Array.of(3, 1, 2)).tied).toBe(0);
    expect(normalScores(Float64Array.of(2, 2, 2)).tied).toBe(1);
    expect(normalScores(Float64Array.of(7)).tied).toBe(1);
    expect([...quantiles(3)]).toEqual([normalQuantile(1 / 6), 0, -normalQuantile(1 / 6)]);
  });
});

describe("scan(scores, rho, minSegment)", () => {
  it("agrees with its definition", () => {
    for (let round = 0; round < 60; round++) {
      const n = 10 + rng.below(40);
      const shift = round % 3;
      const values = normalValues(rng, n, 0, 1).map((value, i) => value + (i > n / 2 ? shift : 0));
      const [rho, minSegment] = [[0, 0.2, 0.7][round % 3]!, 2 + rng.below(4)];
      const scores = scoresOf(values);
      assertClose(scan(scores, rho, minSegment).statistic, slowScan([...scores], rho, minSegment), {
        rel: 1e-9,
      });
    }
  });

  it("says where the step is, or the ends of the episode", () => {
    const step = normalValues(rng, 60, 0, 1).map((value, i) => value + (i < 45 ? 0 : 20));
    expect(scan(scoresOf(step), 0, 5)).toMatchObject({ bounds: [45], step: 45 });
    const episode = normalValues(rng, 100, 0, 1).map((value, i) => value + (i >= 40 && i < 50 ? 20 : 0));
    expect(scan(scoresOf(episode), 0, 5).bounds).toEqual([40, 50]);
  });

  it("sees less where neighbours are correlated", () => {
    const scores = scoresOf(normalValues(rng, 100, 0, 1).map((value, i) => value + (i < 50 ? 0 : 2)));
    const statistics = [0, 0.2, 0.5, 0.9].map((rho) => scan(scores, rho, 5).statistic);
    expect(statistics.toSorted((one, other) => other - one)).toEqual(statistics);
  });
});
