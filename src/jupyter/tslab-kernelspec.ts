import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Kernelspec } from "./kernelspec.js";

/**
 * The stock tslab kernel of our own dependencies; nothing has to be installed into Jupyter.
 *
 * tslab does not wait for its output socket, and zeromq refuses what is sent while it catches its breath, once in
 * 512 messages: outputs of a cell, or the word that it has ended, are lost. So the socket that tslab opens is told to
 * take everything at once; tslab itself runs as it is.
 */
export function tslabKernelspec(): Kernelspec {
  const packageJson = createRequire(import.meta.url).resolve("tslab/package.json");
  const patientOutput = `
    import { createRequire } from "node:module";
    const zeromq = createRequire(${JSON.stringify(packageJson)})("zeromq");
    zeromq.Publisher = class extends zeromq.Publisher {
      constructor(options) {
        super({ ...options, sendTimeout: 0, sendHighWaterMark: 0 });
      }
    };`;
  return {
    name: "tslab",
    displayName: "TypeScript",
    language: "typescript",
    argv: [
      process.execPath,
      // Enough to reach from deep in a library to the cell that called it, see locate-error.
      "--stack-trace-limit=100",
      "--import",
      `data:text/javascript,${encodeURIComponent(patientOutput)}`,
      join(dirname(packageJson), "bin", "tslab"),
      "kernel",
      "--config-path",
      "{connection_file}",
    ],
    env: {},
    interruptMode: "signal",
    resourceDir: null,
  };
}
