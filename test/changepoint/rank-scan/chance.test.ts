import { describe, expect, it } from "vitest";
import { chanceOf, usualLimit } from "../../../src/changepoint/rank-scan/chance.js";
import { nullLevels, nullQuantiles } from "../../../src/changepoint/rank-scan/null-quantiles.js";
// @ts-expect-error A program without types, which runs the compiled library.
import { simulatedQuantiles } from "../../simulate/scan-null.js";

describe("the table of the scan", () => {
  it("is what the program that makes it gives", () => {
    const [n, row] = nullQuantiles.find(([size]) => size === 50)!;
    const simulated: readonly number[] = simulatedQuantiles(n, 4000, [0.5, 0.1, 0.05]);
    for (const [k, level] of [0.5, 0.1, 0.05].entries()) {
      // How often the tabulated quantile is exceeded, within four standard errors.
      const quantile = row[nullLevels.indexOf(level)]!;
      const error = 4 * Math.sqrt((level * (1 - level)) / 4000);
      expect(chanceOf(simulated[k]!, n)).toBeGreaterThan(level - error);
      expect(chanceOf(simulated[k]!, n)).toBeLessThan(level + error);
      expect(Math.abs(simulated[k]! - quantile)).toBeLessThan(0.2);
    }
  });

  it("grows with the size, and with the level", () => {
    expect(nullQuantiles.map(([n]) => n)).toEqual(nullQuantiles.map(([n]) => n).toSorted((i, j) => i - j));
    for (const [k, [, row]] of nullQuantiles.entries()) {
      expect(row).toHaveLength(nullLevels.length);
      expect(row).toEqual(row.toSorted((i, j) => i - j));
      const before = nullQuantiles[k - 1]?.[1] ?? row;
      expect(row[3]).toBeGreaterThanOrEqual(before[3]!);
    }
  });
});

describe("chanceOf(statistic, n)", () => {
  it("is the level at its quantile, and between two sizes between theirs", () => {
    for (const level of [0.5, 0.05, 0.005]) {
      const [at50, at64] = [50, 64].map(
        (n) => nullQuantiles.find(([size]) => size === n)![1][nullLevels.indexOf(level)]!,
      );
      expect(chanceOf(at50!, 50)).toBeCloseTo(level, 10);
      expect(chanceOf(at50!, 57)).toBeGreaterThan(level);
      expect(chanceOf(at64!, 57)).toBeLessThan(level);
    }
    expect(usualLimit(100)).toBe(nullQuantiles.find(([n]) => n === 100)![1][3]);
  });

  it("falls with the statistic, from 1 to below any p that is asked for, and never to 0", () => {
    const chances = Array.from({ length: 200 }, (_, k) => chanceOf(k / 4 - 5, 300));
    expect(chances.toSorted((one, other) => other - one)).toEqual(chances);
    expect(chances[0]).toBe(1);
    expect(chances.at(-1)).toBeLessThan(1e-15);
    expect(chanceOf(1e6, 1e6)).toBeGreaterThan(0);
  });

  it("is never below that of values sorted into two halves", () => {
    expect(chanceOf(100, 10)).toBeCloseTo(2 / 252, 12);
    expect(chanceOf(100, 11)).toBeCloseTo(2 / 462, 12);
  });
});
