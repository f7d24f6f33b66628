import { describe, expect, it } from "vitest";
import { seriesColor, themeColors } from "../../src/plot/theme-colors.js";

/** Relative luminance as WCAG 2 defines it. */
function luminance(hex: string): number {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

describe.each(["light", "dark"] as const)("themeColors(%s)", (theme) => {
  const colors = themeColors(theme);

  it("text can be read (WCAG AA: 4.5)", () => {
    expect(contrast(colors.ink, colors.background)).toBeGreaterThan(10);
    expect(contrast(colors.muted, colors.background)).toBeGreaterThan(4.5);
  });

  it("dots can be seen, the first three in grey too", () => {
    for (const color of colors.series) expect(contrast(color, colors.background)).toBeGreaterThan(1.9);
    for (const color of colors.series.slice(0, 3))
      expect(contrast(color, colors.background)).toBeGreaterThan(3);
  });

  it("colours repeat after the last", () => {
    expect(seriesColor(colors, colors.series.length)).toBe(seriesColor(colors, 0));
    expect(new Set(colors.series).size).toBe(colors.series.length);
  });
});
