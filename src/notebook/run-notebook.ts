import { dirname, resolve } from "node:path";
import { checkOptions } from "../core/check-options.js";
import { InputError } from "../core/input-error.js";
import type { Warning } from "../core/warning.js";
import { startKernel } from "../jupyter/client.js";
import { findKernelspec } from "../jupyter/find-kernelspec.js";
import type { Kernel } from "../jupyter/kernel.js";
import type { Kernelspec } from "../jupyter/kernelspec.js";
import { noisefloorKernelspec } from "../jupyter/noisefloor-kernelspec.js";
import { type CellFailure, failureReport } from "./cell-failure.js";
import { type CollectProblem, collectValues } from "./collect-values.js";
import { parseNotebook, readNotebookText } from "./document.js";
import { formatNotebook } from "./format-notebook.js";
import type { NotebookDocument } from "./notebook-document.js";
import type { NotebookParameters } from "./parameters/check-parameters.js";
import { type InjectedParameters, injectParameters } from "./parameters/inject-parameters.js";
import { type NotebookProgress, runCells } from "./run-cells.js";
import { writeNotebook } from "./write-notebook.js";

/** Options of {@link runNotebook}. */
export interface RunNotebookOptions {
  /** Name of an installed kernel; default: our own; "tslab" is the stock one that comes along. */
  readonly kernel?: string | undefined;
  /** The file for the executed notebook, default: where it was read from. */
  readonly output?: string | undefined;
  /** Whether to write the executed notebook, default true. */
  readonly write?: boolean | undefined;
  /** Whether to write it also when a cell failed, with its outputs up to there, default false. */
  readonly writeFailed?: boolean | undefined;
  /**
   * Name → JSON value, set by a cell that follows the one tagged "parameters" (as papermill does it) and is kept in the
   * executed notebook, tagged "injected-parameters".
   */
  readonly parameters?: NotebookParameters | undefined;
  /**
   * Whether to go on after cells whose code fails, and to write the notebook with what they printed, default false.
   * A cell that takes too long or ends the kernel still stops the run.
   */
  readonly allowErrors?: boolean | undefined;
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
  /** Whether all cells succeeded. */
  readonly ok: boolean;
  /** Name of the kernel that ran it. */
  readonly kernel: string;
  /** The file content of the executed notebook, whether it was written or not. */
  readonly content: string;
  /** The first failure; null if all cells succeeded. */
  readonly failure: CellFailure | null;
  /** All failures, in the order of the cells: with `allowErrors` there may be more than one. */
  readonly failures: readonly CellFailure[];
  /** The JSON values of `options.collect`, by name. */
  readonly collected: Readonly<Record<string, unknown>>;
  /** What is doubtful about the parameters. */
  readonly warnings: readonly Warning[];
}

/**
 * Runs a notebook's code cells in order in a fresh kernel and writes it back with the outputs: valid
 * nbformat 4.5, atomically, and byte for byte the same when the outputs are. Stops at the first cell that fails,
 * unless that is tagged "raises-exception" or `allowErrors` is set; cells tagged "skip-execution" are not run. The
 * kernel's working directory is the notebook's folder. A notebook that somebody saves while it runs is not written over.
 *
 * @param path - an .ipynb file of nbformat 4
 * @returns the executed notebook; a failing cell is no exception but `failure`, and then nothing is written
 * @throws {InputError} the file is no notebook, the kernel is unknown or for another language, or an option is wrong
 * @throws {KernelError} the kernel does not start
 * @throws the signal's reason, when that aborts; a system's error, when the file cannot be written
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
    allowErrors = false,
    writeFailed = false,
    parameters = {},
    timeoutSeconds = 120,
    signal,
    collect = {},
  } = options;
  if (!(timeoutSeconds > 0)) {
    throw new InputError(functionName, "timeoutSeconds", `needs a number above 0, got ${timeoutSeconds}`);
  }
  const text = await readNotebookText(functionName, path);
  const file = parseNotebook(functionName, text, path);
  const kernelspec = await chooseKernelspec(functionName, path, file, options.kernel);
  const { document: source, warnings }: InjectedParameters =
    Object.keys(checkOptions(functionName, parameters, "parameters")).length === 0
      ? { document: file, warnings: [] }
      : injectParameters(functionName, path, file, parameters, kernelspec.language);
  const kernel = await startKernel(kernelspec, { cwd: dirname(resolve(path)), signal });
  try {
    const limits = { timeoutSeconds, signal };
    const ran = await runCells(path, source, kernel, {
      ...limits,
      allowErrors,
      onProgress: options.onProgress,
    });
    // A kernel that lives still has the values of the cells before the one that failed.
    const lives = ran.failures.every(({ reason }) => reason === "error");
    const { collected, problem } = lives
      ? await collectValues(kernel, collect, limits)
      : { collected: {}, problem: null };
    const isUncollected = problem !== null && ran.failures.length === 0;
    const failures = isUncollected ? [collectFailure(path, problem)] : ran.failures;
    const failure = failures[0] ?? null;
    const document = withKernelMetadata({ ...source, cells: ran.cells }, kernel);
    const content = formatNotebook(document);
    signal?.throwIfAborted();
    const isWritten = write && (failure === null || writeFailed || (allowErrors && lives));
    if (isWritten) await writeNotebook({ functionName, path, text, output, content });
    return {
      path,
      output: isWritten ? output : null,
      ok: failure === null,
      kernel: kernelspec.name,
      content,
      failure,
      failures,
      collected,
      warnings,
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
  return noisefloorKernelspec();
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
