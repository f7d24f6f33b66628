import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { notebookTargets } from "../../src/cli/notebook-targets.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "noisefloor-test-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("notebookTargets", () => {
  it("notebookTargets stays beside the notebook without an output", async () => {
    const target = await notebookTargets("f", ["x/a.ipynb"], undefined, ".html");
    expect(["x/a.ipynb", "x/A.B.IPYNB", "x/bare"].map(target)).toEqual([
      "x/a.html",
      "x/A.B.html",
      "x/bare.html",
    ]);
  });

  it("notebookTargets takes a name with the extension for a file, and any other for a folder, which it makes", async () => {
    const file = join(folder, "new", "out.html");
    expect((await notebookTargets("f", ["x/a.ipynb", "./x/a.ipynb"], file, ".html"))("x/a.ipynb")).toBe(file);
    expect(existsSync(join(folder, "new"))).toBe(true);
    const out = join(folder, "deep", "er");
    expect((await notebookTargets("f", ["x/a.ipynb", "y/b.ipynb"], out, ".html"))("y/b.ipynb")).toBe(
      join(out, "b.html"),
    );
    expect(existsSync(out)).toBe(true);
    const named = join(folder, "folder.html");
    mkdirSync(named);
    expect((await notebookTargets("f", ["a.ipynb"], named, ".html"))("a.ipynb")).toBe(join(named, "a.html"));
  });

  it("notebookTargets refuses one file for several notebooks, and two of the same name", async () => {
    const file = join(folder, "out.html");
    await expect(notebookTargets("f", ["a.ipynb", "b.ipynb"], file, ".html")).rejects.toThrow(
      `f: --output needs a folder for 2 notebooks, got the name of one file, ${file}`,
    );
    await expect(notebookTargets("f", ["x/a.ipynb", "y/a.ipynb"], folder, ".html")).rejects.toThrow(
      "f: --output needs notebooks of different names, got the same one twice",
    );
  });
});
