import { describe, expect, it } from "vitest";
import { stream } from "../../src/random/stream.js";
import { mser5 } from "../../src/steady/mser.js";
import { simulatedRun } from "../support/simulated-run.js";

/** The definition: of all cuts that leave five batches, the first with the smallest squared deviations over size squared. */
function byDefinition(values: readonly number[]): number | null {
  const batches = Array.from({ length: Math.floor(values.length / 5) }, (_, k) =>
    values.slice(5 * k, 5 * k + 5).reduce((sum, value) => sum + value / 5, 0),
  );
  const errors = batches.slice(0, batches.length - 4).map((_, cut) => {
    const rest = batches.slice(cut);
    const mean = rest.reduce((sum, value) => sum + value, 0) / rest.length;
    return rest.reduce((sum, value) => sum + (value - mean) ** 2, 0) / rest.length ** 2;
  });
  const cut = errors.indexOf(Math.min(...errors));
  return cut > batches.length / 2 ? null : 5 * cut;
}

describe("mser5(values)", () => {
  it("is its definition", () => {
    let cuts = 0;
    let none = 0;
    for (let seed = 0; seed < 200; seed++) {
      const rng = stream(seed, "mser");
      const n = 50 + rng.below(150);
      const end = rng.below(n);
      const run = simulatedRun(rng, n, (i) => (i < end ? 5 : 0), 0.3);
      const found = mser5(Float64Array.from(run));
      expect(found, `seed ${seed}`).toBe(byDefinition(run));
      if (found === null) none++;
      else if (found > 0) cuts++;
    }
    expect(cuts).toBeGreaterThan(30);
    expect(none).toBeGreaterThan(30);
  });

  it("cuts whole batches, and nothing from equal values", () => {
    expect(mser5(Float64Array.from({ length: 60 }, (_, i) => (i < 12 ? 9 : 1)))).toBe(15);
    expect(mser5(new Float64Array(50).fill(0.1))).toBe(0);
  });
});
