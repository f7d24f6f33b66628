import { setTimeout as sleep } from "node:timers/promises";
import type { Channels } from "./channels.js";
import { KernelError } from "./kernel-error.js";
import type { KernelProcess } from "./kernel-process.js";
import type { Kernelspec } from "./kernelspec.js";
import { late, waitFor } from "./wait-for.js";
import type { Message } from "./wire.js";

export interface ExecuteOptions {
  /** Default: no limit. */
  readonly timeoutSeconds?: number;
  /** Interrupts the kernel; {@link Kernel.execute} then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Gets each message that the kernel publishes about this execution, in order. */
  readonly onOutput?: (message: Message) => void;
}

/** How a kernel answered; by then all outputs have arrived. */
export interface ExecuteReply {
  readonly status: "ok" | "error" | "aborted";
  /** Name and text of the error, where the kernel's reply has them (tslab's has not). */
  readonly ename: string | null;
  readonly evalue: string | null;
  /** The innermost place in the cell's own source, where the kernel's reply has it (ours has); both count from 1. */
  readonly position: { readonly line: number; readonly column: number } | null;
}

/** How long we wait for a starting kernel's answer before we ask again. */
const handshakeMilliseconds = 100;
/** A kernel that does not echo a heartbeat in this time is busy. */
const heartbeatMilliseconds = 300;
/** Kernels refuse requests for a moment after a failure (tslab for 200 ms); how often and after how long we ask again. */
const abortedRetries = { count: 20, milliseconds: 100 };
/** How long messages that were on their way may still arrive after their kernel died. */
const drainMilliseconds = 100;

/** A running kernel, made by `startKernel`. Always {@link Kernel.shutdown} it. */
export class Kernel {
  readonly kernelspec: Kernelspec;
  readonly #process: KernelProcess;
  readonly #channels: Channels;
  readonly #patience: number;
  #info: Readonly<Record<string, unknown>> = {};
  #responsive = false;

  /** `patience`: how long, in milliseconds, the kernel may be silent where it owes us something. */
  constructor(kernelspec: Kernelspec, process: KernelProcess, channels: Channels, patience: number) {
    this.kernelspec = kernelspec;
    this.#patience = patience;
    this.#process = process;
    this.#channels = channels;
  }

  /** What the kernel says of its language (`language_info` of its kernel_info_reply). */
  get languageInfo(): Readonly<Record<string, unknown>> {
    return (this.#info.language_info ?? {}) as Readonly<Record<string, unknown>>;
  }

  /** The name of the program, as its kernel_info_reply says it: "tslab", "ipython", … */
  get implementation(): string {
    return String(this.#info.implementation);
  }

  /**
   * Waits until the kernel answers and our subscription to its outputs has reached it.
   *
   * @throws {KernelError} "start": it ended, or did not answer in time
   */
  async ready(timeoutSeconds: number, signal?: AbortSignal): Promise<void> {
    let isOver = false;
    const answer = Promise.race([this.#handshake(() => isOver), this.#death("start")]);
    const limits = { milliseconds: timeoutSeconds * 1000, signal };
    const info = await waitFor(answer, limits).finally(() => {
      isOver = true;
    });
    if (info === late || info === null) {
      throw new KernelError(
        "start",
        `the kernel did not answer within ${timeoutSeconds} s${this.#rejections()}${this.#process.lastWordsReport}`,
      );
    }
    this.#info = info.content;
    this.#responsive = true;
  }

  /**
   * Runs code and waits until the kernel has replied and is idle again.
   *
   * @throws {KernelError} "died": the kernel ended; "timeout": it took too long and has been interrupted;
   *   "output-lost": it replied, but the end of its outputs did not come
   */
  async execute(code: string, options: ExecuteOptions = {}): Promise<ExecuteReply> {
    for (let attempt = 0; ; attempt++) {
      options.signal?.throwIfAborted();
      const reply = await this.#executeOnce(code, options);
      if (reply.status !== "aborted" || attempt === abortedRetries.count) return reply;
      await sleep(abortedRetries.milliseconds);
    }
  }

  /** Interrupts what is running, by signal or by message as the kernelspec says. */
  interrupt(): void {
    if (this.kernelspec.interruptMode === "signal") this.#process.signal("SIGINT");
    else this.#channels.request("control", "interrupt_request", {});
  }

  /** Asks the kernel to end, then insists (SIGTERM), then kills its process group. Never fails. */
  async shutdown(): Promise<void> {
    if (this.#responsive) {
      this.#channels.request("control", "shutdown_request", { restart: false });
      await this.#process.endsWithin(this.#patience);
    }
    this.#process.signal("SIGTERM");
    if (!(await this.#process.endsWithin(this.#patience))) this.#process.signal("SIGKILL");
    await this.#process.exited;
    this.#channels.close();
  }

  /**
   * Asks again and again: the first requests may find a kernel that is not ready for them (tslab loses what comes
   * before all its sockets are open), and only when an "idle" comes as well is our subscription in force.
   */
  async #handshake(isOver: () => boolean): Promise<Message | null> {
    const answers: Promise<Message>[] = [];
    while (!isOver()) {
      const { reply, idle } = this.#channels.request("shell", "kernel_info_request", {});
      answers.push(Promise.all([reply, idle]).then(([message]) => message));
      const answer = await waitFor(Promise.race(answers), { milliseconds: handshakeMilliseconds });
      if (answer !== late) return answer;
    }
    return null;
  }

  async #death(problem: "start" | "died"): Promise<never> {
    await this.#process.exited;
    this.#responsive = false;
    await sleep(drainMilliseconds, undefined, { ref: false });
    throw await this.#process.deathError(problem);
  }

  async #executeOnce(code: string, options: ExecuteOptions): Promise<ExecuteReply> {
    const { timeoutSeconds = Infinity, signal, onOutput } = options;
    let outputs = 0;
    const { reply, idle } = this.#channels.request(
      "shell",
      "execute_request",
      executeRequest(code),
      (message) => {
        outputs += 1;
        onOutput?.(message);
      },
    );
    const answered = async () => {
      const { content } = await reply;
      for (let before = -1; before !== outputs; ) {
        before = outputs;
        if ((await waitFor(idle, { milliseconds: this.#patience })) !== late) return toExecuteReply(content);
      }
      throw new KernelError(
        "output-lost",
        `the kernel has answered, but not all of its outputs came${this.#rejections()}; ` +
          "where a cell prints thousands of times, print the lines together",
      );
    };
    const finished = Promise.race([answered(), this.#death("died")]);
    let result: ExecuteReply | typeof late;
    try {
      result = await waitFor(finished, { milliseconds: timeoutSeconds * 1000, signal });
    } catch (error) {
      if (signal?.aborted) await this.#interruptAndWait(finished);
      throw error;
    }
    if (result !== late) return result;
    const isBusy = !(await this.#channels.heartbeat(heartbeatMilliseconds));
    await this.#interruptAndWait(finished);
    throw new KernelError(
      "timeout",
      `took longer than ${timeoutSeconds} s and was interrupted` +
        // Kernels that answer heartbeats from a thread of their own do so in any case.
        (isBusy ? "; the kernel was busy computing" : "") +
        (this.#responsive ? "" : "; it did not react to the interrupt") +
        this.#rejections(),
    );
  }

  async #interruptAndWait(finished: Promise<unknown>): Promise<void> {
    this.interrupt();
    const settled = finished.catch(() => {});
    this.#responsive = (await waitFor(settled, { milliseconds: this.#patience })) !== late;
  }

  #rejections(): string {
    const count = this.#channels.rejectedMessages;
    return count === 0 ? "" : ` (${count} of its messages had a wrong signature or could not be read)`;
  }
}

function executeRequest(code: string): Readonly<Record<string, unknown>> {
  return {
    code,
    silent: false,
    store_history: true,
    user_expressions: {},
    allow_stdin: false,
    stop_on_error: true,
  };
}

function toExecuteReply(content: Message["content"]): ExecuteReply {
  const { status, ename, evalue, position } = content;
  const { line, column } = (position ?? {}) as { line?: unknown; column?: unknown };
  return {
    // tslab says "abort" where the protocol says "aborted".
    status: status === "ok" ? "ok" : String(status).startsWith("abort") ? "aborted" : "error",
    ename: typeof ename === "string" ? ename : null,
    evalue: typeof evalue === "string" ? evalue : null,
    position: typeof line === "number" && typeof column === "number" ? { line, column } : null,
  };
}
