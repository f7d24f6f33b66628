import { createConnectionFile } from "../jupyter/connection.js";
import { KernelProcess } from "../jupyter/kernel-process.js";
import { noisefloorKernelspec } from "../jupyter/noisefloor-kernelspec.js";
import { exitCodes } from "./exit-codes.js";
import type { Io } from "./io.js";

export interface KernelStartOptions {
  readonly connectionFile?: string;
}

/** `noisefloor kernel start`: runs a kernel until it is shut down or interrupted. */
export async function kernelStart({ connectionFile }: KernelStartOptions, io: Io): Promise<number> {
  const own = connectionFile === undefined ? await createConnectionFile("noisefloor") : null;
  const path = connectionFile ?? own?.path ?? "";
  const kernel = new KernelProcess(noisefloorKernelspec(), path, process.cwd(), () => own?.remove());
  const stop = () => kernel.signal("SIGTERM");
  io.signal.addEventListener("abort", stop);
  io.stdout.write(`the kernel listens as ${path} says; to connect: jupyter console --existing ${path}\n`);
  const how = await kernel.exited;
  io.signal.removeEventListener("abort", stop);
  if (io.signal.aborted) return exitCodes.interrupted;
  if (how === "exited with code 0") return exitCodes.ok;
  io.stderr.write(`noisefloor: the kernel ${how}${kernel.lastWordsReport}\n`);
  return exitCodes.found;
}
