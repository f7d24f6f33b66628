import { describe, expect, it } from "vitest";
import { show } from "../../src/core/show.js";

describe("show", () => {
  it.each<[unknown, string]>([
    [1.5, "1.5"],
    [Number.NaN, "NaN"],
    [1n, "1n"],
    ["1", '"1"'],
    ["two\nlines", '"two\\nlines"'],
    [null, "null"],
    [undefined, "undefined"],
    [true, "true"],
    [Symbol("s"), "Symbol(s)"],
    [() => 1, "a function"],
    [[1, 2, 3], "an array of 3"],
    [Float32Array.of(1, 2), "a Float32Array of 2"],
    [Int32Array.of(1), "an Int32Array of 1"],
    [new DataView(new ArrayBuffer(8)), "a DataView of 8"],
    [{ toString: 5 }, "an object"],
    [Object.create(null), "an object"],
    [new Map(), "a Map"],
    [Promise.resolve(1), "a Promise"],
  ])("show(%o) is %s", (value, text) => {
    expect(show(value)).toBe(text);
  });

  it("show(anything long) stays short", () => {
    for (const long of ["x".repeat(1000), 10n ** 1000n, Symbol("x".repeat(1000)), class extends Map {}]) {
      expect(show(long).length).toBeLessThanOrEqual(60);
    }
    expect(show("x".repeat(1000))).toMatch(/^"x{54}…"$/);
  });
});
