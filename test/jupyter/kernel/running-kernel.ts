import { startKernel } from "../../../src/jupyter/client.js";
import type { ExecuteOptions, ExecuteReply, Kernel } from "../../../src/jupyter/kernel.js";
import { noisefloorKernelspec } from "../../../src/jupyter/noisefloor-kernelspec.js";
import type { Message } from "../../../src/jupyter/wire.js";

/** Our kernel in a process of its own. */
export function startOwnKernel(cwd: string): Promise<Kernel> {
  return startKernel(noisefloorKernelspec(), { cwd });
}

/** What came of a cell: the reply, and the outputs in the order they came. */
export interface CellRun {
  readonly reply: ExecuteReply;
  readonly outputs: readonly Message[];
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a cell and gathers what it publishes. */
export async function runCode(kernel: Kernel, code: string, options: ExecuteOptions = {}): Promise<CellRun> {
  const all: Message[] = [];
  const reply = await kernel.execute(code, { ...options, onOutput: (message) => all.push(message) });
  const outputs = all.filter(({ header }) => header.msg_type !== "execute_input");
  const text = (name: string) =>
    outputs.map(({ content }) => (content.name === name ? String(content.text) : "")).join("");
  return { reply, outputs, stdout: text("stdout"), stderr: text("stderr") };
}
