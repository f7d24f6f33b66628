import { describe, expect, it } from "vitest";
import { dropSmallChanges } from "../../../src/changepoint/rank-scan/drop-small-changes.js";

const levels = (...parts: readonly (readonly [size: number, level: number])[]) => {
  const values = Float64Array.from(parts.flatMap(([size, level]) => Array<number>(size).fill(level)));
  let end = 0;
  const changes = parts.slice(0, -1).map(([size]) => {
    end += size;
    return { index: end };
  });
  return { values, changes };
};
const kept = ({ values, changes }: ReturnType<typeof levels>, minMagnitude: number) =>
  dropSmallChanges(values, changes, minMagnitude).map(({ index }) => index);

describe("dropSmallChanges(values, changes, minMagnitude)", () => {
  it("keeps what is larger, from whichever side it is seen", () => {
    const series = levels([10, 100], [5, 150], [10, 100]);
    expect(kept(series, 0.4)).toEqual([10, 15]);
    expect(kept(series, 0.49)).toEqual([10, 15]);
    expect(kept(series, 0.51)).toEqual([]);
  });

  it("drops a small change beside a large one, and not the large one with it", () => {
    expect(kept(levels([10, 100], [3, 100.5], [10, 200], [4, 201], [9, 200]), 0.01)).toEqual([13]);
  });

  it("joins steps before it judges them: a stair of small ones is one large change", () => {
    const stair = levels([10, 100], [10, 103], [10, 106], [10, 109]);
    expect(kept(stair, 0.05)).toEqual([20]);
    expect(kept(stair, 0.07)).toEqual([]);
  });

  it("keeps all at 0, and what starts from a mean of zero by the other side", () => {
    expect(kept(levels([4, 100], [4, 100.001]), 0)).toEqual([4]);
    expect(kept(levels([4, 0], [4, 1]), 0.9)).toEqual([4]);
    expect(kept(levels([4, -100], [4, -120]), 0.1)).toEqual([4]);
  });
});
