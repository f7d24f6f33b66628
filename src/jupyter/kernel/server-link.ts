import { once } from "node:events";
import { MessageChannel, receiveMessageOnPort, Worker } from "node:worker_threads";
import { KernelError } from "../kernel-error.js";
import { InterruptError } from "./engine/interrupt-error.js";
import type { CellOutput, Parent } from "./engine.js";
import { InterruptFlags } from "./interrupt-flags.js";
import type { KernelConnection } from "./read-connection.js";
import { counter, type InputAnswer, type ServerData, type ToMain, type ToServer } from "./thread-messages.js";

/** Characters of output that may be on their way before whoever prints more has to wait. */
const largestBacklog = 16 * 1024 * 1024;
const flushMilliseconds = 1000;

export interface ServerLinkOptions {
  readonly connection: KernelConnection;
  readonly info: Readonly<Record<string, unknown>>;
  readonly parentPid: number | null;
  readonly onMessage: (message: ToMain) => void;
}

/** The main thread's side of the server's thread. */
export class ServerLink {
  /** What a cell is told from the server's thread while it does not listen. */
  readonly interruptFlags: InterruptFlags;
  readonly #worker: Worker;
  readonly #counters = new Int32Array(new SharedArrayBuffer(4 * counter.count));
  readonly #input = new MessageChannel();

  /** Starts the thread; {@link ServerLink.listening} says when its sockets are open. */
  constructor({ onMessage, ...options }: ServerLinkOptions) {
    const inputPort = this.#input.port2;
    const interruptFlags = new Int32Array(new SharedArrayBuffer(4 * InterruptFlags.size));
    this.interruptFlags = new InterruptFlags(interruptFlags);
    // Until there is an engine, which is loaded and made as the kernel's own work.
    Atomics.store(this.#counters, counter.ownWork, 1);
    const workerData: ServerData = { ...options, counters: this.#counters, interruptFlags, inputPort };
    this.#worker = new Worker(new URL("./server/main.js", import.meta.url), {
      workerData,
      transferList: [inputPort],
      // Messages are short-lived; V8 would let them pile up to 48 MB.
      resourceLimits: { maxYoungGenerationSizeMb: 4 },
      stdin: false,
    });
    this.#worker.on("message", onMessage);
    this.#input.port1.unref();
  }

  /**
   * Settles when front ends can connect.
   *
   * @throws {KernelError} "start": an address is taken or cannot be used
   */
  async listening(): Promise<void> {
    const [message] = (await once(this.#worker, "message")) as [ToMain];
    if (message.kind === "failed") throw new KernelError("start", message.reason);
  }

  post(message: ToServer): void {
    this.#worker.postMessage(message);
  }

  /**
   * Sends an output; waits, without giving the thread free, while too much is on its way. What is too much by itself goes alone.
   *
   * @throws {DOMException} it holds what cannot be sent, such as a function
   */
  output(parent: Parent, output: CellOutput): void {
    const size = sizeOf(output.content, new Set());
    for (;;) {
      const backlog = Atomics.load(this.#counters, counter.backlog);
      if (backlog <= 0 || backlog + size <= largestBacklog) break;
      Atomics.wait(this.#counters, counter.backlog, backlog, flushMilliseconds);
    }
    this.post({ kind: "output", parent, output, size });
    // What could not be sent is not on its way, nor is what was interrupted as it waited.
    Atomics.add(this.#counters, counter.backlog, size);
  }

  /**
   * Asks the user and waits for the answer, without giving the thread free.
   *
   * @throws {InterruptError} the user interrupted the cell
   */
  ask(parent: Parent, prompt: string, password: boolean): string {
    Atomics.store(this.#counters, counter.answered, 0);
    this.post({ kind: "ask", parent, prompt, password });
    Atomics.wait(this.#counters, counter.answered, 0);
    const answer: InputAnswer | undefined = receiveMessageOnPort(this.#input.port1)?.message;
    if (answer === undefined || answer.value === null) throw new InterruptError();
    return answer.value;
  }

  /** Marks a stretch of the kernel's own work, in which no interrupt may stop the thread; so is all that comes before the first one. */
  ownWork<T>(work: () => T): T {
    Atomics.store(this.#counters, counter.ownWork, 1);
    try {
      return work();
    } finally {
      Atomics.store(this.#counters, counter.ownWork, 0);
    }
  }

  /** Waits until all outputs are sent; for the end of the process. */
  flush(): void {
    this.post({ kind: "leaving" });
    Atomics.wait(this.#counters, counter.flushed, 0, flushMilliseconds);
  }
}

/** A number as text, usually less. */
const numberSize = 16;

/** The characters of an output, about; `seen` has the objects that count already. */
function sizeOf(content: unknown, seen: Set<object>): number {
  if (typeof content === "string") return content.length;
  if (typeof content !== "object" || content === null) return numberSize;
  if (seen.has(content)) return 0;
  seen.add(content);
  return Object.values(content).reduce((sum: number, part) => sum + sizeOf(part, seen), 1);
}
