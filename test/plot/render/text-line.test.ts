import { describe, expect, it } from "vitest";
import { columnsOf, placedLine } from "../../../src/plot/render/text-line.js";

describe("columnsOf(text)", () => {
  it.each([
    ["abc", 3],
    ["µs ±", 4],
    ["測定", 4],
    ["e\u0301", 1],
    ["🦊", 2],
    ["⣿⠁├◆┤", 5],
  ])("%s", (text, columns) => {
    expect(columnsOf(text)).toBe(columns);
  });
});

describe("placedLine(texts, columns)", () => {
  it("puts texts at their columns, in any order", () => {
    expect(
      placedLine(
        [
          { column: 6, text: "b" },
          { column: 2, text: "a" },
        ],
        10,
      ),
    ).toBe("  a   b");
  });

  it("keeps texts inside the line", () => {
    expect(
      placedLine(
        [
          { column: -2, text: "low" },
          { column: 9, text: "high" },
        ],
        10,
      ),
    ).toBe("low   high");
  });

  it("leaves out a text that would touch the one before", () => {
    expect(
      placedLine(
        [
          { column: 0, text: "100" },
          { column: 3, text: "200" },
          { column: 8, text: "300" },
        ],
        12,
      ),
    ).toBe("100     300");
  });
});
