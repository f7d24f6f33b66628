import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { startKernel } from "../../src/jupyter/client.js";
import type { Kernel } from "../../src/jupyter/kernel.js";
import type { Kernelspec } from "../../src/jupyter/kernelspec.js";
import type { Message } from "../../src/jupyter/wire.js";
import { fakeKernelspec } from "../support/fake-kernelspec.js";
import { leaveNoTraces } from "../support/kernel-traces.js";

const folder = leaveNoTraces();
const started: Kernel[] = [];
afterEach(() => Promise.all(started.splice(0).map((kernel) => kernel.shutdown())));

async function start(kernelspec: Kernelspec = fakeKernelspec()): Promise<Kernel> {
  const kernel = await startKernel(kernelspec, { timeoutSeconds: 10, patienceSeconds: 0.3 });
  started.push(kernel);
  return kernel;
}

function steps(...list: object[]): string {
  return JSON.stringify(list);
}

function textsOf(messages: readonly Message[]): unknown[] {
  return messages.map(({ content }) => content.text);
}

const print = (text: string) => ({ publish: "stream", content: { name: "stdout", text } });

describe("startKernel", () => {
  it("startKernel substitutes the kernelspec's placeholders and variables, and sets the folder", async () => {
    process.env.RECORD_FOLDER = folder();
    const env = { FAKE_KERNEL_RECORD: "$" + "{RECORD_FOLDER}/record.json" };
    started.push(await startKernel(fakeKernelspec([], { env }), { cwd: folder() }));
    const { cwd, connectionFile } = JSON.parse(readFileSync(join(folder(), "record.json"), "utf8"));
    expect(cwd).toBe(folder());
    expect(existsSync(connectionFile)).toBe(true);
  });

  it("startKernel says what a kernel said that ended at once", async () => {
    const kernelspec = fakeKernelspec([], {
      argv: [process.execPath, "-e", "console.error('no luck'); process.exit(7)"],
    });
    await expect(startKernel(kernelspec)).rejects.toThrow(
      /did not start: it exited with code 7[\s\S]*no luck/,
    );
  });

  it("startKernel says that a command cannot be run", async () => {
    const kernelspec = fakeKernelspec([], { argv: ["no-such-command-here"] });
    await expect(startKernel(kernelspec)).rejects.toThrow(/could not be run: .*no-such-command-here/);
  });

  it("startKernel tries three times when the ports are taken", async () => {
    await expect(startKernel(fakeKernelspec(["--taken"]))).rejects.toThrow("EADDRINUSE");
  });

  it("startKernel asks again where a kernel loses the first requests", async () => {
    await start(fakeKernelspec(["--lose-first"]));
  });

  it("startKernel gives up on a kernel that never answers", async () => {
    await expect(startKernel(fakeKernelspec(["--mute"]), { timeoutSeconds: 0.5 })).rejects.toMatchObject({
      problem: "start",
      message: expect.stringContaining("did not answer within 0.5 s"),
    });
  });

  it("startKernel stops when its signal aborts", async () => {
    const reason = new Error("stop");
    await expect(startKernel(fakeKernelspec(), { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), 100);
    await expect(startKernel(fakeKernelspec(["--mute"]), { signal: controller.signal })).rejects.toBe(reason);
  });
});

describe("execute", () => {
  it("execute hands over the outputs in order, until both the reply and idle are there", async () => {
    const kernel = await start();
    const messages: Message[] = [];
    const code = steps(print("a"), { sleep: 20 }, print("b"), {
      publish: "clear_output",
      content: { wait: true },
    });
    const reply = await kernel.execute(code, { onOutput: (message) => messages.push(message) });
    expect(reply).toEqual({ status: "ok", ename: null, evalue: null, position: null });
    expect(messages.map(({ header }) => header.msg_type)).toEqual(["stream", "stream", "clear_output"]);
    expect(textsOf(messages)).toEqual(["a", "b", undefined]);
  });

  it("execute reports the error that the reply names, and asks again while the kernel is still aborting after it", async () => {
    const kernel = await start();
    expect(await kernel.execute(steps({ status: "error", ename: "E", evalue: "v" }))).toEqual({
      status: "error",
      ename: "E",
      evalue: "v",
      position: null,
    });
    expect(await kernel.execute(steps({ refuse: 2 }))).toMatchObject({ status: "ok" });
  });

  it("execute drops messages with a wrong signature and tells of them", async () => {
    const kernel = await start();
    const messages: Message[] = [];
    const forged = { forge: "stream", content: { name: "stdout", text: "forged" } };
    await kernel.execute(steps(forged, print("true")), { onOutput: (message) => messages.push(message) });
    expect(textsOf(messages)).toEqual(["true"]);
    await expect(kernel.execute(steps({ wait: true }), { timeoutSeconds: 0.1 })).rejects.toThrow(
      "1 of its messages had a wrong signature",
    );
  });

  it("execute tells how the kernel died, with its last words, and keeps what it had printed", async () => {
    const kernel = await start();
    const messages: Message[] = [];
    const code = steps(print("before"), { exit: 3, stderr: "out of memory\n" });
    await expect(
      kernel.execute(code, { onOutput: (message) => messages.push(message) }),
    ).rejects.toMatchObject({
      problem: "died",
      message: expect.stringMatching(/exited with code 3\nIts last words:\n {2}out of memory/),
    });
    expect(textsOf(messages)).toEqual(["before"]);
    await expect(kernel.execute(steps())).rejects.toMatchObject({ problem: "died" });
  });

  it("execute says when outputs were lost", async () => {
    const kernel = await start();
    await expect(kernel.execute(steps({ silent: true }))).rejects.toMatchObject({ problem: "output-lost" });
  });

  it("execute interrupts what takes too long, by signal", async () => {
    const kernel = await start();
    await expect(kernel.execute(steps({ wait: true }), { timeoutSeconds: 0.2 })).rejects.toMatchObject({
      problem: "timeout",
      message: "took longer than 0.2 s and was interrupted",
    });
    expect(await kernel.execute(steps())).toMatchObject({ status: "ok" });
  });

  it("execute interrupts by message where the kernelspec says so", async () => {
    const kernel = await start(fakeKernelspec(["--ignore-interrupt"], { interruptMode: "message" }));
    await expect(kernel.execute(steps({ wait: true }), { timeoutSeconds: 0.2 })).rejects.toMatchObject({
      problem: "timeout",
    });
    expect(await kernel.execute(steps())).toMatchObject({ status: "ok" });
  });

  it("execute says that a kernel hangs and ignores the interrupt", async () => {
    const kernel = await start(fakeKernelspec(["--ignore-interrupt"]));
    await expect(kernel.execute(steps({ hang: true }), { timeoutSeconds: 0.2 })).rejects.toThrow(
      "the kernel was busy computing; it did not react to the interrupt",
    );
  });

  it("execute rejects with the signal's reason and leaves the kernel usable", async () => {
    const kernel = await start();
    const controller = new AbortController();
    const reason = new Error("stop");
    const running = kernel.execute(steps({ wait: true }), { signal: controller.signal });
    setTimeout(() => controller.abort(reason), 100);
    await expect(running).rejects.toBe(reason);
    expect(await kernel.execute(steps())).toMatchObject({ status: "ok" });
    await expect(kernel.execute(steps(), { signal: controller.signal })).rejects.toBe(reason);
  });
});

describe("shutdown", () => {
  it("shutdown may be called twice, and on a dead kernel", async () => {
    const kernel = await start();
    await kernel.execute(steps({ exit: 0 })).catch(() => {});
    await kernel.shutdown();
    await kernel.shutdown();
  });

  it("shutdown kills a kernel that ignores all requests", async () => {
    const kernel = await start(fakeKernelspec(["--ignore-shutdown", "--ignore-term", "--ignore-interrupt"]));
    await kernel.shutdown();
  });

  it("shutdown also ends what the kernel's cells had started", async () => {
    const kernel = await start();
    const messages: Message[] = [];
    await kernel.execute(steps({ spawn: true }), { onOutput: (message) => messages.push(message) });
    const child = Number(textsOf(messages)[0]);
    expect(isRunning(child)).toBe(true);
    await kernel.shutdown();
    await sleep(50);
    expect(isRunning(child)).toBe(false);
  });
});

function isRunning(pid: number): boolean {
  try {
    // A zombie that nobody has waited for yet is not running.
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}
