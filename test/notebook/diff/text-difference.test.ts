import { describe, expect, it } from "vitest";
import { textDifference } from "../../../src/notebook/diff/text-difference.js";

/** As a terminal would show it. */
function shown(file: string, run: string): string[] {
  const marks = { file: "-", run: "+", same: " ", note: "" };
  return textDifference(file, run).map(({ kind, text }) => `${marks[kind]}${text}`);
}

describe("textDifference", () => {
  it("textDifference is a unified diff with two lines of context", () => {
    const lines = Array.from({ length: 12 }, (_, i) => `line ${i + 1}\n`);
    const changed = lines.with(5, "changed\n");
    expect(shown(lines.join(""), changed.join(""))).toEqual([
      "@@ -4,5 +4,5 @@",
      " line 4",
      " line 5",
      "-line 6",
      "+changed",
      " line 7",
      " line 8",
    ]);
    expect(shown("", "new\n")).toEqual(["@@ -0,0 +1,1 @@", "+new"]);
    expect(shown("same\n", "same\n")).toEqual([]);
  });

  it("textDifference shows what would not be seen", () => {
    expect(shown("a\n", "a  \n")).toEqual(["@@ -1,1 +1,1 @@", "-a", "+a··"]);
    expect(shown("a\n", "a")).toEqual(["@@ -1,1 +1,1 @@", "-a", "+a", "(no line end there)"]);
    expect(shown("a\u0007", "a\rb")).toContain("+a\\rb");
    expect(shown("a\u0007", "a\rb")).toContain("-a\\u0007");
  });

  it("textDifference leaves colours out, unless they are what differs", () => {
    const [red, off] = ["\u001b[31m", "\u001b[39m"];
    expect(shown(`${red}a${off}`, `${red}b${off}`)).toEqual(["@@ -1,1 +1,1 @@", "-a", "+b"]);
    expect(shown(`${red}a${off}`, "a")).toContain("-\\u001b[31ma\\u001b[39m");
  });

  it("textDifference cuts long lines to where they begin to differ", () => {
    const [file, run] = ["x", "y"].map((letter) => `${"a".repeat(500)}${letter}${"b".repeat(500)}`) as [
      string,
      string,
    ];
    const [, before, after] = shown(file, run);
    expect(before).toMatch(/^-…a{40}xb{119}…$/);
    expect(after).toMatch(/^\+…a{40}yb{119}…$/);
    expect(shown("a".repeat(500), "")[1]).toMatch(/^-a{160}…$/);
  });

  it("textDifference does not try to match texts that have nothing in common", () => {
    const [file, run] = [0, 100_000].map((from) =>
      Array.from({ length: 9_000 }, (_, i) => from + i).join("\n"),
    );
    expect(shown(`head\n${file}`, `head\n${run}`)).toEqual([
      "nearly every line differs, of 9001 in the file and 9001 in the run; the first is line 2",
      "-0",
      "+100000",
    ]);
  });
});
