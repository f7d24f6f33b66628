import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { showProgress } from "../../src/cli/progress.js";
import { recordedIo } from "../support/recorded-io.js";

describe("showProgress", () => {
  it("showProgress prints results at once, and nothing else, where there is no terminal", async () => {
    const io = recordedIo();
    const progress = await showProgress(["a.ipynb"], io);
    progress.update("a.ipynb", { done: 1, cells: 2 });
    progress.finish("a.ipynb", () => io.stdout.write("result\n"));
    expect(io.written).toEqual({ stdout: "result\n", stderr: "" });
    progress.stop();
    expect(io.written).toEqual({ stdout: "result\n", stderr: "" });
  });

  it("showProgress prints results in the order of the names, each as soon as its turn has come", async () => {
    for (const isTTY of [false, true]) {
      const io = recordedIo({ isTTY });
      const progress = await showProgress(["a", "b", "c", "d"], io);
      for (const name of ["a", "b", "c", "d"]) progress.update(name, { done: 0, cells: 1 });
      const finish = (name: string) => progress.finish(name, () => io.stdout.write(name));
      finish("b");
      expect(io.written.stdout).toBe("");
      finish("a");
      expect(io.written.stdout).toBe("ab");
      finish("d");
      progress.stop(); // c was interrupted
      expect(io.written.stdout).toBe("abd");
    }
  });

  it("showProgress draws a bar a notebook on a terminal, and results above the bars", async () => {
    const io = recordedIo({ isTTY: true });
    const names = ["a.ipynb", join(process.cwd(), "folder", "long-name.ipynb")];
    const progress = await showProgress(names, io);
    for (const name of names) progress.update(name, { done: 0, cells: 4 });
    progress.update("a.ipynb", { done: 3, cells: 4 });
    await sleep(300); // the bars are drawn ten times a second
    const drawn = io.written.stderr.length;
    progress.finish("a.ipynb", () => io.stdout.write("result\n"));
    expect(io.written.stdout).toBe("result\n");
    // What stood there is cleared, and the other bar is drawn anew below.
    expect(io.written.stderr.slice(drawn)).toContain("\u001b[J");
    expect(io.written.stderr.slice(drawn)).not.toContain("a.ipynb");
    progress.stop();
    expect(io.written.stderr).toMatch(/a\.ipynb {16}.* 3\/4/);
    expect(io.written.stderr).toMatch(/folder\/long-name\.ipynb .* 0\/4/);
    expect(io.written.stderr).not.toContain(process.cwd());
    expect(io.written.stdout).toBe("result\n");
  });

  it("showProgress may be stopped before anything ran", async () => {
    const io = recordedIo({ isTTY: true });
    (await showProgress([], io)).stop();
    expect(io.written.stdout).toBe("");
  });
});
