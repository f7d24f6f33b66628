import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { displayUnit } from "../../src/data/display-unit.js";
import { unitFamily } from "../../src/data/unit-scales.js";

describe("displayUnit", () => {
  it.each<[readonly number[], string, string, number]>([
    [[20_080_000, 20_630_000], "ns", "ms", 1e-6],
    [[127_566_699, 42_190_692], "ns", "ms", 1e-6],
    [[737.37, 2899.4], "ms", "ms", 1],
    [[12_000, 15_000], "ms", "s", 1e-3],
    [[0.0004, 0.0005], "s", "µs", 1e6],
    [[250_000, 260_000], "1/s", "k/s", 1e-3],
    [[250_000, 260_000], "req/s", "req/s", 1],
    [[2e9, 3e9], "B", "GB", 1e-9],
    [[4096, 8192], "KiB", "KiB", 1],
    [[40_960, 81_920], "KiB", "MiB", 1 / 1024],
    [[0, 0], "ns", "ns", 1],
    [[-5e6, -4e6], "ns", "ms", 1e-6],
    [[1, 5e6, 5e6, 5e6, 5e6], "ns", "ms", 1e-6],
    [[0.5, 0.6, 0.55, 900, 1000, 950], "ms", "ms", 1],
    [[0.5, 0.6, 0.7, 0.8], "ms", "µs", 1000],
    [[1e-9, 2e-9, 1e12], "s", "s", 1],
  ])("displayUnit(%j, %j) is %s", (values, unit, shown, factor) => {
    expect(displayUnit(values, unit)).toEqual({ unit: shown, factor, label: shown });
  });

  it("displayUnit has no label for the unit 1", () => {
    expect(displayUnit([3], "1")).toEqual({ unit: "1", factor: 1, label: "" });
  });

  it("displayUnit spells the micro sign one way", () => {
    expect(displayUnit([3], "us").unit).toBe("µs");
    expect(displayUnit([3], "μs").unit).toBe("µs");
  });

  it("displayUnit does not depend on the order of the values, nor modify them", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e15, max: 1e15, noNaN: true }), { minLength: 1 }), (values) => {
        const frozen = Object.freeze([...values]);
        const typed = Float64Array.from(values);
        expect(displayUnit(frozen, "ns")).toEqual(displayUnit([...values].reverse(), "ns"));
        expect(displayUnit(typed, "ns")).toEqual(displayUnit(frozen, "ns"));
        expect([...typed]).toEqual(values);
      }),
    );
  });

  it.each([
    [() => displayUnit([], "ms"), /^displayUnit: values needs one value, got none$/],
    [() => displayUnit([1, Number.NaN], "ms"), /^displayUnit: values\[1\] needs a finite number, got NaN$/],
    [() => displayUnit([1], " "), /^displayUnit: unit needs a name such as "ms" or "1", got " "$/],
  ])("displayUnit refuses bad input, %#", (call, message) => {
    expect(call).toThrow(message);
  });
});

describe("unitFamily", () => {
  it("unitFamily has every unit once, in ascending size", () => {
    for (const unit of ["ns", "B", "B/s", "1/s", "Hz", "KiB"]) {
      const family = unitFamily(unit);
      expect(family.map((scaled) => scaled.unit)).toContain(unit);
      expect(family.map((scaled) => scaled.size)).toEqual(
        family.map((scaled) => scaled.size).sort((a, b) => a - b),
      );
    }
  });

  it("unitFamily of an unknown unit is that unit alone", () => {
    expect(unitFamily("req/s")).toEqual([{ unit: "req/s", size: 1 }]);
  });
});
