import { describe, expect, it } from "vitest";
import { encodePng } from "../../../src/plot/render/encode-png.js";
import { decodePng } from "../decode-png.js";

function pixelsOf(colors: readonly number[]): Uint8Array {
  return Uint8Array.from(colors.flatMap((color) => [color >> 16, (color >> 8) & 255, color & 255, 255]));
}

describe("encodePng(pixels, width, height)", () => {
  it("keeps up to 256 colours exactly", () => {
    const colors = Array.from({ length: 16 * 20 }, (_, i) => (i % 256) * 0x010101);
    expect(decodePng(encodePng(pixelsOf(colors), 16, 20))).toEqual({ width: 16, height: 20, colors });
  });

  it("with more, keeps the frequent ones exactly and the others nearly", () => {
    const rare = Array.from(
      { length: 400 },
      (_, i) => (((i % 20) * 12) << 16) | ((Math.floor(i / 20) * 12) << 8),
    );
    const colors = [...Array<number>(1000).fill(0xffffff), ...Array<number>(500).fill(0xe3e7ec), ...rare];
    const decoded = decodePng(encodePng(pixelsOf(colors), 1900, 1)).colors;
    expect(decoded.slice(0, 1500)).toEqual(colors.slice(0, 1500));
    expect(new Set(decoded).size).toBe(256);
    rare.forEach((color, i) => {
      const got = decoded[1500 + i]!;
      for (const shift of [16, 8, 0])
        expect(Math.abs(((color >> shift) & 255) - ((got >> shift) & 255))).toBeLessThan(110);
    });
  });

  it("the same pixels give the same bytes", () => {
    const pixels = pixelsOf(Array.from({ length: 100 }, (_, i) => i * 997));
    expect(encodePng(pixels, 10, 10)).toEqual(encodePng(pixels, 10, 10));
  });
});
