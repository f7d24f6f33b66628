import { Channels } from "./channels.js";
import { createConnectionFile } from "./connection.js";
import { Kernel } from "./kernel.js";
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

const portTaken = /EADDRINUSE|address already in use/i;

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
    try {
      await kernel.ready(timeoutSeconds, signal);
      return kernel;
    } catch (error) {
      await kernel.shutdown();
      // Another program may have taken a port between our choice and the kernel's bind.
      if (!portTaken.test(child.lastWords) || attempt === 3) throw error;
    }
  }
}
