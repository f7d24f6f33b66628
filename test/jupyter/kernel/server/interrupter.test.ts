import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { InputRequests } from "../../../../src/jupyter/kernel/server/input-requests.js";
import { Interrupter } from "../../../../src/jupyter/kernel/server/interrupter.js";
import { RemoteEngine } from "../../../../src/jupyter/kernel/server/remote-engine.js";
import { stopMainThread } from "../../../../src/jupyter/kernel/server/stop-main-thread.js";
import type { ToMain } from "../../../../src/jupyter/kernel/thread-messages.js";
import { request } from "../fake-engine.js";

describe("Interrupter", () => {
  function create() {
    const log: string[] = [];
    let isOwnWork = false;
    const interrupter = new Interrupter({
      ask: () => log.push("ask"),
      force: async () => {
        log.push("force");
      },
      isOwnWork: () => isOwnWork,
      patience: 10,
    });
    return {
      log,
      interrupter,
      setOwnWork: (value: boolean) => {
        isOwnWork = value;
      },
    };
  }

  it("asks, and uses no force when it is answered", async () => {
    const { log, interrupter } = create();
    interrupter.interrupt();
    interrupter.answered();
    await sleep(60);
    expect(log).toEqual(["ask"]);
  });

  it("uses force when there is no answer, but not on the kernel's own work", async () => {
    const { log, interrupter, setOwnWork } = create();
    setOwnWork(true);
    interrupter.interrupt();
    await sleep(60);
    expect(log).toEqual(["ask"]);
    setOwnWork(false);
    await sleep(60);
    interrupter.answered();
    expect(log.slice(0, 2)).toEqual(["ask", "force"]);
    const before = log.length;
    await sleep(150);
    expect(log.length).toBe(before);
  });

  it("can stop a thread from another one only", async () => {
    await expect(async () => stopMainThread(() => true)).rejects.toThrow();
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
    input.cancel();
    input.cancel();
    expect(asked).toEqual([
      { prompt: "name?", password: true },
      { prompt: "", password: false },
    ]);
    expect(answers).toEqual(["me", null]);
  });
});

describe("RemoteEngine", () => {
  it("matches answers to calls", async () => {
    const posted: ToMain[] = [];
    const engine = new RemoteEngine(
      (message) => posted.push(message),
      () => {},
    );
    const first = engine.isComplete("a");
    const second = engine.inspect("b", 1, 0);
    expect(engine.isWorking).toBe(true);
    expect(posted).toMatchObject([
      { kind: "call", method: "isComplete", args: ["a"] },
      { kind: "call", method: "inspect", args: ["b", 1, 0] },
    ]);
    engine.settle({ kind: "throw", id: 2, message: "no" });
    engine.settle({ kind: "return", id: 1, value: { status: "complete", indent: "" } });
    engine.settle({ kind: "return", id: 7, value: null });
    await expect(second).rejects.toThrow("no");
    expect(await first).toEqual({ status: "complete", indent: "" });
    expect(engine.isWorking).toBe(false);
  });
});
