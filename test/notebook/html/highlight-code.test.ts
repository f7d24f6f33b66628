import { describe, expect, it } from "vitest";
import { highlightCode } from "../../../src/notebook/html/highlight-code.js";

describe("highlightCode", () => {
  it("highlightCode knows the languages of kernels", () => {
    for (const language of [
      "typescript",
      "TypeScript",
      "python",
      "ipython3",
      "R",
      "julia",
      "c++",
      "bash",
      "rust",
    ]) {
      expect(highlightCode('x = "text" # 1', language)).toContain("hljs-string");
    }
  });

  it("highlightCode escapes code in any language", () => {
    for (const language of ["typescript", "no-such-language", "", "constructor", "__proto__"]) {
      expect(highlightCode("<script>&", language)).not.toContain("<script");
    }
    expect(highlightCode("a < b", "no-such-language")).toBe("a &lt; b");
  });
});
