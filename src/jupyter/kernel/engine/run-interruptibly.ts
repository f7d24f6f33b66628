import { Script } from "node:vm";
import { InterruptError } from "./interrupt-error.js";

const slot = Symbol.for("noisefloor.kernel.call");
const trampoline = new Script(`globalThis[Symbol.for("noisefloor.kernel.call")]()`, {
  filename: "noisefloor-kernel",
});

/**
 * Calls a function such that SIGINT stops it wherever it is, even in an endless loop.
 *
 * @throws {InterruptError} it was stopped
 */
export function runInterruptibly<T>(call: () => T): T {
  const host = globalThis as { [slot]?: (() => unknown) | undefined };
  host[slot] = call;
  try {
    // Only what a script runs can be stopped from the outside, so a script makes the call.
    return trampoline.runInThisContext({ breakOnSigint: true, displayErrors: false });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException | null)?.code;
    throw code === "ERR_SCRIPT_EXECUTION_INTERRUPTED" ? new InterruptError() : error;
  } finally {
    host[slot] = undefined;
  }
}
