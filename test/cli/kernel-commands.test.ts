import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { run } from "../../src/cli/program.js";
import { recordedIo } from "../support/recorded-io.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "noisefloor-commands-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function kernel(...args: readonly string[]) {
  const io = recordedIo();
  return { code: await run(["kernel", ...args], io), ...io.written };
}

describe("noisefloor kernel", () => {
  it("installs into a prefix and removes again", async () => {
    const place = join(folder, "share", "jupyter", "kernels", "ts");
    const options = ["--prefix", folder, "--name", "ts"];
    expect(await kernel("install", ...options, "--display-name", "TS")).toEqual({
      code: 0,
      stdout: `installed "TS" in ${place}\n`,
      stderr: "",
    });
    expect(readdirSync(place)).toContain("kernel.json");
    expect(await kernel("uninstall", ...options)).toEqual({
      code: 0,
      stdout: `removed ${place}\n`,
      stderr: "",
    });
    const gone = await kernel("uninstall", ...options);
    expect(gone.code).toBe(2);
    expect(gone.stderr).toMatch(/--name needs a kernel .* got "ts", which is not in/);
  });

  it("says what is wrong with a folder", async () => {
    writeFileSync(join(folder, "file"), "");
    const { code, stderr } = await kernel("install", "--prefix", join(folder, "file"));
    expect(code).toBe(2);
    expect(stderr).toMatch(/^noisefloor: --prefix needs a folder that can be written/);
  });

  it("lists the kernels there are", async () => {
    const { code, stdout } = await kernel("list");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^name +language +display name +where\n/);
    expect(stdout).toMatch(/\nnoisefloor +typescript +TypeScript \(noisefloor\) /);
  });

  it("starts a kernel until it is told to stop, and passes on why one does not start", async () => {
    const stop = new AbortController();
    const io = recordedIo({ signal: stop.signal });
    const running = run(["kernel", "start"], io);
    for (let i = 0; i < 200 && io.written.stdout === ""; i++) await sleep(20);
    expect(io.written.stdout).toMatch(/to connect: jupyter console --existing .*connection\.json\n$/);
    stop.abort();
    expect(await running).toBe(130);
    const missing = await kernel("start", "--connection-file", join(folder, "none.json"));
    expect(missing.code).toBe(1);
    expect(missing.stderr).toContain("none.json cannot be read");
  });
});
