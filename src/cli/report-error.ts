import { InputError } from "../core/input-error.js";
import { exitCodes } from "./exit-codes.js";
import type { Io } from "./io.js";

/** Says on stderr why a command could not do its work, and returns the exit code for it. */
export function reportError(error: unknown, io: Io): number {
  if (io.signal.aborted) {
    io.stderr.write("noisefloor: stopped\n");
    return exitCodes.interrupted;
  }
  io.stderr.write(`noisefloor: ${describe(error)}\n`);
  return exitCodes.usage;
}

function describe(error: unknown): string {
  if (error instanceof InputError) return `${error.argument} ${error.problem}`;
  if (!(error instanceof Error)) return String(error);
  // A KernelError or a system's error explains itself; anything else is a defect whose stack we need.
  const isExplained = error.name === "KernelError" || "code" in error;
  return isExplained ? error.message : (error.stack ?? error.message);
}
