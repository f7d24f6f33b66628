import { describe, expect, it } from "vitest";
import { countBelow } from "../../src/core/count-below.js";

describe("countBelow(sorted, value)", () => {
  it("equals counting", () => {
    const sorted = Float64Array.of(-2, 0, 0, 1, 5);
    for (const value of [-3, -2, -1, 0, 0.5, 1, 4, 5, 6])
      expect(countBelow(sorted, value)).toBe(sorted.filter((each) => each < value).length);
    expect(countBelow(new Float64Array(0), 1)).toBe(0);
  });
});
