import { describe, expect, it } from "vitest";
import { dkwHalfWidth, ecdfSteps } from "../../../src/plot/ecdf/ecdf-steps.js";
import { stream } from "../../../src/random/stream.js";
import { assertClose } from "../../support/assert-close.js";

describe("ecdfSteps(sorted)", () => {
  it("equal values share a step", () => {
    expect(ecdfSteps(Float64Array.of(1, 2, 2, 4))).toEqual({ x: [1, 2, 4], share: [0.25, 0.75, 1] });
    expect(ecdfSteps(Float64Array.of(7, 7))).toEqual({ x: [7], share: [1] });
  });

  it("of many values keeps what can be seen: it is nowhere off by more than can be seen, and every outlier has its step", () => {
    const rng = stream(1, "ecdf-steps");
    const values = Float64Array.from({ length: 50_000 }, () => rng.uniform()).sort();
    values.set([3, 5, 9], 49_997);
    const { x, share } = ecdfSteps(values);
    expect(x.length).toBeLessThan(1_500);
    expect(x.slice(-3)).toEqual([3, 5, 9]);
    expect(share.at(-1)).toBe(1);
    let step = -1;
    values.forEach((value, i) => {
      while (step + 1 < x.length && x[step + 1]! <= value) step++;
      // Within a hair of the true share, or of the true place.
      const off = Math.abs((i + 1) / values.length - (share[step] ?? 0));
      expect(off < 0.005 || Math.abs(value - (x[step + 1] ?? value)) < 0.04).toBe(true);
    });
  });
});

describe("dkwHalfWidth(n, confidence)", () => {
  it("is √(ln(2 / α) / 2n)", () => {
    assertClose(dkwHalfWidth(100, 0.95), 0.13581015157406195);
  });
});
