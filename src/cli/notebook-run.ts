import { basename, join } from "node:path";
import { InputError } from "../core/input-error.js";
import { runNotebook } from "../notebook/run-notebook.js";
import type { Io } from "./io.js";
import { makeOutputFolder } from "./make-output-folder.js";
import { runNotebookJobs } from "./notebook-jobs.js";

export interface NotebookRunOptions {
  readonly kernel?: string;
  readonly timeout: number;
  readonly jobs: number;
  readonly output?: string;
}

/** `noisefloor notebook run`: executes notebooks and writes them back, or into another folder. */
export async function notebookRun(
  files: readonly string[],
  options: NotebookRunOptions,
  io: Io,
): Promise<number> {
  const { kernel, timeout, jobs, output } = options;
  const names = new Set([...new Set(files)].map((file) => basename(file)));
  if (output !== undefined && names.size < new Set(files).size) {
    throw new InputError(
      "notebookRun",
      "--output",
      "needs notebooks of different names, got the same one twice",
    );
  }
  if (output !== undefined) await makeOutputFolder("notebookRun", "--output", output);
  return runNotebookJobs(
    files,
    jobs,
    async (file, onProgress) => {
      const start = performance.now();
      const { ok, failure } = await runNotebook(file, {
        kernel,
        timeoutSeconds: timeout,
        output: output === undefined ? undefined : join(output, basename(file)),
        signal: io.signal,
        onProgress,
      });
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      return {
        ok,
        summary: `${ok ? "ok" : "FAILED"} ${file} (${seconds} s)`,
        details: failure?.report ?? "",
      };
    },
    io,
  );
}
