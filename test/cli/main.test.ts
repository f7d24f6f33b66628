import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { fakePrint } from "../support/fake-kernelspec.js";
import { installFakeKernel } from "../support/install-fake-kernel.js";
import { leaveNoTraces } from "../support/kernel-traces.js";
import { writeNotebook } from "../support/notebook-file.js";

const folder = leaveNoTraces();
installFakeKernel(folder);

/** Runs the built command line, which `npm test` builds first; `during` may send it signals. */
async function main(
  args: readonly string[],
  during: (kill: (name: NodeJS.Signals) => void) => Promise<void>,
) {
  const child = spawn(process.execPath, ["dist/cli/main.js", ...args], {
    // One that hangs ends as "null", and the test tells so.
    timeout: 30_000,
    killSignal: "SIGKILL",
  });
  const written = { stdout: "", stderr: "" };
  child.stdout.on("data", (text) => {
    written.stdout += text;
  });
  child.stderr.on("data", (text) => {
    written.stderr += text;
  });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  await during((name) => child.kill(name));
  return { code: await ended, ...written };
}

describe("main", () => {
  it("main hands the exit code to the shell", async () => {
    expect(await main(["--version"], async () => {})).toMatchObject({ code: 0, stderr: "" });
    expect(await main(["no-such-command"], async () => {})).toMatchObject({ code: 2, stdout: "" });
  });

  it.each(["SIGINT", "SIGTERM"] as const)(
    "main ends at %s with 130 and leaves nothing behind",
    async (name) => {
      const path = writeNotebook(folder(), `${name}.ipynb`, [
        JSON.stringify([{ touch: "running" }, { wait: true }]),
      ]);
      const before = readFileSync(path, "utf8");
      const result = await main(["notebook", "run", path, "--kernel", "fake"], async (kill) => {
        while (!existsSync(join(folder(), "running"))) await sleep(20);
        kill(name);
      });
      expect(result).toEqual({ code: 130, stdout: "", stderr: "noisefloor: stopped\n" });
      expect(readFileSync(path, "utf8")).toBe(before);
      rmSync(join(folder(), "running"));
    },
  );

  it("main ends quietly when nobody reads its output any more, and leaves nothing behind", async () => {
    const paths = ["first", "second"].map((name) =>
      writeNotebook(folder(), `${name}.ipynb`, [fakePrint(name), JSON.stringify([{ sleep: 500 }])]),
    );
    const args = ["notebook", "run", ...paths, "--kernel", "fake", "--jobs", "1"];
    const child = spawn(process.execPath, ["dist/cli/main.js", ...args], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    child.stdout.destroy();
    let stderr = "";
    child.stderr.on("data", (text) => {
      stderr += text;
    });
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect({ code, stderr }).toEqual({ code: 141, stderr: "noisefloor: stopped\n" });
    expect(readFileSync(paths[1] ?? "", "utf8")).not.toContain('metadata": {');
  });

  it("main says that the disk is full, and leaves the notebook and nothing else", async () => {
    const path = writeNotebook(folder(), "full.ipynb", [fakePrint("x".repeat(50_000))]);
    const before = readFileSync(path, "utf8");
    // Stands for a full disk: no file may grow beyond 8 KiB.
    const shell = 'trap \'\' XFSZ; ulimit -f 8; exec "$0" "$@"';
    const command = [process.execPath, "dist/cli/main.js", "notebook", "run", path, "--kernel", "fake"];
    const child = spawnSync("bash", ["-c", shell, ...command], { encoding: "utf8" });
    expect(child).toMatchObject({ status: 2, stdout: "" });
    expect(child.stderr).toMatch(
      /full\.ipynb could not be written \(EFBIG.*\); what was there before is unharmed\n$/,
    );
    expect(readFileSync(path, "utf8")).toBe(before);
  });

  it("main stops to wait for its input at SIGINT", async () => {
    const result = await main(["plot", "strip", "-"], async (kill) => {
      await sleep(700); // it has begun to read
      kill("SIGINT");
    });
    expect(result).toEqual({ code: 130, stdout: "", stderr: "noisefloor: stopped\n" });
  });

  it.each(["mute", "tslab", "noisefloor"])(
    "main ends at SIGINT while two %s kernels are starting, and leaves nothing behind",
    async (kernel) => {
      const paths = ["a", "b", "c"].map((name) => writeNotebook(folder(), `${kernel}-${name}.ipynb`, ["1"]));
      const isStarting = (name: string) =>
        name.startsWith("noisefloor-kernel-") && existsSync(join(folder(), name, "connection.json"));
      const args = ["notebook", "run", ...paths, "--kernel", kernel, "--jobs", "2"];
      const result = await main(args, async (kill) => {
        while (readdirSync(folder()).filter(isStarting).length < 2) await sleep(20);
        await sleep(100); // both are being asked whether they are ready
        kill("SIGINT");
      });
      expect(result).toEqual({ code: 130, stdout: "", stderr: "noisefloor: stopped\n" });
    },
  );
});
