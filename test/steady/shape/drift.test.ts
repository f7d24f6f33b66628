import { describe, expect, it } from "vitest";
import { stream } from "../../../src/random/stream.js";
import { afterDrift } from "../../../src/steady/shape/drift.js";
import { simulatedRun } from "../../support/simulated-run.js";

const criteria = { from: 0, latest: 300, towards: -1, margin: 0.3, longRunVariance: 1 };

function series(level: (i: number) => number): Float64Array {
  return Float64Array.from(simulatedRun(stream(1, "drift"), 400, level));
}

describe("afterDrift(series, stretch)", () => {
  it("is where a level begins", () => {
    expect(
      afterDrift(
        series(() => 0),
        criteria,
      ),
    ).toBe(0);
    expect(
      afterDrift(
        series(() => 0),
        { ...criteria, from: 120 },
      ),
    ).toBe(120);
  });

  it("is where the end of an approach no longer drifts, if it goes on in its direction", () => {
    const approach = series((i) => 4 * Math.exp(-i / 40));
    const start = afterDrift(approach, criteria);
    expect(start).toBeGreaterThan(30);
    expect(start).toBeLessThan(200);
    expect(afterDrift(approach, { ...criteria, towards: 1 })).toBeNull();
    expect(afterDrift(approach, { ...criteria, towards: 0 })).toBeNull();
  });

  it("is nowhere if the drift goes on until the end, and anywhere if that is within the margin", () => {
    const drifting = series((i) => -i / 20);
    expect(afterDrift(drifting, criteria)).toBeNull();
    expect(afterDrift(drifting, { ...criteria, margin: 30 })).toBe(0);
  });
});
