import { describe, expect, it } from "vitest";
import { lineDash } from "../../src/plot/line-dashes.js";
import { themeColors } from "../../src/plot/theme-colors.js";

describe("lineDash(index)", () => {
  it("differs between lines of one colour, and between the first six", () => {
    const colors = themeColors("light").series.length;
    const looks = Array.from({ length: 36 }, (_, i) => `${i % colors} ${lineDash(i).join(" ")}`);
    expect(new Set(looks).size).toBe(36);
    expect(lineDash(0)).toEqual([]);
  });
});
