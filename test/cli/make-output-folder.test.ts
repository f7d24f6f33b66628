import { chmodSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeOutputFolder } from "../../src/cli/make-output-folder.js";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "noisefloor-test-"));
});
afterEach(() => rmSync(root, { recursive: true }));

const make = (folder: string) => makeOutputFolder("reproduce", "--reports", folder);

describe("makeOutputFolder", () => {
  it("makeOutputFolder makes a folder with those around it, and takes one that is there", async () => {
    const folder = join(root, "a", "b", "c");
    await make(folder);
    expect(statSync(folder).isDirectory()).toBe(true);
    await make(folder);
    await make(".");
  });

  it("makeOutputFolder refuses a file, and a folder in a file", async () => {
    const file = join(root, "file");
    writeFileSync(file, "");
    await expect(make(file)).rejects.toThrow(
      `reproduce: --reports needs a folder that can be written, got ${file} (${file} is a file)`,
    );
    await expect(make(join(file, "folder", "inner"))).rejects.toThrow("--reports needs a folder");
  });

  it.skipIf(process.getuid?.() === 0)("makeOutputFolder refuses a folder without permission", async () => {
    chmodSync(root, 0o500);
    await expect(make(root)).rejects.toThrow("EACCES");
    await expect(make(join(root, "new"))).rejects.toThrow("EACCES");
    chmodSync(root, 0o700);
  });

  it.skipIf(!existsSync("/proc/self"))(
    "makeOutputFolder ends where the system has no folders to give",
    async () => {
      await expect(make("/proc/noisefloor/reports")).rejects.toThrow(
        "--reports needs a folder that can be written, got /proc/noisefloor/reports",
      );
    },
  );
});
