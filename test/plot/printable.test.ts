import { describe, expect, it } from "vitest";
import { printable } from "../../src/plot/printable.js";

describe("printable(data)", () => {
  it("replaces control characters in texts at any depth, and nothing else", () => {
    const data = {
      title: "a\u001b[31mb\n\u0000c\u009b",
      list: [{ name: "x\u0007" }, ["\uffff"]],
      n: 3,
      none: null,
      ok: true,
    };
    expect(printable(data)).toEqual({
      title: "a [31mb c ",
      list: [{ name: "x " }, [" "]],
      n: 3,
      none: null,
      ok: true,
    });
    expect(printable("µ 測定 🦊 é <b>")).toBe("µ 測定 🦊 é <b>");
    expect(printable("half \ud83e of a pair")).toBe("half   of a pair");
  });

  it("keeps lists of numbers as they are", () => {
    const values = [1, 2, 3];
    expect(printable({ values }).values).toBe(values);
  });
});
