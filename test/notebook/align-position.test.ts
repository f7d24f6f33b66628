import { describe, expect, it } from "vitest";
import { alignPosition } from "../../src/notebook/align-position.js";
import { generated, source } from "../support/generated-cell.js";

/** Line and column of the nth occurrence of a text, 1-based. */
function placeOf(text: string, part: string, occurrence = 1): { line: number; column: number } {
  let offset = -1;
  for (let i = 0; i < occurrence; i++) offset = text.indexOf(part, offset + 1);
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
}

describe("alignPosition", () => {
  it.each([
    ["equal(same(p)", 1, { line: 8, column: 8 }],
    ["log(same(p))", 1, { line: 6, column: 9 }],
    ["log(same(p))", 2, { line: 7, column: 9 }],
    ["a;\nexports.same", 1, { line: 5, column: 34 }],
  ])("alignPosition finds %j, number %i", (part, occurrence, place) => {
    expect(alignPosition(source, generated, placeOf(generated, part, occurrence))).toEqual(place);
  });

  it("alignPosition says nothing about lines that the compiler added, and about another cell's code", () => {
    expect(alignPosition(source, generated, { line: 2, column: 5 })).toBeNull();
    expect(alignPosition("let other = 1;", generated, placeOf(generated, "equal(same"))).toBeNull();
    expect(alignPosition(source, generated, { line: 999, column: 1 })).toBeNull();
  });
});
