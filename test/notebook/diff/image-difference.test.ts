import { PNG } from "pngjs";
import { describe, expect, it } from "vitest";
import { imageDifference } from "../../../src/notebook/diff/image-difference.js";

/** A PNG in base64, white but for its first pixels. */
function png(width: number, height: number, black = 0, deflateLevel = 9): string {
  const image = new PNG({ width, height });
  image.data.fill(255);
  for (let i = 0; i < black; i++) image.data.writeUInt32BE(0x0000_00ff, 4 * i);
  return PNG.sync.write(image, { deflateLevel }).toString("base64");
}

function difference(file: string, run: string): string {
  return imageDifference("image/png", file, run);
}

describe("imageDifference", () => {
  it("imageDifference counts the pixels that differ", () => {
    expect(difference(png(100, 50), png(100, 50, 60))).toBe(
      "image/png differs: 100×50 vs 100×50, 1.2 % of pixels differ",
    );
    expect(difference(png(100, 50), png(100, 50, 1))).toBe(
      "image/png differs: 100×50 vs 100×50, 1 pixel differs",
    );
    expect(difference(png(100, 50), png(100, 50, 4))).toBe(
      "image/png differs: 100×50 vs 100×50, 4 pixels differ",
    );
    expect(difference(png(10, 10), png(10, 10, 100))).toContain("100.0 % of pixels differ");
  });

  it("imageDifference compares sizes first", () => {
    expect(difference(png(100, 50), png(50, 100))).toBe("image/png differs: 100×50 vs 50×100");
  });

  it("imageDifference says when only the file's bytes differ", () => {
    expect(difference(png(100, 50, 60, 9), png(100, 50, 60, 0))).toContain("but all pixels are the same");
  });

  it("imageDifference falls back on sizes in bytes", () => {
    expect(difference("AAAA", png(1, 1))).toMatch(/^image\/png differs: 3 bytes vs \d+ bytes$/);
    expect(imageDifference("image/jpeg", "AAAA", "A".repeat(8000))).toBe(
      "image/jpeg differs: 3 bytes vs 6,000 bytes",
    );
  });
});
