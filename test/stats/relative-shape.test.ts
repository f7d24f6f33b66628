import { describe, expect, it } from "vitest";
import { relativeShape } from "../../src/stats/relative-shape.js";
import { assertClose } from "../support/assert-close.js";

describe("relativeShape", () => {
  it("relativeShape(values) has their moments, by hand", () => {
    // Mean 4, relative deviations −0.75, −0.5, 0, 1.25; the median is −0.25.
    const shape = relativeShape(Float64Array.of(4, 1, 9, 2))!;
    const squares = 0.75 ** 2 + 0.5 ** 2 + 1.25 ** 2;
    assertClose(shape, {
      n: 4,
      cv: Math.sqrt(squares / 3),
      skewness: (1.25 ** 3 - 0.75 ** 3 - 0.5 ** 3) / 4 / (squares / 4) ** 1.5,
      squares,
      fourthPowers: 0.5 ** 4 + 0.25 ** 4 + 0.25 ** 4 + 1.5 ** 4,
    });
  });

  it("relativeShape(many values) trims both tails before it takes fourth powers", () => {
    // Of 20 values, ⌊20 / (2√16)⌋ = 2 go on either side.
    const values = Float64Array.from({ length: 20 }, (_, i) => 101 + i + (i >= 18 ? 500 : 0));
    const mean = values.reduce((sum, value) => sum + value) / 20;
    const center = 110.5 / mean - 1;
    const { fourthPowers } = relativeShape(values)!;
    const expected = values.reduce((sum, value) => sum + (value / mean - 1 - center) ** 4, 0);
    assertClose(fourthPowers, expected);
  });

  it("relativeShape(mean zero) is null, and of equal values without skewness", () => {
    expect(relativeShape(Float64Array.of(-1, 1))).toBeNull();
    expect(relativeShape(Float64Array.of(3, 3, 3, 3))).toMatchObject({ cv: 0, skewness: 0 });
  });
});
