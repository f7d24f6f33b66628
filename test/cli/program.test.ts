import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../../src/cli/program.js";
import { fakeFailure, fakePrint } from "../support/fake-kernelspec.js";
import { installFakeKernel } from "../support/install-fake-kernel.js";
import { leaveNoTraces } from "../support/kernel-traces.js";
import { writeNotebook } from "../support/notebook-file.js";
import { recordedIo } from "../support/recorded-io.js";

const folder = leaveNoTraces();
installFakeKernel(folder);

async function noisefloor(...args: readonly string[]) {
  const io = recordedIo();
  return { code: await run(args, io), ...io.written };
}

describe("run", () => {
  it("run --version prints the package's version", async () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(await noisefloor("--version")).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  });

  it("run --help lists the commands, and a command's help has examples", async () => {
    const { code, stdout, stderr } = await noisefloor("--help");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const command of ["notebook", "plot", "kernel", "reproduce"]) expect(stdout).toContain(command);
    const help = await noisefloor("notebook", "run", "--help");
    expect(help.code).toBe(0);
    for (const part of ["--kernel <name>", "--timeout", "--jobs", "--output", "Examples:", "Exit code:"]) {
      expect(help.stdout).toContain(part);
    }
  });

  it.each([
    [[], /Usage: noisefloor/],
    [["notebook"], /Usage: noisefloor notebook/],
    [["notebook", "run"], /missing required argument 'file'/],
    [["notebok"], /unknown command 'notebok'[\s\S]*Did you mean notebook/],
    [["notebook", "run", "a.ipynb", "--tmeout", "3"], /unknown option '--tmeout'/],
    [["notebook", "run", "a.ipynb", "--timeout", "soon"], /Needs a number above 0/],
    [["notebook", "run", "a.ipynb", "--timeout", "-1"], /Needs a number above 0/],
    [["notebook", "check", "a.ipynb", "--jobs", "0"], /Needs a whole number above 0/],
    [["notebook", "check", "a.ipynb", "--jobs", "1.5"], /Needs a whole number above 0/],
  ])("run %j is wrong usage", async (args, message) => {
    const { code, stdout, stderr } = await noisefloor(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(message);
  });

  it("run notebook run says what is wrong with each file that is no notebook", async () => {
    const [empty, text] = ["empty.ipynb", "text.ipynb"].map((name) => join(folder(), name)) as [
      string,
      string,
    ];
    writeFileSync(empty, "");
    writeFileSync(text, '{"cells": oops}');
    mkdirSync(join(folder(), "a-folder"));
    const missing = join(folder(), "missing.ipynb");
    const files = [missing, join(folder(), "a-folder"), empty, text];
    const { code, stdout, stderr } = await noisefloor("notebook", "run", ...files);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(`noisefloor: ${missing} needs to be a notebook, but there is no such file\n`);
    expect(stderr).toContain("a-folder needs to be a notebook, but is a directory");
    expect(stderr).toContain(`${empty} needs to be a notebook, but is empty\n`);
    expect(stderr).toContain(`${text} needs to be JSON, but is not from line 1, column 11\n`);
  });

  it("run notebook run names the kernels there are when it does not know one", async () => {
    const path = writeNotebook(folder(), "kernel.ipynb", ["1"]);
    const { code, stderr } = await noisefloor("notebook", "run", path, "--kernel", "no-such-kernel");
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /kernel needs the name of an installed kernel, got "no-such-kernel"; known are: .*tslab/,
    );
  });

  it("run notebook run writes what succeeds and explains what fails, in another folder if asked", async () => {
    const good = writeNotebook(folder(), "good.ipynb", [fakePrint("fine\n")]);
    const bad = writeNotebook(folder(), "bad.ipynb", [fakeFailure]);
    const before = readFileSync(good, "utf8");
    const output = join(folder(), "executed");
    const { code, stdout, stderr } = await noisefloor(
      ...["notebook", "run", good, bad, "--kernel", "fake", "--output", output],
    );
    expect(code).toBe(1);
    expect(stdout).toMatch(/^ok .*good\.ipynb \(\d+\.\d s\)$/m);
    expect(stdout).toMatch(/^FAILED .*bad\.ipynb: 1 cell failed → .*executed\/bad\.ipynb \(/m);
    expect(stderr).toContain("bad.ipynb: code cell 1 of 1 (id cell-0)\n");
    expect(readdirSync(output).sort()).toEqual(["bad.ipynb", "good.ipynb"]);
    expect(readFileSync(join(output, "bad.ipynb"), "utf8")).toContain('"execution_count": 1');
    const unspoilt = readFileSync(bad, "utf8");
    const inPlace = await noisefloor("notebook", "run", bad, "--kernel", "fake");
    expect(inPlace.stdout).toMatch(/^FAILED .*bad\.ipynb: 1 cell failed, the file stays as it was \(/m);
    expect(readFileSync(bad, "utf8")).toBe(unspoilt);
    const link = join(folder(), "link.ipynb");
    symlinkSync(bad, link);
    await noisefloor("notebook", "run", bad, "--kernel", "fake", "-o", link);
    expect(readFileSync(bad, "utf8")).toBe(unspoilt);
    expect(readFileSync(join(output, "good.ipynb"), "utf8")).toContain('"fine\\n"');
    expect(readFileSync(good, "utf8")).toBe(before);

    const check = await noisefloor(
      ...["notebook", "check", join(output, "good.ipynb"), good, "--kernel", "fake"],
    );
    expect(check.code).toBe(1);
    expect(check.stdout).toMatch(/^ok .*executed\/good\.ipynb$/m);
    expect(check.stdout).toMatch(/^DIFFERS .*good\.ipynb$/m);
    expect(check.stderr).toContain("1 of its cells differs from a fresh run");
    expect(check.stderr).toMatch(/output 1, stdout\n {6}only in the fresh run\n {6}\+ fine\n/);
  });

  it("run notebook run --allow-errors keeps what there is, and says how many cells failed", async () => {
    const path = writeNotebook(folder(), "errors.ipynb", [fakeFailure, fakePrint("on\n"), fakeFailure]);
    const output = join(folder(), "errors-run.ipynb");
    const { code, stdout, stderr } = await noisefloor(
      ...["notebook", "run", path, "--kernel", "fake", "--allow-errors", "-o", output],
    );
    expect(code).toBe(1);
    expect(stdout).toMatch(/^FAILED .*errors\.ipynb: 2 cells failed → .*errors-run\.ipynb \(\d+\.\d s\)$/m);
    expect(stderr).toContain("code cell 1 of 3");
    expect(stderr).toContain("code cell 3 of 3");
    expect(readFileSync(output, "utf8")).toContain('"on\\n"');
    const check = await noisefloor("notebook", "check", output, "--kernel", "fake", "--allow-errors");
    expect(check).toMatchObject({ code: 0, stdout: expect.stringMatching(/^ok /) });
    expect((await noisefloor("notebook", "check", output, "--kernel", "fake")).stdout).toMatch(/^FAILED /);
  });

  it("run notebook run sets parameters, with a warning where the notebook has none", async () => {
    const path = writeNotebook(folder(), "set.ipynb", ["console.log(seed + 1)"]);
    const args = ["notebook", "run", path, "-p", "seed=7"];
    const { code, stderr } = await noisefloor(...args);
    expect(stderr).toMatch(/^noisefloor: warning: .*set\.ipynb has no code cell tagged "parameters"/);
    expect(code).toBe(0);
    expect(readFileSync(path, "utf8")).toContain('"8\\n"');
    const wrong = await noisefloor(...args, "-p", "a b=1");
    expect(wrong).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("parameters needs names that are variables"),
    });
  });

  it("run notebook html writes pages beside the notebooks or elsewhere, and says what it cannot read", async () => {
    const paths = ["page-a", "page-b"].map((name) =>
      writeNotebook(folder(), `${name}.ipynb`, [{ markdown: `# ${name}` }]),
    );
    const missing = join(folder(), "missing.ipynb");
    const both = await noisefloor("notebook", "html", ...paths, missing);
    expect(both.code).toBe(2);
    expect(both.stdout).toBe(paths.map((path) => `${path} → ${path.replace("ipynb", "html")}\n`).join(""));
    expect(both.stderr).toContain("missing.ipynb needs to be a notebook, but there is no such file");
    expect(readFileSync(join(folder(), "page-b.html"), "utf8")).toContain("<title>page-b</title>");

    const output = join(folder(), "titled.html");
    const one = await noisefloor("notebook", "html", paths[0] ?? "", "-o", output, "--title", "Mine");
    expect(one).toMatchObject({ code: 0, stderr: "" });
    expect(readFileSync(output, "utf8")).toContain("<title>Mine</title>");
    const wrong = await noisefloor("notebook", "html", ...paths, "-o", output);
    expect(wrong).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("--output needs a folder for 2 notebooks"),
    });
  });

  it("run notebook run refuses to write two notebooks to one file", async () => {
    const files = ["one", "two"].map((name) => {
      mkdirSync(join(folder(), name));
      return writeNotebook(join(folder(), name), "same.ipynb", []);
    });
    const { code, stderr } = await noisefloor("notebook", "run", ...files, "--output", folder());
    expect(code).toBe(2);
    expect(stderr).toContain("--output needs notebooks of different names");
  });

  it("run refuses folders that cannot be written before it runs anything", async () => {
    const path = writeNotebook(folder(), "output.ipynb", [fakePrint("x")]);
    const inFile = join(path, "executed");
    const notebook = await noisefloor("notebook", "run", path, "--kernel", "fake", "--output", inFile);
    expect(notebook).toMatchObject({ code: 2, stdout: "" });
    expect(notebook.stderr).toContain(
      `noisefloor: --output needs a folder that can be written, got ${inFile}`,
    );
    const reports = await noisefloor("reproduce", "--reports", inFile);
    expect(reports).toMatchObject({ code: 2, stdout: "" });
    expect(reports.stderr).toContain("noisefloor: --reports needs a folder that can be written");
  });
});
