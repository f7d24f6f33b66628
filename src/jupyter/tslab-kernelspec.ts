import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Kernelspec } from "./kernelspec.js";

/**
 * The stock tslab kernel of our own dependencies; nothing has to be installed into Jupyter.
 *
 * tslab uses its sockets in two ways that zeromq refuses now and then, so the sockets that it opens are replaced by
 * more tolerant ones; tslab itself runs as it is. It sends outputs without waiting, and once in 512 messages those
 * that follow at once are lost, be it the word that the cell has ended. And it reads requests while its sockets are
 * still being bound: one that comes in this moment ends its reading for good.
 */
export function tslabKernelspec(): Kernelspec {
  const packageJson = createRequire(import.meta.url).resolve("tslab/package.json");
  const tolerantSockets = `
    import { createRequire } from "node:module";
    const zeromq = createRequire(${JSON.stringify(packageJson)})("zeromq");
    for (const name of ["Publisher", "Router", "Reply"]) {
      zeromq[name] = class extends zeromq[name] {
        async bind(address) {
          this.bindSync(address);
        }
      };
    }
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
      `data:text/javascript,${encodeURIComponent(tolerantSockets)}`,
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
