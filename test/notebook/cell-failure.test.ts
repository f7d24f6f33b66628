import { describe, expect, it } from "vitest";
import { failureReport, sourceExcerpt } from "../../src/notebook/cell-failure.js";

const source = Array.from({ length: 12 }, (_, i) => `line${i + 1}`).join("\n");

describe("sourceExcerpt", () => {
  it("sourceExcerpt shows two lines on each side and marks the column", () => {
    expect(sourceExcerpt(source, { line: 9, column: 3 })).toBe(
      ["   7 │ line7", "   8 │ line8", "   9 │ line9", "     │   ^", "  10 │ line10", "  11 │ line11"].join(
        "\n",
      ),
    );
  });

  it("sourceExcerpt keeps tabs under tabs", () => {
    expect(sourceExcerpt("\tx = 1", { line: 1, column: 2 })).toBe("  1 │ \tx = 1\n    │ \t^");
  });

  it("sourceExcerpt shows all of a source without a place", () => {
    expect(sourceExcerpt("a\nb", null)).toBe("  1 │ a\n  2 │ b");
  });
});

describe("failureReport", () => {
  const parts = { path: "a.ipynb", where: "code cell 2 of 3 (id x)", source: "a\nb", message: "E: no" };

  it("failureReport tells place, source, error and what was printed", () => {
    expect(failureReport({ ...parts, position: { line: 2, column: 1 }, stdout: "p\n" })).toBe(
      "a.ipynb: code cell 2 of 3 (id x), line 2, column 1\n\n" +
        "  1 │ a\n  2 │ b\n    │ ^\n\nE: no\n\nIt had printed:\n  p",
    );
  });

  it("failureReport leaves out what there is not, and all but the last ten lines printed", () => {
    expect(failureReport({ ...parts, position: null, stdout: "" })).toBe(
      "a.ipynb: code cell 2 of 3 (id x)\n\n  1 │ a\n  2 │ b\n\nE: no",
    );
    const report = failureReport({ ...parts, position: null, stdout: source });
    expect(report).not.toContain("line2\n");
    expect(report).toContain("  line3\n");
  });
});
