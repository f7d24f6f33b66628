import { describe, expect, it } from "vitest";
import { intervalFor, tailOf } from "../../src/stats/interval.js";

describe("intervalFor and tailOf", () => {
  it("intervalFor(alternative, bounds) leaves open what the test does not ask", () => {
    expect(intervalFor("two-sided", [1, 2])).toEqual([1, 2]);
    expect(intervalFor("less", [1, 2])).toEqual([null, 2]);
    expect(intervalFor("greater", [1, 2])).toEqual([1, null]);
  });

  it("tailOf(alternative, confidence) is on both sides or on one", () => {
    expect(tailOf("two-sided", 0.75)).toBe(0.125);
    expect(tailOf("less", 0.75)).toBe(0.25);
    expect(tailOf("greater", 0.75)).toBe(0.25);
  });
});
