import { Script } from "node:vm";
import type { InterruptFlags } from "../interrupt-flags.js";
import { InterruptError } from "./interrupt-error.js";

const slot = Symbol.for("noisefloor.kernel.call");
const trampoline = new Script(`globalThis[Symbol.for("noisefloor.kernel.call")]()`, {
  filename: "noisefloor-kernel",
});

/** Calls a function such that an interrupt stops it wherever it is. */
export type RunInterruptibly = <T>(call: () => T) => T;

/**
 * Calls a function such that SIGINT stops it wherever it is, even in an endless loop.
 *
 * @throws {InterruptError} it was stopped, or the cell had been asked to stop before
 */
export function runInterruptibly<T>(flags: InterruptFlags, call: () => T): T {
  const host = globalThis as { [slot]?: (() => unknown) | undefined };
  host[slot] = () => {
    try {
      flags.enter();
      return call();
    } finally {
      flags.leave();
    }
  };
  try {
    // Only what a script runs can be stopped from the outside, so a script makes the call.
    return trampoline.runInThisContext({ breakOnSigint: true, displayErrors: false });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException | null)?.code;
    if (code !== "ERR_SCRIPT_EXECUTION_INTERRUPTED") throw error;
    flags.stopped();
    throw new InterruptError();
  } finally {
    host[slot] = undefined;
  }
}
