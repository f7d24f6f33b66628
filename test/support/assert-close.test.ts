import { describe, expect, it } from "vitest";
import { assertClose } from "./assert-close.js";

const result = { method: "t", interval: [1.5, 6.9], p: 0.0085, df: null, warnings: [{ code: "x" }] };

describe("assertClose", () => {
  it("accepts the same result, and one that differs by rounding", () => {
    assertClose(structuredClone(result), result);
    assertClose({ ...result, p: 0.0085 * (1 + 9e-13) }, result);
    assertClose(new Float64Array([1, 2]), [1, 2]);
    assertClose(Number.NaN, Number.NaN);
    assertClose(0, -0);
    assertClose(1e-9, 0, { abs: 1e-8 });
  });

  it("refuses what differs, and says where", () => {
    const wrong: readonly (readonly [unknown, unknown, RegExp])[] = [
      [{ ...result, interval: [1.5, 6.900001] }, result, /interval\[1\]: 6.900001 instead of 6.9/],
      [{ ...result, p: 0.0085 * (1 + 2e-12) }, result, /result\.p/],
      [{ ...result, p: Number.NaN }, result, /result\.p: NaN/],
      [{ ...result, df: 0 }, result, /df: 0 instead of null/],
      [{ ...result, method: "z" }, result, /method: z instead of t/],
      [{ ...result, extra: 1 }, result, /extra: 1 instead of undefined/],
      [{ ...result, warnings: [] }, result, /warnings: 0 elements instead of 1/],
      [{ ...result, warnings: [{ code: "y" }] }, result, /warnings\[0\]\.code/],
      [{ ...result, interval: [1.5] }, result, /interval: 1 elements instead of 2/],
      [{ method: "t" }, result, /p: undefined instead of 0.0085/],
      [1, Number.NaN, /1 instead of NaN/],
      [Number.POSITIVE_INFINITY, Number.MAX_VALUE, /Infinity/],
      [1e-300, 0, /1e-300/],
      ["1", 1, /1 instead of 1/],
      [null, {}, /null/],
      [[], {}, /result/],
    ];
    for (const [actual, expected, message] of wrong) {
      expect(() => assertClose(actual, expected)).toThrow(message);
    }
  });

  it("refuses both ways round", () => {
    expect(() => assertClose(result, { method: "t" })).toThrow(/result\.p/);
    expect(() => assertClose(Number.NaN, 1)).toThrow(/NaN instead of 1/);
  });
});
