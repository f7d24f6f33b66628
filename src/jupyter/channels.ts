import { randomUUID } from "node:crypto";
import type { Dealer, Request, Subscriber } from "zeromq";
import type { Connection } from "./connection.js";
import { decodeMessage, encodeMessage, type Message } from "./wire.js";

/** A request under way. `idle` settles after all its outputs, `reply` when the kernel has answered. */
export interface PendingRequest {
  readonly reply: Promise<Message>;
  readonly idle: Promise<void>;
}

interface Waiting {
  readonly resolveReply: (message: Message) => void;
  readonly resolveIdle: () => void;
  readonly onOutput: (message: Message) => void;
}

const ignore = () => {};

/** The client's side of a kernel's sockets: requests go out signed, answers are matched to them by id. */
export class Channels {
  readonly #connection: Connection;
  readonly #session = randomUUID();
  readonly #waiting = new Map<string, Waiting>();
  readonly #sockets: { shell: Dealer; control: Dealer; iopub: Subscriber };
  readonly #openHeartbeat: () => Request;
  #sending: Promise<void> = Promise.resolve();
  #rejected = 0;

  private constructor(connection: Connection, zmq: typeof import("zeromq")) {
    this.#connection = connection;
    const options = { linger: 0, receiveHighWaterMark: 0, sendHighWaterMark: 0 };
    this.#sockets = {
      shell: new zmq.Dealer({ ...options, routingId: this.#session }),
      control: new zmq.Dealer({ ...options, routingId: this.#session }),
      iopub: new zmq.Subscriber({ linger: 0, receiveHighWaterMark: 0 }),
    };
    this.#openHeartbeat = () => new zmq.Request({ linger: 0 });
    this.#sockets.iopub.subscribe();
    for (const [name, socket] of Object.entries(this.#sockets)) {
      socket.connect(this.#address(name as "shell" | "control" | "iopub"));
      void this.#receive(socket);
    }
  }

  /** Connects to a kernel, which may still have to start. */
  static async open(connection: Connection): Promise<Channels> {
    return new Channels(connection, await import("zeromq"));
  }

  /** How many messages were dropped because their signature was wrong or they could not be read. */
  get rejectedMessages(): number {
    return this.#rejected;
  }

  /** Sends a request; `onOutput` gets every message that the kernel publishes about it. */
  request(
    channel: "shell" | "control",
    type: string,
    content: Readonly<Record<string, unknown>>,
    onOutput: (message: Message) => void = ignore,
  ): PendingRequest {
    const id = randomUUID();
    let resolveReply: Waiting["resolveReply"] = ignore;
    let resolveIdle: Waiting["resolveIdle"] = ignore;
    const reply = new Promise<Message>((resolve) => {
      resolveReply = resolve;
    });
    const idle = new Promise<void>((resolve) => {
      resolveIdle = resolve;
    });
    this.#waiting.set(id, { resolveReply, resolveIdle, onOutput });
    void Promise.all([reply, idle]).then(() => this.#waiting.delete(id));
    const frames = encodeMessage(
      {
        identities: [],
        header: {
          msg_id: id,
          msg_type: type,
          session: this.#session,
          username: "noisefloor",
          date: new Date().toISOString(),
          version: "5.3",
        },
        parentHeader: {},
        metadata: {},
        content,
        buffers: [],
      },
      this.#connection.key,
    );
    // A socket takes one message at a time; one that is closed by now needs none.
    this.#sending = this.#sending.then(() => this.#sockets[channel].send([...frames])).catch(ignore);
    return { reply, idle };
  }

  /** Whether the kernel's heartbeat answers in time: true means that its event loop is free. */
  async heartbeat(milliseconds: number): Promise<boolean> {
    const socket = this.#openHeartbeat();
    socket.receiveTimeout = milliseconds;
    try {
      socket.connect(this.#address("hb"));
      await socket.send("ping");
      await socket.receive();
      return true;
    } catch {
      return false;
    } finally {
      socket.close();
    }
  }

  close(): void {
    this.#waiting.clear();
    for (const socket of Object.values(this.#sockets)) socket.close();
  }

  async #receive(socket: Dealer | Subscriber): Promise<void> {
    for await (const frames of socket) {
      let message: Message;
      try {
        message = decodeMessage(frames, this.#connection.key);
      } catch {
        this.#rejected += 1;
        continue;
      }
      const waiting = this.#waiting.get(message.parentHeader.msg_id ?? "");
      if (waiting === undefined) continue;
      if (socket !== this.#sockets.iopub) waiting.resolveReply(message);
      else if (message.header.msg_type !== "status") waiting.onOutput(message);
      else if (message.content.execution_state === "idle") waiting.resolveIdle();
    }
  }

  #address(channel: "shell" | "control" | "iopub" | "hb"): string {
    return `${this.#connection.transport}://${this.#connection.ip}:${this.#connection[`${channel}_port`]}`;
  }
}
