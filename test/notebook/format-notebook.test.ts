import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseNotebook } from "../../src/notebook/document.js";
import { formatNotebook } from "../../src/notebook/format-notebook.js";
import type { NotebookDocument } from "../../src/notebook/notebook-document.js";

const reference = JSON.parse(readFileSync("test/reference/notebook-canonical.json", "utf8"));

describe("formatNotebook", () => {
  it("formatNotebook writes what the nbformat package writes (test/reference/notebook-canonical.py)", () => {
    expect(formatNotebook(parseNotebook("runNotebook", reference.input, "input"))).toBe(reference.output);
  });

  it("formatNotebook writes numbers side by side, and anything else a line each", () => {
    const metadata = { numbers: [1, -2.5, [3, 4]], more: [1, "a"], names: ["a", "b"], none: [] };
    const text = formatNotebook({ nbformat: 4, nbformat_minor: 5, metadata, cells: [] });
    expect(text).toContain(
      '  "more": [\n   1,\n   "a"\n  ],\n  "names": [\n   "a",\n   "b"\n  ],\n  "none": []',
    );
    expect(text).toContain('  "numbers": [\n   1,\n   -2.5,\n   [3,4]\n  ]');
  });

  it("formatNotebook, read and written again, gives the same bytes", () => {
    const text = fc.string({
      unit: fc.constantFrom("a", " ", "\n", "\r", "\u2028", "é", "😀", '"', "\\", "\v"),
    });
    fc.assert(
      fc.property(text, text, fc.dictionary(fc.string(), fc.jsonValue()), (source, printed, metadata) => {
        const document: NotebookDocument = {
          nbformat: 4,
          nbformat_minor: 5,
          metadata,
          cells: [
            {
              cell_type: "code",
              id: "c",
              metadata: {},
              source,
              execution_count: 1,
              outputs: [
                { output_type: "stream", name: "stdout", text: printed },
                {
                  output_type: "display_data",
                  data: { "text/html": printed, "image/png": "AA" },
                  metadata: {},
                },
              ],
            },
          ],
        };
        const content = formatNotebook(document);
        expect(formatNotebook(parseNotebook("runNotebook", content, "again"))).toBe(content);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it("formatNotebook leaves out when a cell ran and whether it is trusted", () => {
    const cell = {
      cell_type: "code" as const,
      id: "c",
      source: "",
      execution_count: null,
      outputs: [],
      metadata: { execution: { "iopub.status.busy": "2024-01-01T00:00:00Z" }, trusted: true, tags: ["a"] },
    };
    const document: NotebookDocument = { nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [cell] };
    expect(JSON.parse(formatNotebook(document)).cells[0].metadata).toEqual({ tags: ["a"] });
    expect(Object.keys(cell.metadata)).toHaveLength(3);
  });
});
