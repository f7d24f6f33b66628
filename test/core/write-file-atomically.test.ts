import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeFileAtomically } from "../../src/core/write-file-atomically.js";

describe("writeFileAtomically", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "noisefloor-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it("writeFileAtomically(path, content) writes text and bytes, new folders included", async () => {
    const path = join(folder, "deep", "er", "file.txt");
    await writeFileAtomically(path, "first");
    await writeFileAtomically(path, new TextEncoder().encode("second"));
    expect(await readFile(path, "utf8")).toBe("second");
    expect(await readdir(join(folder, "deep", "er"))).toEqual(["file.txt"]);
  });

  it("writeFileAtomically(path, content) leaves nothing half-written when it fails", async () => {
    const path = join(folder, "taken");
    await writeFileAtomically(join(path, "inside"), "content");
    await expect(writeFileAtomically(path, "content")).rejects.toThrow();
    expect(await readdir(folder)).toEqual(["taken"]);
    expect(await readdir(path)).toEqual(["inside"]);

    await writeFile(join(folder, "old"), "old");
    await expect(writeFileAtomically(join(folder, "old"), null as never)).rejects.toThrow();
    expect(await readFile(join(folder, "old"), "utf8")).toBe("old");
    expect((await readdir(folder)).sort()).toEqual(["old", "taken"]);
  });
});
