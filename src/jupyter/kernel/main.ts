import { KernelError } from "../kernel-error.js";
import { runKernel } from "./run-kernel.js";

/** The program that Jupyter starts: `node main.js CONNECTION_FILE`. */

const [connectionFile] = process.argv.slice(2);
try {
  if (connectionFile === undefined) throw new KernelError("start", "needs a connection file");
  await runKernel(connectionFile);
} catch (error) {
  const message = error instanceof KernelError ? error.message : (error as Error).stack;
  process.stderr.write(`noisefloor kernel: ${message}\n`);
  process.exit(1);
}
