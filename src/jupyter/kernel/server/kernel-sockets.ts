import type { Publisher, Reply, Router } from "zeromq";
import { encodeMessage, type Message, WireError } from "../../wire.js";
import type { KernelConnection } from "../read-connection.js";
import { MessageGate } from "./message-gate.js";
import type { Channel } from "./request-handler.js";

/** A frame may be this long; who sends more is disconnected. */
const largestFrame = 256 * 1024 * 1024;
/** How long messages may need on their way out when we close. */
const lingerMilliseconds = 1000;

export interface SocketListeners {
  readonly onMessage: (channel: "shell" | "control" | "stdin", message: Message) => void;
  /** A message was dropped: it was not signed, not readable, or a repetition. */
  readonly onRejected: (channel: Channel, reason: string) => void;
}

/** The kernel's side of the five sockets: they move bytes, and let in what is signed. */
export class KernelSockets {
  readonly #connection: KernelConnection;
  readonly #gate: MessageGate;
  readonly #sockets: { shell: Router; control: Router; stdin: Router; iopub: Publisher; hb: Reply };
  readonly #sending = new Map<Channel, Promise<void>>();

  private constructor(connection: KernelConnection, zmq: typeof import("zeromq")) {
    this.#connection = connection;
    this.#gate = new MessageGate(connection.key);
    const options = { linger: lingerMilliseconds, maxMessageSize: largestFrame };
    // Nothing that a cell has printed may get lost on a slow connection.
    const unlimited = { ...options, sendHighWaterMark: 0, receiveHighWaterMark: 0 };
    this.#sockets = {
      shell: new zmq.Router(unlimited),
      control: new zmq.Router(unlimited),
      stdin: new zmq.Router(unlimited),
      iopub: new zmq.Publisher({ linger: lingerMilliseconds, sendHighWaterMark: 0 }),
      hb: new zmq.Reply(options),
    };
  }

  /**
   * Opens all sockets. What arrives waits in them until {@link KernelSockets.listen}.
   *
   * @throws an address is taken, or cannot be used
   */
  static async open(connection: KernelConnection): Promise<KernelSockets> {
    const sockets = new KernelSockets(connection, await import("zeromq"));
    try {
      await sockets.#bind();
    } catch (error) {
      await sockets.close();
      throw error;
    }
    return sockets;
  }

  /** Hands on what arrives, from now on; heartbeats are echoed. */
  listen(listeners: SocketListeners): void {
    for (const name of ["shell", "control", "stdin"] as const) void this.#receive(name, listeners);
    void this.#echo();
  }

  send(channel: Channel, message: Message): void {
    const frames = encodeMessage(message, this.#connection.key);
    // A socket takes one message at a time.
    const before = this.#sending.get(channel) ?? Promise.resolve();
    const socket = this.#sockets[channel];
    const sent = before.then(() => socket.send(frames)).catch(() => {});
    this.#sending.set(channel, sent);
  }

  /** Waits until everything has gone to the sockets, and closes them; they send what they hold. */
  async close(): Promise<void> {
    await Promise.all(this.#sending.values());
    for (const socket of Object.values(this.#sockets)) socket.close();
  }

  async #bind(): Promise<void> {
    for (const name of ["shell", "control", "stdin", "iopub", "hb"] as const) {
      await this.#sockets[name].bind(this.#address(name));
    }
  }

  async #receive(channel: "shell" | "control" | "stdin", listeners: SocketListeners): Promise<void> {
    for await (const frames of this.#sockets[channel]) {
      let message: Message;
      try {
        message = this.#gate.accept(frames);
      } catch (error) {
        if (!(error instanceof WireError)) throw error;
        listeners.onRejected(channel, error.message);
        continue;
      }
      listeners.onMessage(channel, message);
    }
  }

  async #echo(): Promise<void> {
    for await (const frames of this.#sockets.hb) await this.#sockets.hb.send(frames);
  }

  #address(channel: Channel | "hb"): string {
    const { transport, ip } = this.#connection;
    const port = this.#connection[`${channel}_port`];
    return transport === "tcp" ? `tcp://${ip}:${port}` : `ipc://${ip}-${port}`;
  }
}
