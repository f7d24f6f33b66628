import { checkNotebook } from "../notebook/check-notebook.js";
import { differenceReport } from "../notebook/diff/difference-report.js";
import type { Io } from "./io.js";
import { runNotebookJobs } from "./notebook-jobs.js";

export interface NotebookCheckOptions {
  readonly kernel?: string;
  readonly timeout: number;
  readonly jobs: number;
  readonly allowErrors?: boolean;
}

/** `noisefloor notebook check`: runs notebooks and compares them with the files, which stay as they are. */
export async function notebookCheck(
  files: readonly string[],
  { kernel, timeout, jobs, allowErrors }: NotebookCheckOptions,
  io: Io,
): Promise<number> {
  return runNotebookJobs(
    files,
    jobs,
    async (file, onProgress) => {
      const check = await checkNotebook(file, {
        kernel,
        allowErrors,
        timeoutSeconds: timeout,
        signal: io.signal,
        onProgress,
      });
      const details =
        check.ok || check.failure !== null ? check.report : differenceReport(check, { color: io.color });
      const summary = check.ok ? "ok" : check.failure === null ? "DIFFERS" : "FAILED";
      return { ok: check.ok, summary: `${summary} ${file}`, details };
    },
    io,
  );
}
