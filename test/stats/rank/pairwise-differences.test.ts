import { describe, expect, it } from "vitest";
import type { Rng } from "../../../src/random/rng.js";
import { stream } from "../../../src/random/stream.js";
import { medianDifference, pairwiseDifference } from "../../../src/stats/rank/pairwise-differences.js";
import { normalValues } from "../../support/normal-values.js";

const shapes: Readonly<Record<string, (rng: Rng, n: number) => number[]>> = {
  normal: (rng, n) => normalValues(rng, n, 100, 1),
  tied: (rng, n) => normalValues(rng, n, 0, 2).map(Math.round),
  "long-tailed": (rng, n) => normalValues(rng, n, 0, 20).map(Math.exp),
  "two-humped": (rng, n) => normalValues(rng, n, 0, 1e-6).map((value) => value + 1e6 * rng.below(2)),
  huge: (rng, n) => normalValues(rng, n, 0, 5e306),
  tiny: (rng, n) => normalValues(rng, n, 0, 20).map((value) => Math.round(value) * Number.MIN_VALUE),
  constant: (_rng, n) => Array<number>(n).fill(0.1),
};

describe("pairwiseDifference", () => {
  it.each(Object.entries(shapes))(
    "pairwiseDifference(%s values) is what sorting all differences gives, bit for bit",
    (name, draw) => {
      const rng = stream(1, name);
      for (let round = 0; round < 60; round++) {
        const baseline = Float64Array.from(draw(rng, 1 + rng.below(9))).sort();
        const candidate = Float64Array.from(draw(rng, 1 + rng.below(9))).sort();
        // Adding 0 makes -0 of 0 - 0 the zero it is.
        const listed = [...candidate]
          .flatMap((y) => [...baseline].map((x) => y - x + 0))
          .sort((x, y) => x - y);
        const found = listed.map((_, i) => pairwiseDifference(baseline, candidate, i + 1) + 0);
        expect(found).toEqual(listed);
        const middle = (listed.length - 1) / 2;
        const [low, high] = [listed[Math.floor(middle)]!, listed[Math.ceil(middle)]!];
        expect(medianDifference(baseline, candidate) + 0).toBe(low + (high - low) / 2);
      }
    },
  );
});
