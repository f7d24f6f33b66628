import { describe, expect, it } from "vitest";
import {
  changeText,
  confidenceText,
  countText,
  percentText,
  quantityText,
  signedText,
  spanText,
} from "../../src/plot/quantity-text.js";

describe("quantityText(value, unit, resolution)", () => {
  it.each([
    [1537.64, "ms", 21, "1,538 ms"],
    [737.371, "ms", 0.018, "737.37 ms"],
    [20.08, "", 0.3, "20.1"],
    [0, "ms", 0.1, "0 ms"],
    [99.97, "ms", 0.2, "100.0 ms"],
    [99.6, "ms", 1.2, "100 ms"],
    [5, "ms", 0, "5 ms"],
  ])("%f %s ± %f", (value, unit, resolution, text) => {
    expect(quantityText(value, unit, resolution)).toBe(text);
  });

  it("keeps the unit of the axis, whatever the size", () => {
    expect(quantityText(0.0004, "ms", 0.0001)).toMatch(/ ms$/);
    expect(quantityText(123_456, "ms", 100)).toBe("123,456 ms");
  });
});

describe("quantityText of extremes", () => {
  it("has five digits at most, and powers of ten for what is huge", () => {
    expect(quantityText(738.19712, "ms", 1e-5)).toBe("738.20 ms");
    expect(quantityText(-1.0712e12, "s", 1e9)).toBe("−1.071e12 s");
    expect(spanText([737.36841, 737.36917], "ms", 1e-4)).toBe("737.3684 to 737.3692 ms");
  });
});

describe("percentText(fraction)", () => {
  it.each([
    [0.23897, "23.9 %"],
    [0.00235, "0.235 %"],
    [0.0004384, "0.044 %"],
    [0.000001, "0.0001 %"],
    [0, "0 %"],
    [1.2, "120 %"],
  ])("%f", (fraction, text) => {
    expect(percentText(fraction)).toBe(text);
  });
});

describe("spanText, confidenceText, countText", () => {
  it("write ends, confidences and counts", () => {
    expect(spanText([1517.1, 1558.7], "ms", 21)).toBe("1,517 to 1,559 ms");
    expect([0.95, 0.999, 0.9].map(confidenceText)).toEqual(["95 %", "99.9 %", "90 %"]);
    expect([1, 1200, 1_234_567].map(countText)).toEqual(["1", "1,200", "1,234,567"]);
  });
});

describe("changeText(fraction), signedText(value, unit, resolution)", () => {
  it.each([
    [0.082, "+8.2 %"],
    [-0.0059, "−0.59 %"],
    [0.00061, "+0.06 %"],
    [1.0012, "+100 %"],
    [0, "±0 %"],
  ])("a change of %f", (fraction, text) => {
    expect(changeText(fraction)).toBe(text);
  });

  it.each([
    [8.04, "ms", 1.2, "+8.0 ms"],
    [-0.0462, "%", 2.1, "0.0 %"],
    [-0.0462, "%", 0.01, "−0.046 %"],
    [12_345.6, "ms", 30, "+12,346 ms"],
    [9.96, "", 1, "+10.0"],
  ])("a difference of %f %s ± %f", (value, unit, resolution, text) => {
    expect(signedText(value, unit, resolution)).toBe(text);
  });
});
