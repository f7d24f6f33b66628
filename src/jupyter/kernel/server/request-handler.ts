import { randomUUID } from "node:crypto";
import type { Message } from "../../wire.js";
import type { CellOutput, Engine, Parent } from "../engine.js";
import { ExecuteHandler } from "./execute-handler.js";
import { History } from "./history.js";
import { protocolVersion } from "./kernel-info.js";
import { StreamBuffer } from "./stream-buffer.js";
import { toCharacters, toUtf16Offset } from "./text-offsets.js";

/** The kernel's channels that carry messages. */
export type Channel = "shell" | "control" | "iopub" | "stdin";

/** Takes a message away; order is kept within a channel. */
export type Send = (channel: Channel, message: Message) => void;

type Content = Readonly<Record<string, unknown>>;

/** What the main thread answers, one after the other. */
const ofEngine: ReadonlySet<string> = new Set([
  "complete_request",
  "execute_request",
  "inspect_request",
  "is_complete_request",
]);

export interface RequestHandlerOptions {
  readonly engine: Engine;
  /** The content of kernel_info_reply. */
  readonly info: Content;
  readonly send: Send;
  /** Called once a shutdown_request has been answered. */
  readonly onShutdown: (restart: boolean) => void;
}

/**
 * Requests in, replies and outputs out: the protocol without its sockets. Requests are answered one after the other,
 * those of the control channel at once unless a cell's thread has to answer them.
 */
export class RequestHandler {
  readonly #options: RequestHandlerOptions;
  readonly #session = randomUUID();
  readonly #history = new History();
  readonly #execute: ExecuteHandler;
  readonly #streams: StreamBuffer;
  readonly #queue: { readonly channel: "shell" | "control"; readonly message: Message }[] = [];
  /** The request of the queue that is being answered. */
  #current: Message | null = null;
  readonly #aborted = new WeakSet<Message>();
  #working = false;

  constructor(options: RequestHandlerOptions) {
    this.#options = options;
    this.#streams = new StreamBuffer(({ parent, name, text }) =>
      this.#publish("stream", parent, { name, text }),
    );
    this.#execute = new ExecuteHandler({
      engine: options.engine,
      history: this.#history,
      publish: (type, parent, content) => this.publish(type, parent, content),
      abortQueued: () => this.#abortQueued(),
    });
  }

  /** Tells the world that there is a kernel now. */
  announce(): void {
    this.publish("status", {}, { execution_state: "starting" });
  }

  /** Takes a request from a front end. */
  receive(channel: "shell" | "control", message: Message): void {
    if (channel === "control" && !ofEngine.has(message.header.msg_type)) {
      void this.#answer(channel, message);
      return;
    }
    this.#queue.push({ channel, message });
    if (!this.#working) void this.#work();
  }

  /** Sends a cell's question to the front end that runs it. */
  ask(parent: Parent, content: Content): void {
    const { identities } = this.#current ?? { identities: [] };
    this.#streams.flush();
    this.#options.send("stdin", this.message("input_request", parent, content, identities));
  }

  /** Takes what a cell publishes, and sends it in that cell's name. */
  output(parent: Parent, { type, content }: CellOutput): void {
    if (type === "stream") this.#streams.add(parent, String(content.name), String(content.text));
    else this.publish(type, parent, content);
  }

  /** Sends what waits for more of its kind. */
  flush(): void {
    this.#streams.flush();
  }

  /** Publishes a message after all that was printed before it. */
  publish(type: string, parent: Parent, content: Content): void {
    this.#streams.flush();
    this.#publish(type, parent, content);
  }

  /** A message of ours that answers another one. */
  message(type: string, parent: Parent, content: Content, identities: readonly Uint8Array[] = []): Message {
    return {
      identities,
      header: {
        msg_id: randomUUID(),
        msg_type: type,
        session: this.#session,
        username: "noisefloor",
        date: new Date().toISOString(),
        version: protocolVersion,
      },
      parentHeader: parent,
      metadata: {},
      content,
      buffers: [],
    };
  }

  async #work(): Promise<void> {
    this.#working = true;
    for (let next = this.#queue.shift(); next !== undefined; next = this.#queue.shift()) {
      this.#current = next.message;
      await this.#answer(next.channel, next.message);
    }
    this.#current = null;
    this.#working = false;
  }

  async #answer(channel: "shell" | "control", request: Message): Promise<void> {
    const { header, identities, content } = request;
    const handle = this.#handlers[header.msg_type];
    this.publish("status", header, { execution_state: "busy" });
    if (handle !== undefined) {
      const answer = this.#aborted.has(request)
        ? this.#execute.aborted()
        : await Promise.resolve(content)
            .then((given) => handle(given, header))
            .catch(failed);
      const type = header.msg_type.replace(/_request$/, "_reply");
      this.#streams.flush();
      this.#options.send(channel, this.message(type, header, answer, identities));
      if (header.msg_type === "shutdown_request") this.publish(type, header, answer);
    }
    this.publish("status", header, { execution_state: "idle" });
    if (header.msg_type === "shutdown_request") this.#options.onShutdown(content.restart === true);
  }

  readonly #handlers: Readonly<
    Record<string, (content: Content, header: Parent) => Content | Promise<Content>>
  > = Object.assign(Object.create(null), {
    kernel_info_request: () => this.#options.info,
    execute_request: (content: Content, header: Parent) => this.#execute.execute(content, header),
    complete_request: (content: Content) => this.#complete(content),
    inspect_request: (content: Content) => this.#inspect(content),
    is_complete_request: async ({ code }: Content) => {
      const { status, indent } = await this.#options.engine.isComplete(text(code));
      return status === "incomplete" ? { status, indent } : { status };
    },
    history_request: (content: Content) => ({ status: "ok", history: this.#history.find(content) }),
    comm_info_request: () => ({ status: "ok", comms: {} }),
    interrupt_request: () => {
      this.#options.engine.interrupt();
      return { status: "ok" };
    },
    shutdown_request: ({ restart }: Content) => ({ status: "ok", restart: restart === true }),
  });

  async #complete({ code, cursor_pos }: Content): Promise<Content> {
    const source = text(code);
    const offset = toUtf16Offset(source, typeof cursor_pos === "number" ? cursor_pos : source.length);
    const { matches, start, end, kinds } = await this.#options.engine.complete(source, offset);
    const [from, to] = [toCharacters(source, start), toCharacters(source, end)];
    const types = matches.map((match, i) => ({ start: from, end: to, text: match, type: kinds[i] ?? "" }));
    return {
      status: "ok",
      matches,
      cursor_start: from,
      cursor_end: to,
      metadata: { _jupyter_types_experimental: types },
    };
  }

  async #inspect({ code, cursor_pos, detail_level }: Content): Promise<Content> {
    const source = text(code);
    const offset = toUtf16Offset(source, typeof cursor_pos === "number" ? cursor_pos : source.length);
    const data = await this.#options.engine.inspect(source, offset, detail_level === 1 ? 1 : 0);
    return { status: "ok", found: data !== null, data: data ?? {}, metadata: {} };
  }

  /** Lets the execute requests that wait be answered without being run. */
  #abortQueued(): void {
    for (const { message } of this.#queue) {
      if (message.header.msg_type === "execute_request") this.#aborted.add(message);
    }
  }

  #publish(type: string, parent: Parent, content: Content): void {
    this.#options.send("iopub", this.message(type, parent, content, [Buffer.from(type)]));
  }
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function failed(error: unknown): Content {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return { status: "error", ename: name, evalue: message, traceback: [`${name}: ${message}`] };
}
