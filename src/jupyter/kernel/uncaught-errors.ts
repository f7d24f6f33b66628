import { currentCell, forgetCells } from "./engine/cell-context.js";
import type { ErrorReport, OutputListener } from "./engine.js";

/** What is called in this thread before it is stopped by force, see `stop-main-thread`. */
const prepareStop = Symbol.for("noisefloor.kernel.prepareStop");

/** Shows errors that nobody caught in the notebook, and lets the kernel live. */
export function reportUncaughtErrors(
  onOutput: OutputListener,
  report: (error: unknown) => ErrorReport,
): void {
  const noError = {};
  const show = (what: string) => (error: unknown) => {
    if (error === noError) return;
    const { parent, silent } = currentCell();
    const text = `${what}: ${report(error).traceback.join("\n")}\n`;
    if (!silent) onOutput(parent, { type: "stream", content: { name: "stderr", text } });
  };
  process.on("uncaughtException", show("Uncaught"));
  process.on("unhandledRejection", show("Unhandled rejection"));
  // Node keeps account of nested callbacks while contexts are followed through them, and ends the process where a stop
  // leaves that account open. So contexts are followed no more, and the handler of uncaught errors closes the account.
  const handleFatal = Reflect.get(process, "_fatalException") as ((error: unknown) => void) | undefined;
  const prepare = () => {
    forgetCells();
    handleFatal?.call(process, noError);
  };
  Object.defineProperty(globalThis, prepareStop, { value: prepare });
}
