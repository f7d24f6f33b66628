import { exportNotebook } from "../notebook/export-notebook.js";
import type { Io } from "./io.js";
import { runNotebookJobs } from "./notebook-jobs.js";
import { notebookTargets } from "./notebook-targets.js";

export interface NotebookHtmlOptions {
  readonly output?: string;
  readonly title?: string;
}

/** `noisefloor notebook html`: notebooks, as they are, as pages. */
export async function notebookHtml(
  files: readonly string[],
  { output, title }: NotebookHtmlOptions,
  io: Io,
): Promise<number> {
  const target = await notebookTargets("notebookHtml", files, output, ".html");
  return runNotebookJobs(
    files,
    1,
    async (file) => {
      io.signal.throwIfAborted();
      const page = await exportNotebook(file, { output: target(file), title });
      return { ok: true, summary: `${file} → ${page.output}`, details: "" };
    },
    io,
  );
}
