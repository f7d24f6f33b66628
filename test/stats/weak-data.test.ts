import { describe, expect, it } from "vitest";
import { unreachable } from "../../src/stats/weak-data.js";

describe("unreachable", () => {
  it("unreachable(smallest p) warns above 0.05 alone, in few digits", () => {
    expect(unreachable(0.05)).toEqual([]);
    expect(unreachable(1 / 15)).toMatchObject([{ code: "too-few-values", message: /give is 0\.0667,/ }]);
  });
});
