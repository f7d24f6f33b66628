import { describe, expect, it } from "vitest";
import { MessageGate } from "../../../../src/jupyter/kernel/server/message-gate.js";
import { encodeMessage } from "../../../../src/jupyter/wire.js";
import { request } from "../fake-engine.js";

describe("MessageGate", () => {
  it("lets a signed message in, once", () => {
    const gate = new MessageGate("key");
    const frames = encodeMessage(request("kernel_info_request"), "key");
    expect(gate.accept(frames).header.msg_type).toBe("kernel_info_request");
    expect(() => gate.accept(frames)).toThrow("came before");
    expect(() => gate.accept([Buffer.from("other client"), ...frames])).toThrow("came before");
  });

  it("refuses a wrong signature, and too many frames", () => {
    const gate = new MessageGate("key");
    expect(() => gate.accept(encodeMessage(request("x"), "other"))).toThrow("wrong signature");
    const frames = encodeMessage({ ...request("x"), buffers: Array(2000).fill(Buffer.of(1)) }, "key");
    expect(() => gate.accept(frames)).toThrow("frames");
  });

  it("refuses a header to which nobody could answer", () => {
    const gate = new MessageGate("key");
    for (const header of [{}, { msg_id: 1, msg_type: "a", session: "b" }, { msg_id: "1", session: "b" }]) {
      const frames = encodeMessage({ ...request("x"), header: header as never }, "key");
      expect(() => gate.accept(frames)).toThrow("lacks msg_id");
    }
  });

  it("takes everything without a key, as the protocol says", () => {
    const gate = new MessageGate("");
    const frames = encodeMessage(request("x"), "");
    expect(gate.accept(frames).header.msg_type).toBe("x");
    expect(gate.accept(frames).header.msg_type).toBe("x");
  });
});
