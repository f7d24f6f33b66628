import { dirname, resolve } from "node:path";
import { InputError } from "../core/input-error.js";
import { writeFileAtomically } from "../core/write-file-atomically.js";
import { startKernel } from "../jupyter/client.js";
import { findKernelspec } from "../jupyter/find-kernelspec.js";
import type { Kernel } from "../jupyter/kernel.js";
import type { Kernelspec } from "../jupyter/kernelspec.js";
import { tslabKernelspec } from "../jupyter/tslab-kernelspec.js";
import { type CellFailure, failureReport } from "./cell-failure.js";
import { type CollectProblem, collectValues } from "./collect-values.js";
import { readNotebook } from "./document.js";
import { formatNotebook } from "./format-notebook.js";
import type { NotebookDocument } from "./notebook-document.js";
import { type NotebookProgress, runCells } from "./run-cells.js";

/** Options of {@link runNotebook}. */
export interface RunNotebookOptions {
  /** Name of an installed kernel; default: the stock tslab kernel that comes with this package. */
  readonly kernel?: string | undefined;
  /** The file for the executed notebook, default: where it was read from. */
  readonly output?: string | undefined;
  /** Whether to write the executed notebook, default true. */
  readonly write?: boolean | undefined;
  /** Whether to write it also when a cell failed, with its outputs up to there, default false. */
  readonly writeFailed?: boolean | undefined;
  /** How long one cell may take, default 120. */
  readonly timeoutSeconds?: number | undefined;
  /** Interrupts the kernel, ends it and leaves no file behind. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: NotebookProgress) => void) | undefined;
  /**
   * Name → TypeScript expression, evaluated in the notebook's scope after its last cell, or after the cell that failed;
   * may await.
   */
  readonly collect?: Readonly<Record<string, string>>;
}

/** The result of {@link runNotebook}. */
export interface NotebookRun {
  readonly path: string;
  /** Where the executed notebook was written, null if it was not. */
  readonly output: string | null;
  readonly ok: boolean;
  /** Name of the kernel that ran it. */
  readonly kernel: string;
  /** The file content of the executed notebook, whether it was written or not. */
  readonly content: string;
  /** Null if all cells succeeded. */
  readonly failure: CellFailure | null;
  /** The JSON values of `options.collect`, by name. */
  readonly collected: Readonly<Record<string, unknown>>;
}

/**
 * Runs a notebook's code cells in order in a fresh kernel and writes it back with the outputs: valid
 * nbformat 4.5, atomically, and byte for byte the same when the outputs are. Stops at the first cell that fails,
 * unless that is tagged "raises-exception"; cells tagged "skip-execution" are not run. The kernel's working
 * directory is the notebook's folder.
 *
 * @param path - an .ipynb file of nbformat 4
 * @returns the executed notebook; a failing cell is no exception but `failure`, and then nothing is written
 * @throws {InputError} the file is no notebook, the kernel is unknown or for another language, or an option is wrong
 * @throws {KernelError} the kernel does not start
 * @throws the signal's reason, when that aborts
 */
export function runNotebook(path: string, options: RunNotebookOptions = {}): Promise<NotebookRun> {
  return executeNotebook("runNotebook", path, options);
}

/** What {@link runNotebook} does, in the name of the public function that is blamed in errors. */
export async function executeNotebook(
  functionName: string,
  path: string,
  options: RunNotebookOptions,
): Promise<NotebookRun> {
  const {
    output = path,
    write = true,
    writeFailed = false,
    timeoutSeconds = 120,
    signal,
    collect = {},
  } = options;
  if (!(typeof path === "string" && path !== "")) {
    throw new InputError(
      functionName,
      "path",
      `needs the name of an .ipynb file, got ${path === "" ? "an empty text" : typeof path}`,
    );
  }
  if (!(timeoutSeconds > 0)) {
    throw new InputError(functionName, "timeoutSeconds", `needs a number above 0, got ${timeoutSeconds}`);
  }
  const source = await readNotebook(functionName, path);
  const kernelspec = await chooseKernelspec(functionName, path, source, options.kernel);
  const kernel = await startKernel(kernelspec, { cwd: dirname(resolve(path)), signal });
  try {
    const limits = { timeoutSeconds, signal };
    const ran = await runCells(path, source, kernel, { ...limits, onProgress: options.onProgress });
    // A kernel that lives still has the values of the cells before the one that failed.
    const lives = ran.failure === null || ran.failure.reason === "error";
    const { collected, problem } = lives
      ? await collectValues(kernel, collect, limits)
      : { collected: {}, problem: null };
    const failure = ran.failure ?? (problem === null ? null : collectFailure(path, problem));
    const document = withKernelMetadata({ ...source, cells: ran.cells }, kernel);
    const content = formatNotebook(document);
    const isWritten = write && (failure === null || writeFailed);
    if (isWritten) await writeFileAtomically(output, content);
    return {
      path,
      output: isWritten ? output : null,
      ok: failure === null,
      kernel: kernelspec.name,
      content,
      failure,
      collected,
    };
  } finally {
    await kernel.shutdown();
  }
}

async function chooseKernelspec(
  functionName: string,
  path: string,
  document: NotebookDocument,
  name: string | undefined,
): Promise<Kernelspec> {
  if (name !== undefined) return findKernelspec(functionName, name);
  const wanted = document.metadata.kernelspec as { name?: unknown; language?: unknown } | undefined;
  const language = wanted?.language ?? "typescript";
  if (language !== "typescript") {
    throw new InputError(
      functionName,
      path,
      `is written in ${language}; name the kernel to run it, for example its own, "${wanted?.name}"`,
    );
  }
  return tslabKernelspec();
}

function withKernelMetadata(document: NotebookDocument, kernel: Kernel): NotebookDocument {
  const { name, displayName, language } = kernel.kernelspec;
  return {
    ...document,
    metadata: {
      kernelspec: { display_name: displayName, language, name },
      ...document.metadata,
      language_info: kernel.languageInfo,
    },
  };
}

function collectFailure(path: string, problem: CollectProblem): CellFailure {
  const { name, expression, message } = problem;
  const where = `after its last cell, "${name}" could not be evaluated`;
  return {
    reason: "collect",
    cellIndex: null,
    cellNumber: null,
    cellId: null,
    message,
    line: null,
    column: null,
    report: failureReport({ path, where, source: expression, position: null, message, stdout: "" }),
  };
}
