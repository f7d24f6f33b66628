import { describe, expect, it } from "vitest";
import { firstSteadyLevel } from "../../../src/steady/shape/steady-levels.js";

/** Levels of these lengths and means; those that are not 0 differ. */
function find(...parts: readonly (readonly [length: number, mean: number])[]) {
  let end = 0;
  const levels = parts.map(([length, mean]) => {
    end += length;
    return { start: end - length, end, mean };
  });
  return firstSteadyLevel(levels, ({ mean }) => mean !== 0);
}

describe("firstSteadyLevel(levels, differs)", () => {
  it("walks back over levels that do not differ", () => {
    expect(find([100, 0])).toEqual({ index: 0, brief: null });
    expect(find([20, 1], [80, 0])).toEqual({ index: 1, brief: null });
    expect(find([20, 1], [40, 0], [40, 0])).toEqual({ index: 1, brief: null });
  });

  it("walks over brief stretches between them, a twentieth of the run at most", () => {
    expect(find([50, 0], [5, 1], [45, 0])).toEqual({ index: 0, brief: [50, 55] });
    expect(find([50, 0], [6, 1], [44, 0])).toEqual({ index: 2, brief: null });
    expect(find([40, 0], [3, 1], [30, 0], [3, 2], [24, 0])).toEqual({ index: 2, brief: [73, 76] });
    expect(find([50, 0], [2, 1], [3, 2], [45, 0])).toEqual({ index: 0, brief: [50, 55] });
  });

  it("not if what lies before is no longer than they are", () => {
    expect(find([5, 0], [5, 1], [90, 0])).toEqual({ index: 2, brief: null });
    expect(find([5, 1], [95, 0])).toEqual({ index: 1, brief: null });
  });
});
