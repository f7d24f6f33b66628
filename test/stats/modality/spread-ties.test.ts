import { describe, expect, it } from "vitest";
import { spreadTies } from "../../../src/stats/modality/spread-ties.js";
import { assertClose } from "../../support/assert-close.js";

describe("spreadTies", () => {
  it("spreadTies(ticks) fills each tick evenly", () => {
    const { positions, distinct } = spreadTies(new Float64Array([1, 1, 2, 2, 2, 3]));
    expect(distinct).toBe(3);
    assertClose(positions, [0.75, 1.25, 2 - 1 / 3, 2, 2 + 1 / 3, 3]);
  });

  it("spreadTies(different values) leaves them where they are", () => {
    const values = new Float64Array([0.1, 0.4, 0.5, 7]);
    assertClose(spreadTies(values).positions, values);
  });

  it("spreadTies(groups apart) keeps them apart", () => {
    const { positions } = spreadTies(new Float64Array([1, 1, 2, 2, 3, 3, 90, 90, 91, 91]));
    expect(positions[5]).toBeLessThan(3.5);
    expect(positions[6]).toBeGreaterThan(89);
  });

  it("spreadTies(differences of clock readings) takes what rounding tells apart as equal", () => {
    const start = 123_456_789.1;
    const readings = Float64Array.from(
      { length: 60 },
      (_, i) => start + 1e6 * i + 0.1 * (i % 3) - (start + 1e6 * i),
    ).sort();
    expect(new Set(readings).size).toBeGreaterThan(3);
    expect(spreadTies(readings).distinct).toBe(3);
  });

  it("spreadTies(values) ascends strictly", () => {
    const values = Float64Array.from({ length: 500 }, (_, i) => Math.round(20 * Math.sin(i)) / 7).sort();
    const { positions } = spreadTies(values);
    expect(positions.every((value, i) => i === 0 || value > positions[i - 1]!)).toBe(true);
  });
});
