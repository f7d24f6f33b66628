import { describe, expect, it } from "vitest";
import { moments } from "../../src/core/moments.js";
import { changeBounds, marginTest } from "../../src/stats/margin-test.js";
import { fiellerBounds, satterthwaite, squaredError } from "../../src/stats/welch-moments.js";
import { assertClose } from "../support/assert-close.js";

const a = moments(Float64Array.of(9, 10, 11));
const b = moments(Float64Array.of(10, 12, 14, 16));

describe("welch-moments and margin-test", () => {
  it("squaredError(moments) is variance / n", () => {
    assertClose([squaredError(a), squaredError(b)], [1 / 3, 20 / 3 / 4]);
  });

  it("satterthwaite(baseline, candidate, slope) weighs the baseline by the square of the slope", () => {
    const expected = (slope: number) => {
      const [first, second] = [slope ** 2 / 3, 5 / 3];
      return (first + second) ** 2 / (first ** 2 / 2 + second ** 2 / 3);
    };
    assertClose(satterthwaite(a, b), expected(1));
    assertClose(satterthwaite(a, b, 1.5), expected(1.5));
    expect(satterthwaite(moments(Float64Array.of(1, 1)), moments(Float64Array.of(1, 1)))).toBeNaN();
  });

  it("fiellerBounds(a, b, t) are the ratios t standard errors away, less 1", () => {
    for (const bound of fiellerBounds(a, b, 2)!) {
      const error = Math.sqrt(squaredError(b) + (1 + bound) ** 2 * squaredError(a));
      assertClose(Math.abs(b.mean - (1 + bound) * a.mean) / error, 2);
    }
    expect(fiellerBounds(a, b, 50)).toBeNull();
    expect(fiellerBounds(moments(Float64Array.of(-9, -10)), b, 0.1)).toBeNull();
  });

  it("changeBounds(a, b, …) are where marginTest(a, b, …) has p = alpha", () => {
    for (const isRelative of [true, false]) {
      const [low, high] = changeBounds(a, b, isRelative, 0.05)!;
      assertClose(marginTest(a, b, low, isRelative, "greater").p, 0.05, { rel: 1e-8 });
      assertClose(marginTest(a, b, high, isRelative, "less").p, 0.05, { rel: 1e-8 });
    }
  });
});
