import { describe, expect, it } from "vitest";
import { balanceText, cutText, wrapLabels, wrapText } from "../../../src/plot/render/wrap-text.js";
import { textWidth } from "../../../src/plot/typeface/text-width.js";

const columns = (text: string): number => text.length;
const wrap = (text: string, width: number, lines: number) =>
  wrapText(text, { width, lines, measure: columns });

describe("wrapText(text, options)", () => {
  it("fills a single line to its end", () => {
    expect(
      wrapText("config quite-a-long-name", { width: 12, lines: 1, measure: (text) => text.length }),
    ).toEqual(["config quit…"]);
    expect(wrapText("  ", { width: 12, lines: 1 })).toEqual([]);
  });

  it.each([
    ["one two three", 7, 3, ["one two", "three"]],
    ["one two three", 7, 1, ["one tw…"]],
    ["abcdefghij", 4, 3, ["abcd", "efgh", "ij"]],
    ["abcdefghij", 4, 2, ["abcd", "efg…"]],
    ["pkg/parse-json", 10, 2, ["pkg/parse-", "json"]],
    ["", 10, 2, []],
    ["   ", 10, 2, []],
  ])("%j in %i columns and %i lines", (text, width, lines, expected) => {
    expect(wrap(text, width, lines)).toEqual(expected);
  });

  it("keeps every character if lines suffice, and no line is too long", () => {
    const text =
      "The quick brown fox jumps over the lazy dog, and a-very-long-name-without-any-space follows it";
    for (let width = 4; width < 60; width++) {
      const lines = wrap(text, width, 100);
      expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
      expect(Math.max(...lines.map(columns))).toBeLessThanOrEqual(width);
    }
  });

  it("never splits a character of two code units", () => {
    expect(wrap("🦊🦊🦊🦊", 2, 4)).toEqual(["🦊", "🦊", "🦊", "🦊"]);
  });

  it("measures by the font unless told otherwise", () => {
    for (const line of wrapText("wide words and narrow ones", { width: 6, lines: 9 })) {
      expect(textWidth(line)).toBeLessThanOrEqual(6);
    }
  });
});

describe("balanceText(text, options)", () => {
  it("gives lines of about the same length, and no more of them", () => {
    const options = { width: 30, lines: 2, measure: columns };
    const lines = balanceText("With SMT off the same work runs as fast", options);
    expect(lines.length).toBe(2);
    expect(Math.abs(lines[0]!.length - lines[1]!.length)).toBeLessThan(8);
    expect(balanceText("short", options)).toEqual(["short"]);
  });

  it("ends, whatever the text", () => {
    expect(balanceText("x".repeat(500), { width: 20, lines: 2 }).length).toBe(2);
  });
});

describe("wrapLabels(panels, options)", () => {
  const options = { width: 12, lines: 3, measure: columns };

  it("leaves labels alone if all fit", () => {
    expect(wrapLabels([["a 1, b 2"], ["a 1, b 3"]], options)).toEqual([[["a 1, b 2"]], [["a 1, b 3"]]]);
  });

  it("puts the parts of all labels on lines of their own if one does not fit", () => {
    expect(wrapLabels([["dfs on, tasks 1"], ["dfs, a"]], options)).toEqual([
      [["dfs on", "tasks 1"]],
      [["dfs", "a"]],
    ]);
  });
});

describe("cutText(text, options)", () => {
  it("cuts where the line ends, also inside a word", () => {
    const measure = (text: string): number => text.length;
    expect(cutText("short", { width: 5, measure })).toBe("short");
    expect(cutText("unbreakable", { width: 6, measure })).toBe("unbre…");
    expect(cutText("two words", { width: 5, measure })).toBe("two…");
  });
});
