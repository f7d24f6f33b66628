import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportNotebook } from "../../src/notebook/export-notebook.js";
import { writeNotebook } from "../support/notebook-file.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "noisefloor-test-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("exportNotebook", () => {
  it("exportNotebook writes a page beside the notebook, with the images of its folder, the same bytes each time", async () => {
    writeFileSync(join(folder, "dots.png"), "AB");
    const path = writeNotebook(folder, "a.ipynb", [
      { markdown: "# Title\n\n![dots](dots.png)" },
      "const x = 1;",
    ]);
    const before = readFileSync(path, "utf8");
    const page = await exportNotebook(path);
    expect(page).toMatchObject({ path, output: join(folder, "a.html") });
    expect(readFileSync(join(folder, "a.html"), "utf8")).toBe(page.content);
    expect(page.content).toContain('src="data:image/png;base64,QUI="');
    expect(page.content).not.toContain(folder);
    expect((await exportNotebook(path)).content).toBe(page.content);
    expect(readFileSync(path, "utf8")).toBe(before);
  });

  it("exportNotebook writes elsewhere, or not at all, under another title", async () => {
    const path = writeNotebook(folder, "b.ipynb", []);
    const output = join(folder, "sub", "page.html");
    expect(await exportNotebook(path, { output, title: "T" })).toMatchObject({ output });
    expect(readFileSync(output, "utf8")).toContain("<title>T</title>");
    const unwritten = await exportNotebook(path, { write: false });
    expect(unwritten.output).toBeNull();
    expect(readdirSync(folder)).not.toContain("b.html");
  });

  it("exportNotebook reads notebooks that have little or are old", async () => {
    const path = join(folder, "old.ipynb");
    const cells = [
      {
        cell_type: "code",
        source: ["a\n", "b"],
        metadata: {},
        outputs: [{ output_type: "stream", name: "stdout", text: ["x\n"] }],
      },
      { cell_type: "heading", source: "no more" },
    ];
    writeFileSync(path, JSON.stringify({ cells: cells.slice(0, 1), nbformat: 4, nbformat_minor: 0 }));
    expect((await exportNotebook(path, { write: false })).content).toContain(
      '<pre class="output text sentences">x\n</pre>',
    );
    writeFileSync(path, JSON.stringify({ cells: [], metadata: {}, nbformat: 3, nbformat_minor: 0 }));
    await expect(exportNotebook(path)).rejects.toThrow(
      /^exportNotebook: .*needs nbformat 4, got 3; convert it first/,
    );
  });

  it("exportNotebook names itself in errors, and leaves what was there", async () => {
    await expect(exportNotebook(join(folder, "none.ipynb"))).rejects.toThrow(
      /^exportNotebook: .*there is no such file/,
    );
    await expect(exportNotebook("")).rejects.toThrow("exportNotebook: path needs the name of an .ipynb file");
    const path = writeNotebook(folder, "c.ipynb", []);
    for (const [options, problem] of [
      [{ output: "" }, 'output needs a text, got ""'],
      [{ title: 5 }, "title needs a text, got 5"],
      ["page.html", "options needs an object"],
    ] as const) {
      await expect(exportNotebook(path, options as never)).rejects.toThrow(problem);
    }
    mkdirSync(join(folder, "taken.html"));
    await expect(exportNotebook(path, { output: join(folder, "taken.html") })).rejects.toThrow(
      "could not be written",
    );
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });
});
