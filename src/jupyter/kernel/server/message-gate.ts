import { decodeMessage, type Message, WireError } from "../../wire.js";

/** How many signatures are remembered: more than a client sends in hours. */
const mostRemembered = 65_536;
/** More frames than any client sends with its identities and buffers. */
const mostFrames = 1024;

/**
 * Lets only messages in that are signed with the kernel's key, that were not in before, and that have a header one can
 * answer to.
 */
export class MessageGate {
  readonly #key: string;
  readonly #seen = new Set<string>();

  constructor(key: string) {
    this.#key = key;
  }

  /**
   * @throws {WireError} the message is to be dropped; says why
   */
  accept(frames: readonly Uint8Array[]): Message {
    if (frames.length > mostFrames) throw new WireError(`message of ${frames.length} frames`);
    const message = decodeMessage(frames, this.#key);
    const { msg_id, msg_type, session } = message.header;
    if (![msg_id, msg_type, session].every((field) => typeof field === "string")) {
      throw new WireError("message whose header lacks msg_id, msg_type or session");
    }
    // Clients use an id twice now and then, a signature never: it covers the time.
    const signature = frames[message.identities.length + 1];
    if (this.#key === "" || signature === undefined) return message;
    const fingerprint = Buffer.from(signature).toString("latin1");
    if (this.#seen.has(fingerprint)) throw new WireError("message that came before");
    this.#seen.add(fingerprint);
    if (this.#seen.size > mostRemembered) {
      for (const oldest of this.#seen) {
        this.#seen.delete(oldest);
        break;
      }
    }
    return message;
  }
}
