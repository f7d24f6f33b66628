import { readFileSync } from "node:fs";
import { hideAsyncBookkeeping } from "./engine/async-bookkeeping.js";
import { captureStreams } from "./engine/cell-console.js";
import type { CellEngine } from "./engine/cell-engine.js";
import { IdleCollection } from "./idle-collection.js";
import { installKernelGlobals, tslabModule } from "./kernel-globals.js";
import { readConnection } from "./read-connection.js";
import { kernelInfo } from "./server/kernel-info.js";
import { ServerLink } from "./server-link.js";
import type { EngineValue, ToMain } from "./thread-messages.js";
import { reportUncaughtErrors } from "./uncaught-errors.js";

/** tslab's compiler; known before it is loaded, which takes a second. */
const typescriptVersion = "5.0.4";

/** How long a kernel has nothing to do before it reads types that may be needed. */
const idleMilliseconds = 50;

/**
 * Turns this process into a kernel: the server answers in a thread of its own, cells run in this one.
 *
 * @param connectionFile - the front end's connection file
 * @throws {KernelError} "start": the file is no good, or an address is taken
 */
export async function runKernel(connectionFile: string): Promise<void> {
  const { version } = JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8"));
  const early: ToMain[] = [];
  let serve = (message: ToMain): void => {
    early.push(message);
  };
  const link = new ServerLink({
    connection: await readConnection(connectionFile),
    info: kernelInfo({ kernel: version, typescript: typescriptVersion }),
    parentPid: Number(process.env.JPY_PARENT_PID) || null,
    onMessage: (message) => serve(message),
  });
  process.on("exit", () => link.flush());
  const onOutput: ServerLink["output"] = (parent, output) => link.output(parent, output);
  // The compiler is loaded while the server's thread opens its sockets.
  const [{ CellEngine: EngineOfCells }] = await Promise.all([
    import("./engine/cell-engine.js"),
    link.listening(),
  ]);
  const host = installKernelGlobals({ onOutput, ask: (...question) => link.ask(...question) });
  const versions = { tslab: "1.0.22", typescript: typescriptVersion, node: process.version };
  const engine = link.ownWork(
    () =>
      new EngineOfCells({
        provided: { tslab: () => tslabModule(host, versions) },
        ownWork: (work) => link.ownWork(work),
        flags: link.interruptFlags,
      }),
  );
  captureStreams(onOutput);
  hideAsyncBookkeeping();
  reportUncaughtErrors(onOutput, (error) => engine.report(error));
  // From the outside; what the server's thread sends stops a cell without coming here.
  process.on("SIGINT", () => engine.interrupt());
  // A cell that waits already reads the types that it needs, and should not wait for others.
  const prewarming = setTimeout(() => engine.prewarm("noisefloor"), idleMilliseconds);
  serve = (message) => {
    clearTimeout(prewarming);
    void receive(message, engine, link);
  };
  for (const message of early) serve(message);
}

const collection = new IdleCollection();

async function receive(message: ToMain, engine: CellEngine, link: ServerLink): Promise<void> {
  if (message.kind === "exit") process.exit(0);
  if (message.kind === "interrupt" && link.interruptFlags.hear()) engine.interrupt();
  if (message.kind === "stopped") engine.stopped();
  if (message.kind !== "call") return;
  const { id, method, args } = message;
  const before = engine.compiledCells;
  if (method === "execute") collection.cellStarts();
  try {
    const call = engine[method] as (...given: readonly unknown[]) => Promise<EngineValue>;
    link.post({ kind: "return", id, value: await call.apply(engine, args as unknown[]) });
  } catch (error) {
    link.post({ kind: "throw", id, message: error instanceof Error ? error.message : String(error) });
  }
  if (engine.compiledCells > before) collection.cellEnded();
}
