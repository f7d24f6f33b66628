import { tmpdir } from "node:os";
import { expect, it } from "vitest";
import { Dealer } from "zeromq";
import { Channels } from "../../../src/jupyter/channels.js";
import { createConnectionFile } from "../../../src/jupyter/connection.js";
import { Kernel } from "../../../src/jupyter/kernel.js";
import { KernelProcess } from "../../../src/jupyter/kernel-process.js";
import { noisefloorKernelspec } from "../../../src/jupyter/noisefloor-kernelspec.js";
import { hostileFrames } from "./hostile-frames.js";
import { runCode } from "./running-kernel.js";

const channelNames = ["shell", "control", "stdin"] as const;
const patience = 3_000;

it("a running kernel survives 10,000 hostile messages, runs none, says why, and keeps its memory", async () => {
  const { connection, path, remove } = await createConnectionFile("noisefloor");
  const child = new KernelProcess(noisefloorKernelspec(), path, tmpdir(), remove);
  const kernel = new Kernel(noisefloorKernelspec(), child, await Channels.open(connection), patience);
  const attackers = new Map(
    channelNames.map((name) => {
      const socket = new Dealer({ linger: 0, sendHighWaterMark: 0 });
      socket.connect(`tcp://127.0.0.1:${connection[`${name}_port`]}`);
      return [name, socket] as const;
    }),
  );
  try {
    await kernel.ready(60);
    const memory = async () => {
      const { outputs } = await runCode(kernel, "process.memoryUsage().rss");
      return Number((outputs[0]?.content.data as Record<string, string> | undefined)?.["text/plain"]);
    };
    await runCode(kernel, "let alive = 1;");
    const before = await memory();
    const nextFrames = hostileFrames(connection.key);
    for (let i = 0; i < 10_000; i++) {
      const { channel, frames } = nextFrames();
      await attackers.get(channel)?.send(frames);
      // A client works at the same time.
      if (i % 2_000 === 0) expect((await runCode(kernel, "alive += 1;")).reply.status).toBe("ok");
    }
    const { outputs } = await runCode(kernel, "alive");
    expect(outputs[0]?.content.data).toMatchObject({ "text/plain": "6" });
    expect((await memory()) - before).toBeLessThan(60e6);
    expect(child.lastWords).toMatch(/dropped a message .*; 8192 dropped so far$/);
  } finally {
    for (const socket of attackers.values()) socket.close();
    await kernel.shutdown();
  }
});
