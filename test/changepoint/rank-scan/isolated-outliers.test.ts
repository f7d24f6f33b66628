import { describe, expect, it } from "vitest";
import { isolatedOutliers } from "../../../src/changepoint/rank-scan/isolated-outliers.js";
import { stream } from "../../../src/random/stream.js";
import { normalValues } from "../../support/normal-values.js";

const rng = stream(1, "isolatedOutliers");
const noise = normalValues(rng, 120, 100, 1);
const marked = (values: readonly number[], bounds: readonly number[] = []) =>
  isolatedOutliers(Float64Array.from(values), bounds);

describe("isolatedOutliers(values, bounds)", () => {
  it("marks one far value, or two in a row, and tells the level around", () => {
    const [one, two, three] = marked(noise.with(10, 120).with(60, 80).with(61, 120));
    expect(one).toMatchObject({ index: 10, value: 120, side: "high" });
    expect(Math.abs((one?.level ?? 0) - 100)).toBeLessThan(0.5);
    expect([two?.index, two?.side, three?.index, three?.side]).toEqual([60, "low", 61, "high"]);
  });

  it("marks no run of three, which are no strays", () => {
    expect(marked(noise.with(60, 120).with(61, 121).with(62, 122))).toEqual([]);
  });

  it("measures from the level of each segment", () => {
    const stepped = noise.map((value, i) => value + (i < 60 ? 0 : 20));
    expect(marked(stepped.with(90, 100), [60])).toMatchObject([{ index: 90, side: "low" }]);
    expect(marked(stepped.with(118, 100), [60, 115]).map(({ index }) => index)).toEqual([118]);
  });

  it("marks hardly anything in noise, and less than its tail in a long one", () => {
    const count = (transform: (value: number) => number) =>
      Array.from({ length: 100 }, () => marked(normalValues(rng, 100, 0, 1).map(transform)).length).reduce(
        (sum, one) => sum + one,
        0,
      );
    expect(count((value) => value)).toBeLessThan(10);
    expect(count(Math.exp)).toBeLessThan(60);
  });

  it("marks a lone value among equal ones, and no second tick of a coarse clock", () => {
    const equal = Array<number>(100).fill(5);
    expect(marked(equal.with(50, 9))).toEqual([{ index: 50, value: 9, level: 5, side: "high" }]);
    expect(marked(equal.map((value, i) => value + (i % 20 === 0 ? 1 : 0)))).toEqual([]);
    expect(marked(equal)).toEqual([]);
    expect(marked([1])).toEqual([]);
  });
});
