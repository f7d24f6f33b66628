import { type NotebookRun, runNotebook } from "../notebook/run-notebook.js";
import type { Io } from "./io.js";
import { runNotebookJobs } from "./notebook-jobs.js";
import { notebookTargets } from "./notebook-targets.js";
import { readParameters } from "./read-parameters.js";
import { realPath } from "./real-path.js";

export interface NotebookRunOptions {
  readonly kernel?: string;
  readonly timeout: number;
  readonly jobs: number;
  readonly output?: string;
  /** Each is `name=value`. */
  readonly parameter?: readonly string[];
  /** A file with a JSON object. */
  readonly parameters?: string;
  readonly allowErrors?: boolean;
}

/** `noisefloor notebook run`: executes notebooks and writes them back, or elsewhere. */
export async function notebookRun(
  files: readonly string[],
  options: NotebookRunOptions,
  io: Io,
): Promise<number> {
  const { kernel, timeout, jobs, allowErrors } = options;
  const parameters = await readParameters("notebookRun", options.parameter ?? [], options.parameters);
  const target = await notebookTargets("notebookRun", files, options.output, ".ipynb");
  return runNotebookJobs(
    files,
    jobs,
    async (file, onProgress) => {
      const start = performance.now();
      const output = options.output === undefined ? file : target(file);
      const run = await runNotebook(file, {
        kernel,
        parameters,
        allowErrors,
        timeoutSeconds: timeout,
        output,
        // Elsewhere there is nothing to spoil, and one can look at what failed.
        writeFailed: realPath(output) !== realPath(file),
        signal: io.signal,
        onProgress,
      });
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      return {
        ok: run.ok,
        summary: `${run.ok ? "ok" : "FAILED"} ${file}${result(run)} (${seconds} s)`,
        details: run.failures.map(({ report }) => report).join("\n\n"),
        warnings: run.warnings,
      };
    },
    io,
  );
}

/** What the name of the notebook alone does not say: how many cells failed, where that is written to, or that it is not. */
function result({ path, output, failures }: NotebookRun): string {
  const cells = failures.length === 1 ? "cell" : "cells";
  const count = failures.length === 0 ? "" : `: ${failures.length} ${cells} failed`;
  if (output === null) return `${count}, the file stays as it was`;
  return `${count}${realPath(output) === realPath(path) ? "" : ` → ${output}`}`;
}
