import { describe, expect, it } from "vitest";
import { densityShades, runShades } from "../../src/plot/dot-shades.js";
import { shadedColor, themeColors } from "../../src/plot/theme-colors.js";

describe("densityShades(stands, largest)", () => {
  it("goes in five steps from itself to the largest crowd, by ratio", () => {
    expect([...densityShades(Float64Array.of(1, 3.2, 10, 32, 100), 100)]).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect([...densityShades(Float64Array.of(1, 1), 1)]).toEqual([0, 0]);
  });
});

describe("runShades(run, runs)", () => {
  it("goes from dark to light, evenly, in eight steps at most", () => {
    expect([...runShades([1, 2, 3], 3)]).toEqual([1, 0, -1]);
    expect([...runShades([1, 1, 1], 1)]).toEqual([0, 0, 0]);
    const many = runShades(
      Array.from({ length: 100 }, (_, i) => i + 1),
      100,
    );
    expect(new Set(many).size).toBe(8);
    expect([many[0], many.at(-1)]).toEqual([1, -1]);
  });
});

describe("shadedColor(colors, index, shade)", () => {
  it.each(["light", "dark"] as const)(
    "goes from the page to the ink, and stays apart from both (%s)",
    (theme) => {
      const colors = themeColors(theme);
      const distance = (a: string, b: string): number =>
        [1, 3, 5].reduce(
          (sum, at) =>
            sum +
            Math.abs(Number.parseInt(a.slice(at, at + 2), 16) - Number.parseInt(b.slice(at, at + 2), 16)),
          0,
        );
      colors.series.forEach((color, index) => {
        expect(shadedColor(colors, index)).toBe(color);
        const shades = [-1, 0, 1].map((shade) => shadedColor(colors, index, shade));
        const toInk = shades.map((shade) => distance(shade, colors.ink));
        expect(toInk).toEqual(toInk.toSorted((a, b) => b - a));
        for (const shade of shades) expect(distance(shade, colors.background)).toBeGreaterThan(100);
      });
    },
  );
});
