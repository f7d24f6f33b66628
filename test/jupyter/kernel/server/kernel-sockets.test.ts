import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Dealer, Request, Subscriber } from "zeromq";
import { createConnectionFile } from "../../../../src/jupyter/connection.js";
import type { KernelConnection } from "../../../../src/jupyter/kernel/read-connection.js";
import { KernelSockets } from "../../../../src/jupyter/kernel/server/kernel-sockets.js";
import { decodeMessage, encodeMessage } from "../../../../src/jupyter/wire.js";
import { createFakeKernel, request } from "../fake-engine.js";
import { hostileFrames } from "../hostile-frames.js";

let connection: KernelConnection;
let kernel: ReturnType<typeof createFakeKernel>;
let sockets: KernelSockets;
const rejected: string[] = [];
const clients: { close(): void }[] = [];

beforeEach(async () => {
  const file = await createConnectionFile("fake");
  file.remove();
  connection = file.connection;
  rejected.length = 0;
  kernel = createFakeKernel({ send: (channel, message) => sockets.send(channel, message) });
  sockets = await KernelSockets.open(connection);
  sockets.listen({
    onMessage: (channel, message) => {
      if (channel !== "stdin") kernel.handler.receive(channel, message);
    },
    onRejected: (_, reason) => rejected.push(reason),
  });
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await sockets.close();
});

/** ZeroMQ gives an address back some time after its socket was closed. */
function openAgain(again: KernelConnection): Promise<KernelSockets> {
  return vi.waitFor(() => KernelSockets.open(again), { timeout: 5_000 });
}

function dealer(channel: "shell" | "control" | "stdin"): Dealer {
  const socket = new Dealer({ linger: 0, sendHighWaterMark: 0, receiveTimeout: 10_000 });
  socket.connect(`tcp://127.0.0.1:${connection[`${channel}_port`]}`);
  clients.push(socket);
  return socket;
}

async function ask(socket: Dealer, type: string): Promise<string> {
  const asked = request(type);
  await socket.send(encodeMessage({ ...asked, identities: [] }, connection.key));
  for (;;) {
    const answer = decodeMessage(await socket.receive(), connection.key);
    if (answer.parentHeader.msg_id === asked.header.msg_id) return answer.header.msg_type;
  }
}

describe("KernelSockets", () => {
  it("answers signed requests, echoes heartbeats, and publishes", async () => {
    const listener = new Subscriber({ linger: 0, receiveTimeout: 10_000 });
    listener.connect(`tcp://127.0.0.1:${connection.iopub_port}`);
    listener.subscribe("status");
    clients.push(listener);
    await sleep(200);
    expect(await ask(dealer("shell"), "kernel_info_request")).toBe("kernel_info_reply");
    expect(await ask(dealer("control"), "interrupt_request")).toBe("interrupt_reply");
    const published = decodeMessage(await listener.receive(), connection.key);
    expect(published.content).toEqual({ execution_state: "busy" });
    const heart = new Request({ linger: 0, receiveTimeout: 10_000 });
    heart.connect(`tcp://127.0.0.1:${connection.hb_port}`);
    clients.push(heart);
    await heart.send(["ping", Buffer.from([0, 255])]);
    expect((await heart.receive()).map((frame) => [...frame])).toEqual([[...Buffer.from("ping")], [0, 255]]);
  });

  it("keeps what arrives before somebody listens", async () => {
    await sockets.close();
    sockets = await openAgain(connection);
    const early = dealer("shell");
    await early.send(encodeMessage({ ...request("kernel_info_request"), identities: [] }, connection.key));
    await sleep(300);
    const arrived = new Promise((resolve) => {
      sockets.listen({ onMessage: (_, { header }) => resolve(header.msg_type), onRejected: resolve });
    });
    expect(await arrived).toBe("kernel_info_request");
  });

  it("says when an address is taken, and closes the others", async () => {
    const other = await createConnectionFile("fake");
    other.remove();
    const halfTaken = KernelSockets.open({ ...other.connection, hb_port: connection.hb_port });
    await expect(halfTaken).rejects.toThrow(/in use/i);
    await (await openAgain(other.connection)).close();
  });

  it("survives 10,000 frames that are broken, forged, repeated or too many, and runs none of them", async () => {
    const nextFrames = hostileFrames(connection.key);
    const channels = { shell: dealer("shell"), control: dealer("control"), stdin: dealer("stdin") };
    await channels.shell.send(nextFrames.known);
    const before = process.memoryUsage().rss;
    for (let i = 0; i < 10_000; i++) {
      const { channel, frames } = nextFrames();
      await channels[channel].send(frames);
    }
    expect(await ask(channels.shell, "kernel_info_request")).toBe("kernel_info_reply");
    expect(await ask(channels.control, "kernel_info_request")).toBe("kernel_info_reply");
    for (let i = 0; i < 200 && rejected.length < 10_000; i++) await sleep(20);
    expect(rejected.length).toBe(10_000);
    expect(new Set(rejected.map((reason) => reason.replace(/\d+/g, "N"))).size).toBeGreaterThanOrEqual(4);
    expect(kernel.engine.executed).toEqual([]);
    expect(process.memoryUsage().rss - before).toBeLessThan(200e6);
  });
});
