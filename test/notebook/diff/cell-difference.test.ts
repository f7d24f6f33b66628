import { describe, expect, it } from "vitest";
import { cellDifferences } from "../../../src/notebook/diff/cell-difference.js";
import type { NotebookDocument, NotebookOutput } from "../../../src/notebook/notebook-document.js";

const out = (text: string, name = "stdout"): NotebookOutput => ({ output_type: "stream", name, text });

function notebook(outputs: readonly NotebookOutput[], execution_count: number | null = 1): NotebookDocument {
  const text = { cell_type: "markdown", id: "text", metadata: {}, source: "# Title" } as const;
  const code = {
    cell_type: "code",
    id: "code",
    metadata: {},
    source: "\n  first()\nsecond()",
    execution_count,
    outputs,
  } as const;
  return { cells: [text, code], metadata: {}, nbformat: 4, nbformat_minor: 5 };
}

function parts(file: readonly NotebookOutput[], run: readonly NotebookOutput[]): string[] {
  const [cell] = cellDifferences(notebook(file), notebook(run));
  return cell?.parts.map(({ part, lines }) => `${part}: ${lines.map(({ text }) => text).join("|")}`) ?? [];
}

describe("cellDifferences", () => {
  it("cellDifferences names the cell by its place, id and first line", () => {
    const found = cellDifferences(notebook([out("a")]), notebook([out("b")]));
    expect(found).toMatchObject([{ cellIndex: 1, cellId: "code", source: "first()" }]);
    expect(cellDifferences(notebook([out("a")]), notebook([out("a")]))).toEqual([]);
  });

  it("cellDifferences aligns outputs, so that one more or less does not move the others", () => {
    const [a, b, c] = ["a\n", "b\n", "c\n"].map((text) => out(text)) as [
      NotebookOutput,
      NotebookOutput,
      NotebookOutput,
    ];
    expect(parts([a, b], [c, a, b])).toEqual(["output 1, stdout: only in the fresh run|c"]);
    expect(parts([a, b, c], [a, c])).toEqual(["output 2, stdout: only in the file|b"]);
    expect(parts([a, b, c], [a, out("d\n"), c])).toEqual(["output 2, stdout: @@ -1,1 +1,1 @@|b|d"]);
  });

  it("cellDifferences does not compare a stream with another, or with an error", () => {
    const error: NotebookOutput = { output_type: "error", ename: "E", evalue: "v", traceback: [] };
    expect(parts([out("a\n")], [out("a\n", "stderr")])).toEqual([
      "output 1, stdout: only in the file|a",
      "output 1, stderr: only in the fresh run|a",
    ]);
    expect(parts([out("a\n")], [error])).toHaveLength(2);
  });

  it("cellDifferences tells that a cell was not run", () => {
    const [cell] = cellDifferences(notebook([], null), notebook([], 1));
    expect(cell?.parts).toEqual([
      { part: "execution count", lines: [{ kind: "note", text: "execution_count: null → 1" }] },
    ]);
  });
});
