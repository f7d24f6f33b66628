import { Channels } from "./channels.js";
import { createConnectionFile } from "./connection.js";
import { Kernel } from "./kernel.js";
import { KernelError } from "./kernel-error.js";
import { KernelProcess } from "./kernel-process.js";
import type { Kernelspec } from "./kernelspec.js";

export interface StartKernelOptions {
  /** The kernel's working directory, default ours. */
  readonly cwd?: string;
  /** How long it may take until it answers, default 60. */
  readonly timeoutSeconds?: number;
  /**
   * How long it may take to react to an interrupt or to a request to end before the next, harder step, and how
   * long its outputs may pause once it has replied; default 3.
   */
  readonly patienceSeconds?: number;
  /** Stops the start and leaves nothing behind. */
  readonly signal?: AbortSignal | undefined;
}

/** What kernels say whose sockets did not come up; some then stay, but never answer. */
const socketsFailed = /EADDRINUSE|address already in use|blocked by a bind/i;

/**
 * Starts a kernel on loopback and waits until it answers and its outputs reach us.
 *
 * @throws {KernelError} "start": it cannot be run, ends, or does not answer in time; the message has its last words
 */
export async function startKernel(kernelspec: Kernelspec, options: StartKernelOptions = {}): Promise<Kernel> {
  const { cwd = process.cwd(), timeoutSeconds = 60, patienceSeconds = 3, signal } = options;
  for (let attempt = 1; ; attempt++) {
    signal?.throwIfAborted();
    const file = await createConnectionFile(kernelspec.name);
    const child = new KernelProcess(kernelspec, file.path, cwd, file.remove);
    const kernel = new Kernel(
      kernelspec,
      child,
      await Channels.open(file.connection),
      patienceSeconds * 1000,
    );
    // Another program may take a port between our choice and the kernel's bind; a new start takes others.
    const noPort = child.says(socketsFailed).then(() => "no port" as const);
    try {
      const outcome = await Promise.race([kernel.ready(timeoutSeconds, signal), noPort]);
      if (outcome !== "no port") return kernel;
      if (attempt === 3) throw new KernelError("start", `the kernel did not start${child.lastWordsReport}`);
      await kernel.shutdown();
    } catch (error) {
      await kernel.shutdown();
      throw error;
    }
  }
}
