import { stripVTControlCharacters } from "node:util";
import type { Kernel } from "../jupyter/kernel.js";
import { KernelError } from "../jupyter/kernel-error.js";
import type { SourcePosition } from "./align-position.js";
import type { CellFailure } from "./cell-failure.js";
import { locateTslabError, shortenStack } from "./locate-error.js";
import type { OutputCollector } from "./output-collector.js";

export interface ExecuteCellOptions {
  readonly timeoutSeconds: number;
  readonly signal?: AbortSignal | undefined;
}

/** Why code did not succeed. */
export interface ExecutionProblem {
  readonly reason: CellFailure["reason"];
  readonly message: string;
  readonly position: SourcePosition | null;
}

/**
 * Runs one cell, its outputs going to `outputs`.
 *
 * @returns null if it succeeded
 * @throws the signal's reason, when that aborts
 */
export async function executeCell(
  kernel: Kernel,
  source: string,
  outputs: OutputCollector,
  options: ExecuteCellOptions,
): Promise<ExecutionProblem | null> {
  try {
    const reply = await kernel.execute(source, { ...options, onOutput: (message) => outputs.add(message) });
    const stderr = outputs.streamText("stderr");
    if (reply.status === "ok") return null;
    const isTslab = kernel.implementation === "tslab";
    const error = outputs.cells.at(-1)?.findLast((output) => output.output_type === "error");
    const traceback = error?.output_type === "error" ? error.traceback.join("\n") : "";
    const message = traceback || (reply.ename && `${reply.ename}: ${reply.evalue}`) || stderr;
    const position = isTslab ? await locateTslabError(kernel, source, stderr) : reply.position;
    const plain = stripVTControlCharacters(message);
    const isOurs = kernel.implementation === "noisefloor";
    const shown = shortenStack(isOurs ? withoutExcerpts(plain) : plain, isTslab && position !== null).trim();
    return { reason: "error", message: shown || "the kernel gave no reason", position };
  } catch (error) {
    if (!(error instanceof KernelError)) throw error;
    const { problem, message } = error;
    return { reason: problem === "start" ? "died" : problem, message, position: null };
  }
}

/** Our kernel's traceback shows the lines around an error; the report of the failed cell does so as well. */
function withoutExcerpts(traceback: string): string {
  return traceback
    .split("\n")
    .filter((line) => !/^[> ] +\d* *│/.test(line))
    .join("\n");
}
