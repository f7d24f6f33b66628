import { execFile } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { Script } from "node:vm";
import { describe, expect, it } from "vitest";
import type { CellRequest } from "../../../../src/jupyter/kernel/engine.js";
import { InterruptFlags } from "../../../../src/jupyter/kernel/interrupt-flags.js";
import { InputRequests } from "../../../../src/jupyter/kernel/server/input-requests.js";
import { Interrupter } from "../../../../src/jupyter/kernel/server/interrupter.js";
import { RemoteEngine } from "../../../../src/jupyter/kernel/server/remote-engine.js";
import { stopMainThread } from "../../../../src/jupyter/kernel/server/stop-main-thread.js";
import type { ToMain } from "../../../../src/jupyter/kernel/thread-messages.js";
import { request } from "../fake-engine.js";

describe("Interrupter", () => {
  function create() {
    const log: string[] = [];
    const state = { isHeard: false, isOwnWork: false, isStoppable: true };
    const interrupter = new Interrupter({
      ask: () => log.push("ask"),
      isHeard: () => state.isHeard,
      isOwnWork: () => state.isOwnWork,
      force: async () => {
        log.push("force");
        return state.isStoppable;
      },
      patience: 30,
    });
    return { log, state, interrupter };
  }

  it("asks, and uses no force when it is heard", async () => {
    const { log, state, interrupter } = create();
    interrupter.interrupt();
    state.isHeard = true;
    await sleep(100);
    expect(log).toEqual(["ask"]);
  });

  it("uses force while it is not heard, but not on the kernel's own work", async () => {
    const { log, state, interrupter } = create();
    state.isOwnWork = true;
    interrupter.interrupt();
    await sleep(100);
    expect(log).toEqual(["ask"]);
    state.isOwnWork = false;
    await sleep(100);
    expect(log.slice(0, 2)).toEqual(["ask", "force"]);
    state.isHeard = true;
    await sleep(60);
    const before = log.length;
    await sleep(100);
    expect(log.length).toBe(before);
  });

  it("looks again soon where there was nothing to stop", async () => {
    const { log, state, interrupter } = create();
    state.isStoppable = false;
    interrupter.interrupt();
    await sleep(300);
    expect(log.length).toBeGreaterThan(5);
    state.isHeard = true;
  });

  it("can stop a thread from another one only", async () => {
    await expect(async () =>
      stopMainThread(
        () => true,
        () => true,
        () => {},
      ),
    ).rejects.toThrow();
  });

  it("gives up the stop of a thread that runs nothing once it is not wanted any more", async () => {
    const built = pathToFileURL("dist/jupyter/kernel/server/stop-main-thread.js").href;
    // The worker takes over that texts are modules; as the server's thread it has something that keeps it alive.
    const worker = `
      import { parentPort } from "node:worker_threads";
      import { stopMainThread } from ${JSON.stringify(built)};
      parentPort.on("message", () => {});
      const latest = Date.now() + 200;
      parentPort.postMessage(await stopMainThread(() => false, () => Date.now() < latest, () => {}));`;
    const program = `
      import { Worker } from "node:worker_threads";
      const worker = new Worker(${JSON.stringify(worker)}, { eval: true });
      worker.on("message", (isStopped) => { console.log(isStopped); worker.terminate(); });`;
    const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", program], {
      timeout: 20_000,
    });
    expect(stdout).toBe("false\n");
  });
});

describe("InputRequests", () => {
  it("passes one answer to whoever waits, and null when that is cancelled", () => {
    const answers: (string | null)[] = [];
    const asked: unknown[] = [];
    const input = new InputRequests(
      (_, content) => asked.push(content),
      (value) => answers.push(value),
    );
    input.receive(request("input_reply", { value: "nobody asked" }));
    input.ask({}, "name?", true);
    input.receive(request("other", { value: "x" }));
    input.receive(request("input_reply", { value: "me" }));
    input.receive(request("input_reply", { value: "again" }));
    input.ask({}, "", false);
    expect(input.cancel()).toBe(true);
    expect(input.cancel()).toBe(false);
    expect(asked).toEqual([
      { prompt: "name?", password: true },
      { prompt: "", password: false },
    ]);
    expect(answers).toEqual(["me", null]);
  });
});

describe("RemoteEngine", () => {
  function create() {
    const posted: ToMain[] = [];
    const heard: string[] = [];
    const engine = new RemoteEngine((message) => posted.push(message), {
      onInterrupt: () => heard.push("interrupt"),
      onEnd: () => heard.push("end"),
    });
    return { posted, heard, engine };
  }

  it("matches answers to calls", async () => {
    const { posted, engine } = create();
    const first = engine.isComplete("a");
    const second = engine.inspect("b", 1, 0);
    expect(posted).toMatchObject([
      { kind: "call", method: "isComplete", args: ["a"] },
      { kind: "call", method: "inspect", args: ["b", 1, 0] },
    ]);
    engine.settle({ kind: "throw", id: 2, message: "no" });
    engine.settle({ kind: "return", id: 1, value: { status: "complete", indent: "" } });
    engine.settle({ kind: "return", id: 7, value: null });
    await expect(second).rejects.toThrow("no");
    expect(await first).toEqual({ status: "complete", indent: "" });
  });

  it("interrupts a cell from when it was asked for until it has ended, and nothing else", async () => {
    const { heard, engine } = create();
    const completing = engine.isComplete("a");
    engine.interrupt();
    engine.settle({ kind: "return", id: 1, value: { status: "complete", indent: "" } });
    await completing;
    expect(heard).toEqual([]);
    const running = engine.execute({} as CellRequest);
    engine.interrupt();
    engine.settle({ kind: "throw", id: 2, message: "stopped" });
    await expect(running).rejects.toThrow("stopped");
    engine.interrupt();
    expect(heard).toEqual(["interrupt", "end"]);
  });
});

describe("InterruptFlags", () => {
  it("tells a stretch that begins after the interrupt, once", () => {
    const flags = new InterruptFlags();
    flags.ask();
    expect(flags.willSignal()).toBe(false);
    expect(() => flags.enter()).toThrow("the cell was interrupted");
    flags.leave();
    expect(flags.isUnheard).toBe(true);
    expect(flags.hear()).toBe(false);
    expect(flags.isUnheard).toBe(false);
    flags.enter();
    flags.leave();
  });

  it("tells a cell that waits, but none that comes later", () => {
    const flags = new InterruptFlags();
    flags.ask();
    expect(flags.hear()).toBe(true);
    flags.ask();
    flags.withdraw();
    expect(flags.hear()).toBe(false);
  });

  it("lets a stretch be signalled once, and end only by that", () => {
    const flags = new InterruptFlags();
    flags.enter();
    flags.ask();
    expect(flags.willSignal()).toBe(true);
    expect(flags.willSignal()).toBe(false);
    const leave = () =>
      new Script("leave()").runInNewContext({ leave: () => flags.leave() }, { timeout: 50 });
    expect(leave).toThrow("timed out");
    flags.stopped();
    expect(flags.willSignal()).toBe(false);
    flags.enter();
    flags.leave();
  });
});
