import type { Parent } from "../engine.js";

/** How long a text may wait for more of it. */
const patience = 20;
/** A text of this length goes out at once. */
const largest = 65_536;

/** One stream's text for one cell. */
export interface StreamText {
  readonly parent: Parent;
  readonly name: string;
  readonly text: string;
}

/**
 * Joins what cells print, so that a loop that prints a thousand lines is a few messages; order is kept. Whoever sends
 * anything else calls {@link StreamBuffer.flush} before.
 */
export class StreamBuffer {
  readonly #send: (stream: StreamText) => void;
  #pending: StreamText | null = null;
  #parts: string[] = [];
  #length = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(send: (stream: StreamText) => void) {
    this.#send = send;
  }

  add(parent: Parent, name: string, text: string): void {
    const pending = this.#pending;
    if (pending !== null && (pending.name !== name || pending.parent.msg_id !== parent.msg_id)) this.flush();
    this.#pending ??= { parent, name, text: "" };
    this.#parts.push(text);
    this.#length += text.length;
    if (this.#length >= largest) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), patience);
  }

  /** Sends what is there. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#pending === null) return;
    const stream = { ...this.#pending, text: this.#parts.join("") };
    this.#pending = null;
    this.#parts = [];
    this.#length = 0;
    this.#send(stream);
  }
}
