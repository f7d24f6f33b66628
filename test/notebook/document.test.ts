import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseNotebook, readNotebook } from "../../src/notebook/document.js";

const code = { cell_type: "code", execution_count: null, metadata: {}, outputs: [], source: "1" };
const empty = { nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [] };

function parse(notebook: unknown) {
  return parseNotebook("runNotebook", JSON.stringify(notebook), "a.ipynb");
}

describe("parseNotebook", () => {
  it("parseNotebook joins texts and fills in what may be missing", () => {
    const outputs = [
      { output_type: "stream", name: "stdout", text: ["a\n", "b"] },
      { output_type: "display_data", data: { "text/html": ["<b>\n", "</b>"], "x/json": ["a", "b"] } },
    ];
    const cells = [
      { cell_type: "code", id: "c", source: ["x\n", "y"], outputs },
      { cell_type: "markdown", id: "m", source: "# t" },
    ];
    expect(parse({ ...empty, cells })).toEqual({
      nbformat: 4,
      nbformat_minor: 5,
      metadata: {},
      cells: [
        {
          cell_type: "code",
          id: "c",
          metadata: {},
          source: "x\ny",
          execution_count: null,
          outputs: [
            { output_type: "stream", name: "stdout", text: "a\nb" },
            {
              output_type: "display_data",
              data: { "text/html": "<b>\n</b>", "x/json": ["a", "b"] },
              metadata: {},
            },
          ],
        },
        { cell_type: "markdown", id: "m", metadata: {}, source: "# t" },
      ],
    });
  });

  it("parseNotebook raises 4.0 to 4.4 to 4.5 with ids that are the same each time", () => {
    const old = { ...empty, nbformat_minor: 2, cells: [code, code] };
    const { cells, nbformat_minor } = parse(old);
    expect(nbformat_minor).toBe(5);
    expect(new Set(cells.map(({ id }) => id)).size).toBe(2);
    expect(parse(old).cells).toEqual(cells);
  });

  it("parseNotebook says where a file stops being JSON", () => {
    const text = '{\n "cells": [],\n "metadata": {,}\n}';
    expect(() => parseNotebook("runNotebook", text, "a.ipynb")).toThrow(
      "runNotebook: a.ipynb needs to be JSON, but is not from line 3, column 15",
    );
    expect(() => parseNotebook("runNotebook", "hello", "a.ipynb")).toThrow("line 1, column 1");
    expect(() => parseNotebook("runNotebook", '{"cells": [', "a.ipynb")).toThrow("line 1, column 12");
  });

  it("parseNotebook reads over a byte order mark", () => {
    expect(parseNotebook("runNotebook", `\uFEFF${JSON.stringify(empty)}`, "a.ipynb")).toEqual(empty);
    expect(() => parseNotebook("runNotebook", "\uFEFF{ oops", "a.ipynb")).toThrow("line 1, column 3");
    expect(() => parseNotebook("runNotebook", "\uFEFF", "a.ipynb")).toThrow("but is empty");
  });

  it("parseNotebook says what is wrong with a file that is no notebook of nbformat 4", () => {
    expect(() => parseNotebook("runNotebook", " \n", "a.ipynb")).toThrow(
      "a.ipynb needs to be a notebook, but is empty",
    );
    for (const json of [[], {}, "text", null, 3]) expect(() => parse(json)).toThrow("has no nbformat number");
    expect(() => parse({ ...empty, nbformat: 3 })).toThrow(/needs nbformat 4, got 3; .*nbconvert/);
    expect(() => parse({ ...empty, cells: {} })).toThrow("needs to follow nbformat 4; cells:");
    expect(() => parse({ ...empty, cells: [{ ...code, source: 3 }] })).toThrow(
      "cells.0.source: needs a text or a list of texts",
    );
    expect(() => parse({ ...empty, cells: [{ ...code, cell_type: "heading" }] })).toThrow(
      "cells.0.cell_type",
    );
    expect(() => parse({ ...empty, cells: [{ ...code, outputs: [{ output_type: "no" }] }] })).toThrow(
      "cells.0.outputs.0.output_type",
    );
  });
});

describe("readNotebook", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "noisefloor-document-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("readNotebook reads a file", async () => {
    writeFileSync(join(folder, "a.ipynb"), JSON.stringify(empty));
    expect(await readNotebook("runNotebook", join(folder, "a.ipynb"))).toEqual(empty);
  });

  it("readNotebook says that there is no such file, or that it is a directory", async () => {
    await expect(readNotebook("runNotebook", join(folder, "none.ipynb"))).rejects.toThrow(
      /^runNotebook: .* there is no such file/,
    );
    await expect(readNotebook("runNotebook", folder)).rejects.toThrow(
      "is a directory; name the .ipynb files in it",
    );
  });
});
