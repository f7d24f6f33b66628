import { createHmac, timingSafeEqual } from "node:crypto";

/** The header of a Jupyter message. */
export interface MessageHeader {
  readonly msg_id: string;
  readonly msg_type: string;
  readonly session: string;
  readonly username: string;
  readonly date: string;
  readonly version: string;
}

/** One message of the Jupyter protocol 5, without its signature. */
export interface Message {
  /** ZeroMQ routing prefix: any number of frames, kept as they came. */
  readonly identities: readonly Uint8Array[];
  readonly header: MessageHeader;
  /** The header of the message that this one answers; empty if it answers none. */
  readonly parentHeader: Readonly<Partial<MessageHeader>>;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly content: Readonly<Record<string, unknown>>;
  readonly buffers: readonly Uint8Array[];
}

/** A message that is not to be trusted or cannot be read. */
export class WireError extends Error {
  override readonly name = "WireError";
}

const delimiter = Buffer.from("<IDS|MSG>");

/**
 * The frames of a signed message: identities, delimiter, HMAC-SHA256 in hex, header, parent header, metadata,
 * content, buffers ("The wire protocol" of jupyter-client). An empty key means no signature.
 */
export function encodeMessage(message: Message, key: string): Uint8Array[] {
  const parts = [message.header, message.parentHeader, message.metadata, message.content].map((part) =>
    Buffer.from(JSON.stringify(part)),
  );
  return [...message.identities, delimiter, Buffer.from(signature(parts, key)), ...parts, ...message.buffers];
}

/**
 * A message from its frames. The signature is checked first: nothing unsigned reaches the JSON parser.
 *
 * @throws {WireError} delimiter or frames are missing, the signature is wrong, or a part is not a JSON object
 */
export function decodeMessage(frames: readonly Uint8Array[], key: string): Message {
  const start = frames.findIndex((frame) => delimiter.equals(frame));
  if (start === -1) throw new WireError("message without the delimiter <IDS|MSG>");
  const [signed, header, parentHeader, metadata, content, ...buffers] = frames.slice(start + 1);
  if (!(signed && header && parentHeader && metadata && content)) {
    throw new WireError(`message of ${frames.length - start - 1} frames after the delimiter, needs 5`);
  }
  const parts = [header, parentHeader, metadata, content];
  const expected = Buffer.from(signature(parts, key));
  if (signed.length !== expected.length || !timingSafeEqual(signed, expected)) {
    throw new WireError("message with a wrong signature");
  }
  const [parsedHeader, parsedParent, parsedMetadata, parsedContent] = parts.map(parseObject);
  return {
    identities: frames.slice(0, start),
    header: parsedHeader as unknown as MessageHeader,
    parentHeader: parsedParent ?? {},
    metadata: parsedMetadata ?? {},
    content: parsedContent ?? {},
    buffers,
  };
}

function signature(parts: readonly Uint8Array[], key: string): string {
  if (key === "") return "";
  const hmac = createHmac("sha256", key);
  for (const part of parts) hmac.update(part);
  return hmac.digest("hex");
}

function parseObject(part: Uint8Array): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(part).toString("utf8"));
  } catch {
    throw new WireError("message with a part that is not JSON");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new WireError("message with a part that is not a JSON object");
  }
  return value as Record<string, unknown>;
}
