import { describe, expect, it } from "vitest";
import { jsonDifference } from "../../../src/notebook/diff/json-difference.js";

function shown(file: unknown, run: unknown): string[] {
  return jsonDifference(file, run).map(({ text }) => text);
}

describe("jsonDifference", () => {
  it("jsonDifference names the path of everything that differs", () => {
    const file = { data: [{ y: [1, 2, 3], name: "a" }], "odd key": 1, gone: null };
    const run = { data: [{ y: [1, 5, 3, 4], name: "a" }], "odd key": 2, come: { a: 1 } };
    expect(shown(file, run)).toEqual([
      "data[0].y: 3 items → 4 items",
      "data[0].y[1]: 2 → 5",
      '["odd key"]: 1 → 2',
      "gone: null → (nothing)",
      'come: (nothing) → {"a":1}',
    ]);
  });

  it("jsonDifference tells kinds apart, and finds nothing where nothing differs", () => {
    expect(shown([1], { 0: 1 })).toEqual(['the whole: [1] → {"0":1}']);
    expect(shown("a".repeat(100), null)).toEqual([`the whole: "${"a".repeat(59)}… → null`]);
    expect(shown({ a: [{}], b: Number.NaN }, { a: [{}], b: Number.NaN })).toEqual([]);
  });

  it("jsonDifference shows the first paths and counts the rest", () => {
    const [file, run] = [0, 1].map((add) => Array.from({ length: 1_500 }, (_, i) => 2 * i + add));
    const lines = shown(file, run);
    expect(lines).toHaveLength(9);
    expect(lines.at(-1)).toBe("… 1,492 more lines");
  });
});
