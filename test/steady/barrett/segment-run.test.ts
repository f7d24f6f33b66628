import { describe, expect, it } from "vitest";
import { fullPartition } from "../../../src/changepoint/partition/full-partition.js";
import { stream } from "../../../src/random/stream.js";
import { segmentRun } from "../../../src/steady/barrett/segment-run.js";
import { assertClose } from "../../support/assert-close.js";
import { normalValues } from "../../support/normal-values.js";

function normalCost(values: readonly number[]) {
  return (start: number, end: number) => {
    const part = values.slice(start, end);
    const mean = part.reduce((sum, value) => sum + value, 0) / part.length;
    const variance = part.reduce((sum, value) => sum + (value - mean) ** 2, 0) / part.length;
    return part.length * (Math.log(2 * Math.PI) + Math.log(variance > 0 ? variance : 1e-11) + 1);
  };
}

describe("segmentRun(values)", () => {
  it("is the partition of the least cost", () => {
    let changes = 0;
    for (let seed = 0; seed < 60; seed++) {
      const rng = stream(seed, "segments");
      const n = 40 + rng.below(60);
      const place = rng.below(n);
      const later = normalValues(rng, n, 0.4 + 0.1 * rng.uniform(), 0.002 + 0.02 * rng.uniform());
      const values = normalValues(rng, n, 0.4, 0.005).map((value, i) => (i < place ? value : later[i]!));
      const expected = fullPartition(n, {
        cost: normalCost(values),
        penalty: 15 * Math.log(n),
        minSegment: 2,
      }).indices;
      const found = segmentRun(Float64Array.from(values));
      expect(
        found.slice(1).map(({ start }) => start),
        `seed ${seed}`,
      ).toEqual(expected);
      changes += expected.length;
    }
    expect(changes).toBeGreaterThan(30);
  });

  it("gives mean and variance with divisor n", () => {
    assertClose(segmentRun(Float64Array.of(1, 2, 3, 4)), [{ start: 0, end: 4, mean: 2.5, variance: 1.25 }]);
  });

  it("takes equal values for a variance of 1e-11", () => {
    // Two levels without noise: a change is worth it, and levels are found to the value.
    const values = Float64Array.from({ length: 60 }, (_, i) => (i < 25 ? 0.5 : 0.4));
    expect(segmentRun(values).map(({ start }) => start)).toEqual([0, 25]);
    expect(segmentRun(new Float64Array(60).fill(0.1)).map(({ start }) => start)).toEqual([0]);
  });
});
