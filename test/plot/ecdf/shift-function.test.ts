import { describe, expect, it } from "vitest";
import { sortedQuantile } from "../../../src/core/sorted-quantile.js";
import { shiftFunction } from "../../../src/plot/ecdf/shift-function.js";
import { stream } from "../../../src/random/stream.js";
import { assertClose } from "../../support/assert-close.js";
import { normalValues } from "../../support/normal-values.js";

const rng = stream(1, "shift-function");
const sorted = (values: readonly number[]) => Float64Array.from(values).sort();
const baseline = sorted(normalValues(rng, 200, 100, 5));
const candidate = sorted(normalValues(rng, 150, 103, 9));

describe("shiftFunction(baseline, candidate, confidence)", () => {
  it("is the difference of quantiles, with its interval around it", () => {
    const shifts = shiftFunction(baseline, candidate, 0.95);
    expect(shifts.map(({ p }) => p)).toEqual([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]);
    for (const { p, estimate, interval } of shifts) {
      assertClose(estimate, sortedQuantile(candidate, p) - sortedQuantile(baseline, p));
      expect(interval[0]!).toBeLessThan(estimate);
      expect(interval[1]!).toBeGreaterThan(estimate);
    }
  });

  it("swapping the two, moving and scaling both do what they should", () => {
    const shifts = shiftFunction(baseline, candidate, 0.95);
    const swapped = shiftFunction(candidate, baseline, 0.95);
    const scaled = shiftFunction(
      baseline.map((x) => 3 * x + 7),
      candidate.map((x) => 3 * x + 7),
      0.95,
    );
    shifts.forEach(({ estimate, interval: [low, high] }, i) => {
      assertClose(swapped[i]!.estimate, -estimate);
      assertClose(swapped[i]!.interval[0], -high!, { rel: 1e-9 });
      assertClose(scaled[i]!.estimate, 3 * estimate, { rel: 1e-9 });
      assertClose(scaled[i]!.interval[0], 3 * low!, { rel: 1e-9 });
    });
  });

  it("few values leave the outer deciles open", () => {
    const few = shiftFunction(baseline.subarray(0, 20), candidate.subarray(0, 20), 0.95);
    expect(few[0]!.interval[0]).toBeNull();
    expect(few[4]!.interval).not.toContain(null);
    expect(shiftFunction(sorted([5]), sorted([6]), 0.95)[4]).toEqual({
      p: 0.5,
      estimate: 1,
      interval: [null, null],
    });
  });

  it("all intervals hold together at least as often as asked for", () => {
    let held = 0;
    const trials = 400;
    for (let trial = 0; trial < trials; trial++) {
      const [before, after] = [normalValues(rng, 60, 0, 1), normalValues(rng, 60, 1, 1)].map(sorted);
      const shifts = shiftFunction(before!, after!, 0.9);
      if (shifts.every(({ interval: [low, high] }) => (low ?? -9) <= 1 && (high ?? 9) >= 1)) held++;
    }
    expect(held / trials).toBeGreaterThan(0.9);
  });
});
