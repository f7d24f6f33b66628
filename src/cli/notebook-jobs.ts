import type { Warning } from "../core/warning.js";
import type { NotebookProgress } from "../notebook/run-cells.js";
import { exitCodes } from "./exit-codes.js";
import type { Io } from "./io.js";
import { showProgress } from "./progress.js";
import { realPath } from "./real-path.js";
import { reportError } from "./report-error.js";

/** What came of one notebook. */
export interface JobResult {
  readonly ok: boolean;
  /** One line for stdout. */
  readonly summary: string;
  /** For stderr, "" if there is nothing to explain. */
  readonly details: string;
  readonly warnings?: readonly Warning[];
}

export type NotebookJob = (
  file: string,
  onProgress: (progress: NotebookProgress) => void,
) => Promise<JobResult>;

/**
 * Does a job for each notebook, `jobs` at a time, with progress on stderr and the results in the order of the files; a
 * notebook that cannot be read does not stop the others.
 *
 * @returns the exit code: the worst of all, or "interrupted"
 */
export async function runNotebookJobs(
  files: readonly string[],
  jobs: number,
  job: NotebookJob,
  io: Io,
): Promise<number> {
  const queue = distinctFiles(files);
  const progress = await showProgress(queue, io);
  let code: number = exitCodes.ok;
  const worker = async () => {
    for (let file = queue.shift(); file !== undefined && !io.signal.aborted; file = queue.shift()) {
      const name = file;
      try {
        const result = await job(name, (state) => progress.update(name, state));
        if (!result.ok) code = Math.max(code, exitCodes.found);
        progress.finish(name, () => {
          for (const { message } of result.warnings ?? [])
            io.stderr.write(`noisefloor: warning: ${message}\n`);
          io.stdout.write(`${result.summary}\n`);
          if (result.details !== "") io.stderr.write(`\n${result.details}\n\n`);
        });
      } catch (error) {
        if (io.signal.aborted) return;
        code = exitCodes.usage;
        progress.finish(name, () => reportError(error, io));
      }
    }
  };
  await Promise.all(Array.from({ length: jobs }, worker));
  progress.stop();
  return io.signal.aborted ? reportError(io.signal.reason, io) : code;
}

/** Each file once, however often and by whatever paths it is named. */
function distinctFiles(files: readonly string[]): string[] {
  const byPath = new Map<string, string>();
  for (const file of files) {
    const path = realPath(file);
    if (!byPath.has(path)) byPath.set(path, file);
  }
  return [...byPath.values()];
}
