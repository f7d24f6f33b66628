import { createRequire } from "node:module";
import { Resvg } from "@resvg/resvg-js";
import { describe, expect, it } from "vitest";
import { textWidth } from "../../../src/plot/typeface/text-width.js";

const require = createRequire(import.meta.url);
const fontFiles = ["400Regular/Inter_400Regular.ttf", "600SemiBold/Inter_600SemiBold.ttf"].map((file) =>
  require.resolve(`@expo-google-fonts/inter/${file}`),
);

/** The width of the ink, measured by the renderer with the font of the package, in font sizes. */
function measured(text: string, weight: 400 | 600): number {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="200"><text x="10" y="120" font-family="Inter" font-weight="${weight}" font-size="100">${text}</text></svg>`;
  const box = new Resvg(svg, { font: { loadSystemFonts: false, fontFiles } }).getBBox();
  return box!.width / 100;
}

describe("textWidth(text, weight)", () => {
  it.each([
    "smt on, task 1",
    "latency p50 (ms)",
    "1,250 to 2,899 ms",
    "CV 0.044 %",
    "mean with 95 % interval",
    "Latency varies by 0.044 % to 23.9 %",
    "benchmark/parse-json-23",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "n = 1,200 values in 1 run each.",
  ])("%s", (text) => {
    for (const weight of [400, 600] as const) {
      // Of the ink, which lacks the blank margins of the first and last letter.
      const actual = measured(text, weight);
      expect(Math.abs(textWidth(text, weight) / actual - 1), `${weight}: ${actual}`).toBeLessThan(0.1);
    }
  });

  it("takes East Asian characters for squares", () => {
    expect(textWidth("測定")).toBe(2);
  });
});
