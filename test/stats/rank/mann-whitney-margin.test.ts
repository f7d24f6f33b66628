import { describe, expect, it } from "vitest";
import { mannWhitneyMargin } from "../../../src/stats/rank/mann-whitney-margin.js";
import { assertClose } from "../../support/assert-close.js";
import { reference } from "../../support/reference.js";

interface TailReference {
  readonly tails: readonly {
    readonly n: readonly [number, number];
    readonly tail: number;
    readonly margin: number;
    readonly attained: number;
  }[];
}

describe("mannWhitneyMargin", () => {
  it.each(reference<TailReference>("hodges-lehmann").tails)(
    "mannWhitneyMargin($n, $tail) agrees with R",
    ({ n, tail, margin, attained }) => {
      assertClose(mannWhitneyMargin(n[0], n[1], tail), { margin, tail: attained, exact: true });
      assertClose(mannWhitneyMargin(n[1], n[0], tail), { margin, tail: attained, exact: true });
    },
  );

  it("mannWhitneyMargin(n, m, tail) agrees with a count of all arrangements", () => {
    for (let n = 1; n <= 9; n++) {
      for (let m = 1; m <= 9; m++) {
        const counts = countedArrangements(n, m);
        const total = counts.reduce((sum, count) => sum + count, 0);
        for (const tail of [0.4, 0.1, 1 / 20, 0.025, 1 / 252, 1e-4]) {
          let margin = 0;
          let below = 0;
          while (margin <= (n * m) / 2 && (below + counts[margin]!) / total <= tail + 1e-13) {
            below += counts[margin++]!;
          }
          assertClose(mannWhitneyMargin(n, m, tail), { margin, tail: below / total, exact: true });
        }
      }
    }
  });

  it("mannWhitneyMargin(large, large, tail) is approximated within one of the count beside it", () => {
    // 2 · 999 · 1000 pairs are counted, 130 · 130 · 130 are not; a row of sizes on either side of the border.
    for (const n of [120, 124, 126]) {
      for (const tail of [0.1, 0.025, 0.005, 0.0005]) {
        const counted = mannWhitneyMargin(n, n, tail);
        const more = mannWhitneyMargin(n + 8, n + 8, tail);
        expect([counted.exact, more.exact]).toEqual([n ** 3 <= 2e6, (n + 8) ** 3 <= 2e6]);
        expect(more.tail).toBeLessThanOrEqual(tail);
        // One more would be about φ(z) / (σ · tail) of the tail too many.
        expect(more.tail).toBeGreaterThan(0.98 * tail);
      }
    }
  });
});

/** Each arrangement of n and m is one whose last value is of the first or of the second side. */
function countedArrangements(n: number, m: number): number[] {
  if (n === 0 || m === 0) return [1];
  const counts = Array<number>(n * m + 1).fill(0);
  countedArrangements(n - 1, m).forEach((count, u) => {
    counts[u + m]! += count;
  });
  countedArrangements(n, m - 1).forEach((count, u) => {
    counts[u]! += count;
  });
  return counts;
}
