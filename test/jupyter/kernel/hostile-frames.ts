import { randomUUID } from "node:crypto";
import { encodeMessage } from "../../../src/jupyter/wire.js";
import { stream } from "../../../src/random/stream.js";
import { request } from "./fake-engine.js";

const channels = ["shell", "control", "stdin"] as const;

/** Frames that no kernel may act on, and the channel to which they go. */
export interface HostileFrames {
  (): { readonly channel: (typeof channels)[number]; readonly frames: Uint8Array[] };
  /** A message that is good once, and among the others over and over. */
  readonly known: Uint8Array[];
}

/**
 * A source of messages that are broken, cut, forged, repeated, of too many frames or long; the same ones in each run
 * but for their ids. What they ask for, if anything, would end the kernel.
 */
export function hostileFrames(key: string): HostileFrames {
  const random = stream(1, "kernel fuzz");
  const pick = (n: number) => random.below(n);
  const bytes = (n: number) => Buffer.from(Array.from({ length: n }, () => pick(256)));
  const execute = () => ({
    ...request("execute_request", { code: "process.exit(1)" }),
    identities: [],
    header: { ...request("execute_request").header, msg_id: randomUUID() },
  });
  const known = encodeMessage({ ...request("kernel_info_request"), identities: [] }, key);
  const forged = () => encodeMessage(execute(), pick(2) === 0 ? "" : "another key");
  const breakers: (() => Uint8Array[])[] = [
    forged,
    () => forged().slice(0, 1 + pick(6)),
    () => encodeMessage(execute(), key).with(3 + pick(3), bytes(pick(50))),
    () => encodeMessage(execute(), key).map((frame) => frame.slice(0, pick(frame.length))),
    () => Array.from({ length: 1 + pick(20) }, () => bytes(pick(100))),
    () => [Buffer.from("<IDS|MSG>"), ...Array.from({ length: pick(9) }, () => Buffer.from("{}"))],
    () => [...known],
    () => [Buffer.alloc(0), ...forged(), ...Array.from({ length: pick(30) }, () => bytes(3))],
    () => Array.from({ length: 1100 + pick(50) }, () => Buffer.of(1)),
    () => [bytes(1 + pick(100_000))],
  ];
  const next = () => {
    const channel = channels[pick(channels.length)] ?? "shell";
    // The largest kinds are rare.
    const kind = pick(1000) < 990 ? pick(8) : 8 + pick(2);
    return { channel, frames: breakers[kind]?.() ?? [] };
  };
  return Object.assign(next, { known });
}
