import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readConnection } from "../../../src/jupyter/kernel/read-connection.js";
import { runKernel } from "../../../src/jupyter/kernel/run-kernel.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "noisefloor-connection-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const ports = { shell_port: 1, iopub_port: 2, stdin_port: 3, control_port: 4, hb_port: 5 };

function file(content: unknown): string {
  const path = join(folder, "connection.json");
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

describe("readConnection", () => {
  it("readConnection listens on loopback unless the file says otherwise", async () => {
    expect(await readConnection(file({ ...ports, key: "k", kernel_name: "x" }))).toEqual({
      ...ports,
      transport: "tcp",
      ip: "127.0.0.1",
      key: "k",
      signature_scheme: "hmac-sha256",
    });
  });

  it.each([
    ["{", "cannot be read"],
    [{ ...ports, shell_port: 70_000 }, "shell_port"],
    [{ ...ports, signature_scheme: "hmac-md5" }, "signature_scheme"],
    [{ ...ports, transport: "udp" }, "transport"],
    [[], "connection.json is no good"],
  ])("readConnection refuses %j", async (content, problem) => {
    await expect(readConnection(file(content))).rejects.toThrow(problem);
  });

  it("runKernel says which file is missing, before it starts anything", async () => {
    await expect(runKernel(join(folder, "none.json"))).rejects.toThrow(/none\.json cannot be read: ENOENT/);
  });
});
