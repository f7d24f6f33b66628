import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeMessage, encodeMessage, type Message } from "../../src/jupyter/wire.js";

const header = { msg_id: "1", msg_type: "stream", session: "s", username: "u", date: "d", version: "5.3" };

function message(overrides: Partial<Message> = {}): Message {
  return { identities: [], header, parentHeader: {}, metadata: {}, content: {}, buffers: [], ...overrides };
}

const frame = fc.uint8Array().filter((bytes) => Buffer.from(bytes).toString() !== "<IDS|MSG>");
const messages = fc.record({
  identities: fc.array(frame),
  header: fc.constant(header),
  parentHeader: fc.constantFrom({}, header),
  metadata: fc.dictionary(fc.string(), fc.jsonValue()),
  content: fc.dictionary(fc.string(), fc.jsonValue()),
  buffers: fc.array(fc.uint8Array()),
});

describe("encodeMessage, decodeMessage", () => {
  it("encodeMessage signs as Jupyter's own client does", () => {
    // jupyter_client 7.4.9: Session(key=b"key").sign([b'{"a":1}', b"{}", b"{}", b"{}"])
    const [delimiter, signature] = encodeMessage(message({ header: { a: 1 } as never }), "key").map(String);
    expect(delimiter).toBe("<IDS|MSG>");
    expect(signature).toBe("f1128388193e4dd1aa760827bd756a1b40b627676b5efe22c0e8297919bfa218");
  });

  it("decodeMessage gives back what was encoded", () => {
    fc.assert(
      fc.property(messages, fc.string(), (original, key) => {
        const decoded = decodeMessage(encodeMessage(original, key), key);
        expect(decoded.identities.map(Buffer.from)).toEqual(original.identities.map(Buffer.from));
        expect(decoded.buffers.map(Buffer.from)).toEqual(original.buffers.map(Buffer.from));
        expect(JSON.stringify(decoded.content)).toBe(JSON.stringify(original.content));
        expect(decoded.parentHeader).toEqual(original.parentHeader);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it("decodeMessage refuses any signed part that was changed", () => {
    const frames = encodeMessage(message({ identities: [Buffer.from("id")] }), "key");
    for (const index of [2, 3, 4, 5, 6]) {
      const changed = frames.with(index, Buffer.concat([frames[index]!, Buffer.from(" ")]));
      expect(() => decodeMessage(changed, "key")).toThrow("wrong signature");
    }
  });

  it("decodeMessage refuses another key and no signature, but needs none without a key", () => {
    const unsigned = encodeMessage(message(), "");
    expect(() => decodeMessage(unsigned, "key")).toThrow("wrong signature");
    expect(() => decodeMessage(encodeMessage(message(), "other"), "key")).toThrow("wrong signature");
    expect(decodeMessage(unsigned, "").header).toEqual(header);
  });

  it("decodeMessage parses nothing before the signature is right", () => {
    const frames = encodeMessage(message(), "key").with(2, Buffer.from("{not JSON"));
    expect(() => decodeMessage(frames, "key")).toThrow("wrong signature");
  });

  it("decodeMessage refuses what is no message", () => {
    expect(() => decodeMessage([], "")).toThrow("delimiter");
    expect(() => decodeMessage([Buffer.from("id")], "")).toThrow("delimiter");
    expect(() => decodeMessage([Buffer.from("<IDS|MSG>"), Buffer.from("")], "")).toThrow("needs 5");
    const parts = ["<IDS|MSG>", "", "{}", "{}", "{}"].map((part) => Buffer.from(part));
    expect(() => decodeMessage([...parts, Buffer.from("{")], "")).toThrow("not JSON");
    expect(() => decodeMessage([...parts, Buffer.from("[]")], "")).toThrow("not a JSON object");
  });
});
