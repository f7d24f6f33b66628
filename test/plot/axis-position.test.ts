import { describe, expect, it } from "vitest";
import { axisPosition } from "../../src/plot/axis-position.js";
import { numberAxis } from "../../src/plot/number-axis.js";

const axis = (scale: "linear" | "log", ranges: readonly (readonly [number, number])[]) =>
  numberAxis({ label: "time (ms)", unit: "ms", scale, ranges, ticks: 5, air: 0 });

describe("axisPosition(axis, value)", () => {
  it("is a fraction of a linear axis, beyond its ends too", () => {
    const linear = axis("linear", [[100, 200]]);
    expect([50, 100, 150, 200, 250].map((value) => axisPosition(linear, value))).toEqual([
      -0.5, 0, 0.5, 1, 1.5,
    ]);
  });

  it("is a fraction of the ratio on a logarithmic axis", () => {
    expect(axisPosition(axis("log", [[1, 10_000]]), 100)).toBeCloseTo(0.5, 12);
  });

  it("rises along a broken axis, whose breaks take room", () => {
    const broken = axis("linear", [
      [736, 744],
      [1400, 1600],
      [2850, 2900],
    ]);
    const places = [736, 744, 1000, 1400, 1600, 2000, 2850, 2900].map((value) => axisPosition(broken, value));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(new Set(places).size).toBe(places.length);
    expect(places[0]).toBe(0);
    expect(places.at(-1)).toBeCloseTo(1, 12);
    expect(places[3]! - places[1]!).toBeCloseTo(0.07, 12);
  });
});

describe("numberAxis(description)", () => {
  it("leaves air around the data and keeps ticks inside", () => {
    const { pieces, ticks } = numberAxis({
      label: "time",
      unit: "",
      scale: "linear",
      ranges: [[10, 20]],
      ticks: 5,
    });
    expect(pieces).toEqual([{ domain: [9.6, 20.4], extent: [0, 1] }]);
    expect(ticks.map(({ value }) => value)).toEqual([10, 12, 14, 16, 18, 20]);
  });

  it.each([0, 5, -3, 1e-9, 1e12])("gives equal values (%f) an axis that holds them", (value) => {
    const [piece] = numberAxis({
      label: "",
      unit: "",
      scale: "linear",
      ranges: [[value, value]],
      ticks: 5,
    }).pieces;
    expect(piece!.domain[0]).toBeLessThan(value);
    expect(piece!.domain[1]).toBeGreaterThan(value);
  });

  it("puts ticks into every piece of a broken axis", () => {
    const { pieces, ticks } = axis("linear", [
      [735.9, 744],
      [2850, 2900],
    ]);
    for (const { domain } of pieces) {
      expect(ticks.filter(({ value }) => value >= domain[0] && value <= domain[1]).length).toBeGreaterThan(1);
    }
  });
});
