import { describe, expect, it } from "vitest";
import { stream } from "../../src/random/stream.js";
import { adjustConfidence } from "../../src/stats/adjust-confidence.js";
import { adjustPValues } from "../../src/stats/adjust-p-values.js";
import { welchTTest } from "../../src/stats/welch-t-test.js";
import { assertClose } from "../support/assert-close.js";
import { expectInputError } from "../support/expect-input-error.js";
import { normalValues } from "../support/normal-values.js";

/** Twenty comparisons, of which seven have a true difference. */
function family(rng: ReturnType<typeof stream>) {
  return Array.from({ length: 20 }, (_, i) => {
    const truth = i < 7 ? 1.2 : 0;
    return { truth, sides: [normalValues(rng, 10, 0, 1), normalValues(rng, 10, truth, 1)] as const };
  });
}

describe("adjustConfidence", () => {
  it("adjustConfidence({ selected, family }) spreads what may go wrong", () => {
    assertClose(adjustConfidence({ family: 20, selected: 4 }), {
      method: "false-coverage",
      eachConfidence: 0.99,
      confidence: 0.95,
      family: 20,
      selected: 4,
      warnings: [],
    });
    assertClose(adjustConfidence({ family: 20, selected: 4, method: "simultaneous" }).eachConfidence, 0.9975);
    assertClose(adjustConfidence({ family: 20 }).eachConfidence, 0.95);
  });

  it("adjustConfidence(selected by Benjamini and Hochberg) gives intervals that all leave out zero, and few that miss", () => {
    const rng = stream(1, "false coverage");
    const rounds = 300;
    let share = 0;
    let unadjusted = 0;
    for (let round = 0; round < rounds; round++) {
      const comparisons = family(rng);
      const { p } = adjustPValues(
        comparisons.map(({ sides }) => welchTTest(...sides).p),
        { method: "benjamini-hochberg" },
      );
      const shown = comparisons.filter((_, i) => p[i]! < 0.05);
      if (shown.length === 0) continue;
      const confidence = adjustConfidence({ family: 20, selected: shown.length }).eachConfidence;
      share += missed(shown, confidence) / shown.length / rounds;
      unadjusted += missed(shown, 0.95) / shown.length / rounds;
      for (const { sides } of shown) {
        const [low, high] = welchTTest(...sides, { confidence }).interval as [number, number];
        expect(low > 0 || high < 0).toBe(true);
      }
    }
    // About four Monte Carlo standard errors of a mean of shares.
    expect(share).toBeLessThan(0.05 + 0.02);
    expect(unadjusted).toBeGreaterThan(share);
  });

  it("adjustConfidence(bad) says what is wrong", () => {
    const call = (options: object) => () => adjustConfidence(options as { family: number });
    expectInputError(call({}), "adjustConfidence", "family", /got undefined/);
    expectInputError(call({ family: 0 }), "adjustConfidence", "family", /1 or more, got 0/);
    expectInputError(call({ family: 3, selected: 4 }), "adjustConfidence", "selected", /1 to 3, got 4/);
    expectInputError(call({ family: 3, selected: 0 }), "adjustConfidence", "selected", /1 to 3, got 0/);
    expectInputError(call({ family: 3, confidence: 95 }), "adjustConfidence", "confidence", /got 95/);
    expectInputError(call({ family: 3, method: "holm" }), "adjustConfidence", "method", /"simultaneous"/);
  });
});

function missed(shown: ReturnType<typeof family>, confidence: number): number {
  return shown.filter(({ truth, sides }) => {
    const [low, high] = welchTTest(...sides, { confidence }).interval as [number, number];
    return !(low <= truth && truth <= high);
  }).length;
}
