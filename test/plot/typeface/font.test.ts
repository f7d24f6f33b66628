import { describe, expect, it } from "vitest";
import { fontFaces, missingCharacters } from "../../../src/plot/typeface/font.js";

/** The bytes of each embedded font. */
function fonts(css: string): readonly Buffer[] {
  return [...css.matchAll(/base64,([^)]+)/g)].map(([, text]) => Buffer.from(text!, "base64"));
}

describe("fontFaces(text)", () => {
  it("brings both weights along, small, and the same for the same characters", async () => {
    const css = await fontFaces("Latency 12 ms");
    expect(css).toMatch(/font-weight:400.*font-weight:600/s);
    expect(css).toBe(await fontFaces("ms 21 ycnetaL"));
    for (const font of fonts(css)) {
      expect(font.subarray(0, 4).toString("latin1")).toBe("wOFF");
      expect(font.length).toBeLessThan(6_000);
    }
    const [few] = fonts(css);
    const [more] = fonts(await fontFaces("the quick brown fox jumps over the lazy dog 0123456789"));
    expect(more!.length).toBeGreaterThan(few!.length);
  });

  it("leaves out what the font lacks", async () => {
    expect(await fontFaces("abc")).toBe(await fontFaces("abc\u65e5\u672c"));
  });
});

describe("missingCharacters(text)", () => {
  it("are those that the font lacks, each once", async () => {
    expect(await missingCharacters("")).toEqual([]);
    expect(await missingCharacters("a\u200bb\u200d\ufe0f")).toEqual([]);
    expect(await missingCharacters("ASCII, Größe µs ±2 % – “x” … ≥ → × Ω ж")).toEqual([]);
    expect(await missingCharacters("a\u65e5b\u672c\u65e5 \u05d0\ud83d\ude80")).toEqual([
      "\u65e5",
      "\u672c",
      "\u05d0",
      "\ud83d\ude80",
    ]);
  });
});
