import { currentCell } from "./engine/cell-context.js";
import type { ErrorReport, OutputListener } from "./engine.js";

/** What stands for the error of a thread that was stopped, see `stop-main-thread`. */
const stopped = Symbol.for("noisefloor.kernel.stopped");

/** Shows errors that nobody caught in the notebook, and lets the kernel live. */
export function reportUncaughtErrors(
  onOutput: OutputListener,
  report: (error: unknown) => ErrorReport,
): void {
  const marker = {};
  Object.defineProperty(globalThis, stopped, { value: marker });
  const show = (what: string) => (error: unknown) => {
    if (error === marker) return;
    const { parent, silent } = currentCell();
    const text = `${what}: ${report(error).traceback.join("\n")}\n`;
    if (!silent) onOutput(parent, { type: "stream", content: { name: "stderr", text } });
  };
  process.on("uncaughtException", show("Uncaught"));
  process.on("unhandledRejection", show("Unhandled rejection"));
}
