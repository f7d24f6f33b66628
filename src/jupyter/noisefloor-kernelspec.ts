import { fileURLToPath } from "node:url";
import type { Kernelspec } from "./kernelspec.js";

/** Our own kernel, as it starts from this installation; nothing has to be installed into Jupyter. */
export function noisefloorKernelspec(): Kernelspec {
  // The compiled program, also where our own tests run the sources.
  const program = new URL("../../dist/jupyter/kernel/main.js", import.meta.url);
  return {
    name: "noisefloor",
    displayName: "TypeScript (noisefloor)",
    language: "typescript",
    argv: [process.execPath, fileURLToPath(program), "{connection_file}"],
    env: {},
    // Signals reach everything that a cell has started as well, and not what its timers do; messages the other way round.
    interruptMode: "message",
    resourceDir: null,
  };
}
