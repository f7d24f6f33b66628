import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect } from "vitest";

/**
 * Gives this test file a temporary folder of its own, and checks after each of its tests that no kernel process, no
 * connection file and no half-written file is left.
 *
 * @returns the folder, once the tests run
 */
export function leaveNoTraces(): () => string {
  const before = process.env.TMPDIR;
  let root = "";
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), "noisefloor-test-"));
    process.env.TMPDIR = root;
  });
  afterEach(() => {
    const names = readdirSync(root, { recursive: true, encoding: "utf8" });
    expect(names.filter((name) => name.includes("noisefloor-kernel-") || name.endsWith(".tmp"))).toEqual([]);
    expect(processesNaming(root)).toEqual([]);
  });
  afterAll(() => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    rmSync(root, { recursive: true });
  });
  return () => root;
}

/** Processes whose command line names that folder: kernels are given their connection file there. */
function processesNaming(folder: string): string[] {
  return execFileSync("ps", ["-eo", "args"], { encoding: "utf8" })
    .split("\n")
    .filter((line) => line.includes(folder));
}
