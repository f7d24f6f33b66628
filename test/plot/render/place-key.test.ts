import { describe, expect, it } from "vitest";
import type { KeyEntry } from "../../../src/plot/figure-model.js";
import { placeKey } from "../../../src/plot/render/place-key.js";

function keyOf(count: number, text: string): KeyEntry[] {
  return Array.from({ length: count }, (_, color) => ({ mark: "dot", color, text: `${text} ${color}` }));
}

describe("placeKey(key, width, fontSize)", () => {
  it("goes on in the next row where a row is full", () => {
    const placed = placeKey(keyOf(4, "sample"), 240, 13);
    expect(placed.map(({ row }) => row)).toEqual([0, 0, 1, 1]);
    expect(placed[2]!.x).toBe(0);
  });

  it("after three rows says how many are left", () => {
    const placed = placeKey(keyOf(20, "sample"), 240, 13);
    expect(placed.at(-1)).toMatchObject({ row: 2, text: "and 15 more" });
    expect(placed).toHaveLength(6);
  });

  it("cuts long texts", () => {
    const [entry] = placeKey(keyOf(1, "x".repeat(200)), 900, 13);
    expect(entry!.text).toMatch(/^x{40,90}…$/);
  });
});
