import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { type NotebookJob, runNotebookJobs } from "../../src/cli/notebook-jobs.js";
import { InputError } from "../../src/core/input-error.js";
import { recordedIo } from "../support/recorded-io.js";

const succeed: NotebookJob = async (file) => ({ ok: true, summary: `ok ${file}`, details: "" });

describe("runNotebookJobs", () => {
  it("runNotebookJobs does each file once, at most so many at a time", async () => {
    const io = recordedIo();
    const done: string[] = [];
    let [running, most] = [0, 0];
    const job: NotebookJob = async (file, onProgress) => {
      running += 1;
      most = Math.max(most, running);
      await sleep(5);
      running -= 1;
      done.push(file);
      return succeed(file, onProgress);
    };
    expect(await runNotebookJobs(["a", "b", "./a", "c", "x/../d", "d"], 2, job, io)).toBe(0);
    expect(done.sort()).toEqual(["a", "b", "c", "x/../d"]);
    expect(most).toBe(2);
    expect(io.written.stdout.trim().split("\n").sort()).toEqual(["ok a", "ok b", "ok c", "ok x/../d"]);
    expect(io.written.stderr).toBe("");
  });

  it("runNotebookJobs returns the worst outcome and does the others all the same", async () => {
    const fail: NotebookJob = async (file, onProgress) =>
      file === "bad" ? { ok: false, summary: "FAILED bad", details: "why" } : succeed(file, onProgress);
    const refuse: NotebookJob = async (file, onProgress) => {
      if (file === "none") throw new InputError("readNotebook", "none", "is missing");
      return fail(file, onProgress);
    };
    const failed = recordedIo();
    expect(await runNotebookJobs(["bad", "good"], 1, fail, failed)).toBe(1);
    expect(failed.written).toEqual({ stdout: "FAILED bad\nok good\n", stderr: "\nwhy\n\n" });
    const refused = recordedIo();
    expect(await runNotebookJobs(["none", "bad", "good"], 1, refuse, refused)).toBe(2);
    expect(refused.written.stderr).toContain("noisefloor: none is missing\n");
    expect(refused.written.stdout).toBe("FAILED bad\nok good\n");
  });

  it("runNotebookJobs starts nothing more after Ctrl-C", async () => {
    const controller = new AbortController();
    const io = recordedIo({ signal: controller.signal });
    const done: string[] = [];
    const job: NotebookJob = async (file) => {
      done.push(file);
      controller.abort();
      throw controller.signal.reason;
    };
    expect(await runNotebookJobs(["a", "b"], 1, job, io)).toBe(130);
    expect(done).toEqual(["a"]);
    expect(io.written).toEqual({ stdout: "", stderr: "noisefloor: stopped\n" });
  });
});
