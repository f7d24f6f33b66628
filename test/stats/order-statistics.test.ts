import { describe, expect, it } from "vitest";
import {
  coverageOfRanks,
  equalTailedRanks,
  narrowestMedianRanks,
  valuesNeeded,
} from "../../src/stats/order-statistics.js";
import { assertClose } from "../support/assert-close.js";
import { reference } from "../support/reference.js";

interface Reference {
  readonly ranks: readonly (readonly [number, number, number, number, number, number])[];
  /** Ranks are 0 where benchstat has no interval. */
  readonly medians: readonly (readonly [number, number, number, number])[];
}

describe("order statistics", () => {
  const { ranks, medians } = reference<Reference>("order-statistics");

  it("equalTailedRanks(n, p, confidence) agrees with trying all ranks", () => {
    for (const [n, p, confidence, low, high, coverage] of ranks) {
      expect([n, p, confidence, equalTailedRanks(n, p, confidence)]).toEqual([
        n,
        p,
        confidence,
        { low, high },
      ]);
      // 1e-12 absolute: coverage is one less two tails, whatever is left.
      assertClose(coverageOfRanks(n, p, { low, high }), coverage, { rel: 1e-10, abs: 1e-12 });
    }
  });

  it("narrowestMedianRanks(n, confidence) agrees with adding ranks one by one", () => {
    for (const [n, confidence, low, high] of medians) {
      const found = narrowestMedianRanks(n, confidence);
      const inside = found.low >= 1 && found.high <= n;
      expect([n, confidence, ...(inside ? [found.low, found.high] : [0, 0])]).toEqual([
        n,
        confidence,
        low,
        high,
      ]);
    }
  });

  it("valuesNeeded(p, confidence) is the fewest with both bounds", () => {
    for (const p of [0.01, 0.25, 0.5, 0.6, 0.99]) {
      for (const confidence of [0.8, 0.95, 0.99]) {
        const needed = valuesNeeded(p, confidence);
        const bounded = (n: number) => {
          const { low, high } = equalTailedRanks(n, p, confidence);
          return low >= 1 && high <= n;
        };
        expect([p, confidence, bounded(needed - 1), bounded(needed)]).toEqual([p, confidence, false, true]);
      }
    }
    expect([valuesNeeded(0.5, 0.95), valuesNeeded(0.5, 0.99)]).toEqual([6, 8]);
  });
});
