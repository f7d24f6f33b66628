import { readFile } from "node:fs/promises";
import type { CellFailure } from "./cell-failure.js";
import type { CellDifference } from "./diff/cell-difference.js";
import type { DiffLine } from "./diff/diff-line.js";
import { parseNotebook } from "./document.js";
import { executeNotebook, type RunNotebookOptions } from "./run-notebook.js";

/** The result of {@link checkNotebook}. */
export interface NotebookCheck {
  readonly path: string;
  /** Whether a fresh run gives the file byte for byte. */
  readonly ok: boolean;
  /** Set if a cell failed and none may; there are no `differences` then. */
  readonly failure: CellFailure | null;
  readonly differences: readonly CellDifference[];
  /** How the notebook's own metadata differ, path by path. */
  readonly metadata: readonly DiffLine[];
  /** For people; "" if all is well. */
  readonly report: string;
}

/**
 * Runs a notebook in a fresh kernel without writing it, and compares the result with the file byte for byte. What
 * differs is told cell by cell and output by output: texts and tables line by line, images by their pixels, JSON by path.
 *
 * @param path - an .ipynb file of nbformat 4
 * @param options - as those of {@link runNotebook}; with `allowErrors` errors are outputs like others
 * @throws what {@link runNotebook} throws
 */
export async function checkNotebook(
  path: string,
  options: Pick<
    RunNotebookOptions,
    "kernel" | "timeoutSeconds" | "signal" | "onProgress" | "allowErrors"
  > = {},
): Promise<NotebookCheck> {
  const { failures, content } = await executeNotebook("checkNotebook", path, { ...options, write: false });
  const isAllowed = (reason: CellFailure["reason"]) => options.allowErrors === true && reason === "error";
  const failure = failures.find(({ reason }) => !isAllowed(reason)) ?? null;
  const nothing = { path, failure, differences: [], metadata: [] };
  if (failure !== null) return { ...nothing, ok: false, report: failure.report };
  const text = await readFile(path, "utf8");
  if (text === content) return { ...nothing, ok: true, report: "" };
  // Comparing needs libraries that a check that finds nothing does without.
  const { cellDifferences } = await import("./diff/cell-difference.js");
  const { jsonDifference } = await import("./diff/json-difference.js");
  const { differenceReport } = await import("./diff/difference-report.js");
  const [file, run] = [text, content].map((one) => parseNotebook("checkNotebook", one, path)) as [
    ReturnType<typeof parseNotebook>,
    ReturnType<typeof parseNotebook>,
  ];
  const differences = cellDifferences(file, run);
  const metadata = jsonDifference(file.metadata, run.metadata);
  return {
    path,
    ok: false,
    failure,
    differences,
    metadata,
    report: differenceReport({ path, differences, metadata }),
  };
}
