import { parentPort, workerData } from "node:worker_threads";
import { InterruptFlags } from "../interrupt-flags.js";
import type { InputAnswer, ServerData, ToMain, ToServer } from "../thread-messages.js";
import { counter } from "../thread-messages.js";
import { InputRequests } from "./input-requests.js";
import { interruptDescendants } from "./interrupt-descendants.js";
import { Interrupter } from "./interrupter.js";
import { KernelLog } from "./kernel-log.js";
import { KernelSockets } from "./kernel-sockets.js";
import { watchParent } from "./parent-watch.js";
import { RemoteEngine } from "./remote-engine.js";
import { RequestHandler } from "./request-handler.js";
import { stopMainThread } from "./stop-main-thread.js";

/** The thread of the server: it answers while the main thread runs cells, and heartbeats while that is stuck. */

const { connection, info, counters, interruptFlags, inputPort, parentPid } = workerData as ServerData;
const ourFiles = new URL("..", import.meta.url).href;
const lastWishMilliseconds = 1000;

const post = (message: ToMain) => parentPort?.postMessage(message);
const log = new KernelLog();

// Without its server a kernel only looks alive; whoever started it must see that it is gone.
process.on("uncaughtException", ({ stack }) => {
  log.line(`the server's thread failed: ${stack}`);
  process.kill(process.pid, "SIGKILL");
});

const sockets = await openSockets();

const flags = new InterruptFlags(interruptFlags);
/** Once for each interrupt: many programs take a second one as an order not to clean up. */
let hasInterruptedPrograms = false;
const interruptPrograms = (): void => {
  if (!hasInterruptedPrograms) interruptDescendants(process.pid);
  hasInterruptedPrograms = true;
};
const interrupter = new Interrupter({
  ask: () => {
    // What waits for the user stops by getting no answer.
    if (input.cancel()) return;
    flags.ask();
    hasInterruptedPrograms = false;
    if (process.platform !== "win32" && flags.willSignal()) process.kill(process.pid, "SIGINT");
    post({ kind: "interrupt" });
  },
  isHeard: () => !flags.isUnheard,
  isOwnWork: () => Atomics.load(counters, counter.ownWork) === 1,
  force: async () => {
    const isOurs = (url: string) => url.startsWith(ourFiles) || url.startsWith("node:") || url === "";
    const isStopped = await stopMainThread(isOurs, () => flags.isUnheard, interruptPrograms);
    if (isStopped) post({ kind: "stopped" });
    return isStopped;
  },
});
const engine = new RemoteEngine(post, {
  onInterrupt: () => interrupter.interrupt(),
  onEnd: () => flags.withdraw(),
});
const handler = new RequestHandler({
  engine,
  info,
  send: (channel, message) => {
    try {
      sockets.send(channel, message);
    } catch (error) {
      log.line(`could not send a ${message.header.msg_type}: ${(error as Error).message}`);
    }
  },
  onShutdown: () => void end(),
});
const input = new InputRequests(
  (parent, content) => handler.ask(parent, content),
  (value) => {
    inputPort.postMessage({ value } satisfies InputAnswer);
    Atomics.store(counters, counter.answered, 1);
    Atomics.notify(counters, counter.answered);
  },
);

/**
 * Outputs that are sent are told of after a turn of the event loop: a cell that waits to print more would keep this thread in one turn for
 * long, and an interrupt waiting in its socket.
 */
let sent = 0;
const acknowledge = (size: number): void => {
  if (sent === 0) {
    setImmediate(() => {
      Atomics.sub(counters, counter.backlog, sent);
      Atomics.notify(counters, counter.backlog);
      sent = 0;
    });
  }
  sent += size;
};

parentPort?.on("message", (message: ToServer) => {
  switch (message.kind) {
    case "output":
      handler.output(message.parent, message.output);
      acknowledge(message.size);
      break;
    case "return":
    case "throw":
      engine.settle(message);
      break;
    case "ask":
      input.ask(message.parent, message.prompt, message.password);
      break;
    case "leaving":
      void leave();
      break;
  }
});

sockets.listen({
  onMessage: (channel, message) => {
    if (channel === "stdin") input.receive(message);
    else handler.receive(channel, message);
  },
  onRejected: (channel, reason) => log.dropped(channel, reason),
});
post({ kind: "listening" });
handler.announce();
if (parentPid !== null) watchParent(parentPid, () => void end());

async function openSockets(): Promise<KernelSockets> {
  try {
    return await KernelSockets.open(connection);
  } catch (error) {
    post({ kind: "failed", reason: (error as Error).message });
    flushed();
    process.exit();
  }
}

/** Sends what is left, and tells the main thread that it may end. */
async function leave(): Promise<void> {
  handler.flush();
  await sockets.close();
  flushed();
}

function flushed(): void {
  Atomics.store(counters, counter.flushed, 1);
  Atomics.notify(counters, counter.flushed);
}

/** Ends the process: in order, or, if the main thread does not hear us, by force. */
async function end(): Promise<void> {
  await leave();
  post({ kind: "exit" });
  setTimeout(() => process.kill(process.pid, "SIGKILL"), lastWishMilliseconds);
}
