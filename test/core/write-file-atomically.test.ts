import { chmod, lstat, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
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

  it("writeFileAtomically(path, content) keeps the old file when the disk fills up half-way, and says so", async () => {
    const path = join(folder, "file");
    await writeFileAtomically(path, "old");
    function* filling() {
      yield "half of it";
      throw Object.assign(new Error("ENOSPC: no space left on device, write"), {
        code: "ENOSPC",
        syscall: "write",
      });
    }
    await expect(writeFileAtomically(path, filling() as never)).rejects.toMatchObject({
      code: "ENOSPC",
      message: `${path} could not be written (ENOSPC: no space left on device, write); what was there before is unharmed`,
    });
    expect(await readFile(path, "utf8")).toBe("old");
    expect(await readdir(folder)).toEqual(["file"]);
  });

  it("writeFileAtomically(path, content) writes through a link, and keeps permissions", async () => {
    const [path, link] = [join(folder, "file"), join(folder, "link")];
    await writeFile(path, "old");
    await chmod(path, 0o640);
    await symlink("file", link);
    await writeFileAtomically(link, "new");
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
    expect(await readFile(path, "utf8")).toBe("new");
    expect((await stat(path)).mode & 0o777).toBe(0o640);
  });
});
