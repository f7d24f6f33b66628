import { describe, expect, it } from "vitest";
import { differenceReport } from "../../../src/notebook/diff/difference-report.js";

const part = {
  part: "output 1, stdout",
  lines: [
    { kind: "note", text: "@@ -1,2 +1,2 @@" },
    { kind: "same", text: "a" },
    { kind: "file", text: "b" },
    { kind: "run", text: "c" },
  ],
} as const;
const cell = { cellIndex: 2, cellId: "x", source: "long ".repeat(30), parts: [part] };

describe("differenceReport", () => {
  it("differenceReport is plain where no colour is asked for", () => {
    expect(differenceReport({ path: "a.ipynb", differences: [cell], metadata: [] })).toBe(
      `a.ipynb: 1 of its cells differs from a fresh run (- file, + fresh run)

  cell 3 (id x)  ${"long ".repeat(15).slice(0, 72)}…
    output 1, stdout
      @@ -1,2 +1,2 @@
        a
      - b
      + c

To take over the new one: noisefloor notebook run a.ipynb`,
    );
  });

  it("differenceReport is red and green on a terminal", () => {
    const report = differenceReport({ path: "a.ipynb", differences: [cell], metadata: [] }, { color: true });
    expect(report).toContain("\u001b[31m- b\u001b[39m");
    expect(report).toContain("\u001b[32m+ c\u001b[39m");
  });

  it("differenceReport shows the first cells and counts the rest", () => {
    const differences = Array.from({ length: 25 }, (_, cellIndex) => ({ ...cell, cellIndex }));
    const report = differenceReport({ path: "a.ipynb", differences, metadata: [] });
    expect(report).toContain("25 of its cells differ");
    expect(report).toContain("… 5 more cells differ");
    expect(report.match(/^ {2}cell/gm)).toHaveLength(20);
  });

  it("differenceReport tells metadata and layout from cells", () => {
    const metadata = [{ kind: "note", text: "kernelspec.name: 1 → 2" }] as const;
    const report = differenceReport({ path: "a.ipynb", differences: [], metadata });
    expect(report).toContain("its metadata differ");
    expect(report).toContain("      kernelspec.name: 1 → 2");
    expect(differenceReport({ path: "a.ipynb", differences: [], metadata: [] })).toContain(
      "the layout of the file",
    );
  });
});
