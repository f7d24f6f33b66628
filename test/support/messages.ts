import type { Message } from "../../src/jupyter/wire.js";

/** A message as a kernel publishes it. */
export function publishedMessage(type: string, content: Readonly<Record<string, unknown>>): Message {
  return {
    identities: [],
    header: { msg_id: "1", msg_type: type, session: "s", username: "u", date: "", version: "5.3" },
    parentHeader: {},
    metadata: {},
    content,
    buffers: [],
  };
}
