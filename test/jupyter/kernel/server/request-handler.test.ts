import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { createFakeKernel, request } from "../fake-engine.js";

/** Sends requests to a fake kernel, waits until all are answered, and lists what came: "channel type summary". */
async function exchange(
  kernel: ReturnType<typeof createFakeKernel>,
  ...requests: readonly ReturnType<typeof request>[]
): Promise<string[]> {
  const { handler, sent } = kernel;
  sent.length = 0;
  for (const one of requests) handler.receive("shell", one);
  for (let i = 0; i < 200 && sent.filter(isIdle).length < requests.length; i++) await sleep(5);
  return sent.map(({ channel, message: { header, content } }) => {
    const { execution_state, status, execution_count, text, data } = content as Published;
    const summary = [execution_state, status, execution_count, text, data?.["text/plain"]];
    return [channel, header.msg_type, ...summary.filter((part) => part !== undefined)].join(" ");
  });
}

interface Published {
  readonly execution_state?: string;
  readonly status?: string;
  readonly execution_count?: number;
  readonly text?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

function isIdle({ message }: { message: { content: Readonly<Record<string, unknown>> } }): boolean {
  return message.content.execution_state === "idle";
}

const execute = (code: string, options: Readonly<Record<string, unknown>> = {}) =>
  request("execute_request", { code, ...options });

describe("RequestHandler", () => {
  it("is busy while it works on a request, and answers to who asked", async () => {
    const kernel = createFakeKernel();
    const asked = request("kernel_info_request");
    expect(await exchange(kernel, asked)).toEqual([
      "iopub status busy",
      "shell kernel_info_reply",
      "iopub status idle",
    ]);
    for (const { message } of kernel.sent) expect(message.parentHeader).toEqual(asked.header);
    expect(kernel.sent[1]?.message).toMatchObject({
      identities: asked.identities,
      content: { implementation: "fake" },
    });
    const ids = new Set(kernel.sent.map(({ message }) => message.header.msg_id));
    expect(ids.size).toBe(3);
  });

  it("publishes input, outputs and result of a cell in order", async () => {
    const kernel = createFakeKernel();
    kernel.engine.during = ({ parent }) => {
      for (const text of ["a", "b"])
        kernel.handler.output(parent, { type: "stream", content: { name: "stdout", text } });
      kernel.handler.output(parent, { type: "stream", content: { name: "stderr", text: "c" } });
      kernel.handler.output(parent, { type: "display_data", content: { data: { "text/plain": "d" } } });
    };
    expect(await exchange(kernel, execute("1"))).toEqual([
      "iopub status busy",
      "iopub execute_input 1",
      "iopub stream ab",
      "iopub stream c",
      "iopub display_data d",
      "iopub execute_result 1 1",
      "shell execute_reply ok 1",
      "iopub status idle",
    ]);
  });

  it("sends late outputs in the name of their cell", async () => {
    const kernel = createFakeKernel();
    const first = execute("1");
    await exchange(kernel, first);
    await exchange(kernel, execute("2"));
    kernel.handler.output(first.header, { type: "stream", content: { name: "stdout", text: "late" } });
    kernel.handler.flush();
    expect(kernel.sent.at(-1)?.message).toMatchObject({
      parentHeader: first.header,
      content: { text: "late" },
    });
  });

  it("counts cells, but not silent, unrecorded and empty ones", async () => {
    const kernel = createFakeKernel();
    expect((await exchange(kernel, execute("a"))).at(-2)).toBe("shell execute_reply ok 1");
    expect(await exchange(kernel, execute("b", { silent: true }))).toEqual([
      "iopub status busy",
      "shell execute_reply ok 1",
      "iopub status idle",
    ]);
    expect(await exchange(kernel, execute("c", { store_history: false }))).toContain(
      "iopub execute_result 1 c",
    );
    expect((await exchange(kernel, execute(" \n"))).at(-2)).toBe("shell execute_reply ok 1");
    expect((await exchange(kernel, execute("d"))).at(-2)).toBe("shell execute_reply ok 2");
    expect(kernel.engine.executed.map(({ label }) => label)).toEqual(["1", "1+1", "1+2", "1+3", "2"]);
  });

  it("aborts the cells that wait behind one that fails, and nothing else", async () => {
    const kernel = createFakeKernel();
    expect(
      (
        await exchange(
          kernel,
          execute("a"),
          execute("fail"),
          execute("b"),
          request("kernel_info_request"),
          execute("c"),
        )
      ).filter((line) => line.startsWith("shell")),
    ).toEqual([
      "shell execute_reply ok 1",
      "shell execute_reply error 2",
      "shell execute_reply aborted 2",
      "shell kernel_info_reply",
      "shell execute_reply aborted 2",
    ]);
    expect((await exchange(kernel, execute("d"))).at(-2)).toBe("shell execute_reply ok 3");
    const lenient = await exchange(kernel, execute("fail", { stop_on_error: false }), execute("e"));
    expect(lenient.filter((line) => line.startsWith("shell"))).toEqual([
      "shell execute_reply error 4",
      "shell execute_reply ok 5",
    ]);
  });

  it("publishes an error once, with name, message and traceback", async () => {
    const kernel = createFakeKernel();
    await exchange(kernel, execute("fail"));
    const errors = kernel.sent.filter(({ message }) => message.header.msg_type === "error");
    expect(errors.map(({ message }) => message.content)).toEqual([
      { ename: "E", evalue: "v", traceback: ["E: v"] },
    ]);
    const reply = kernel.sent.find(({ channel }) => channel === "shell");
    expect(reply?.message.content).toMatchObject({ ename: "E", position: { line: 1, column: 2 } });
  });

  it("answers user expressions with bundles", async () => {
    const kernel = createFakeKernel();
    await exchange(kernel, execute("1", { user_expressions: { x: "a", y: 7 } }));
    const reply = kernel.sent.find(({ channel }) => channel === "shell");
    expect(reply?.message.content).toMatchObject({
      payload: [],
      user_expressions: { x: { status: "ok", data: { "text/plain": "a" }, metadata: {} } },
    });
  });

  it("counts cursors in characters", async () => {
    const kernel = createFakeKernel();
    await exchange(kernel, request("complete_request", { code: "😀ab", cursor_pos: 2 }));
    expect(kernel.sent[1]?.message.content).toMatchObject({
      status: "ok",
      matches: ["😀a"],
      cursor_start: 0,
      cursor_end: 2,
      metadata: { _jupyter_types_experimental: [{ text: "😀a", type: "word", start: 0, end: 2 }] },
    });
    await exchange(kernel, request("inspect_request", { code: "😀ab", cursor_pos: 1, detail_level: 0 }));
    expect(kernel.sent[1]?.message.content).toEqual({
      status: "ok",
      found: true,
      data: { "text/plain": "😀" },
      metadata: {},
    });
  });

  it("answers is_complete, history, comm_info", async () => {
    const kernel = createFakeKernel();
    await exchange(kernel, execute("one"), execute("two"));
    const reply = async (type: string, content: Readonly<Record<string, unknown>>) => {
      await exchange(kernel, request(type, content));
      return kernel.sent[1]?.message.content;
    };
    expect(await reply("is_complete_request", { code: "{" })).toEqual({ status: "incomplete", indent: "  " });
    expect(await reply("is_complete_request", { code: "" })).toEqual({ status: "complete" });
    expect(await reply("history_request", { hist_access_type: "tail", n: 1, output: true })).toEqual({
      status: "ok",
      history: [[1, 2, ["two", "two"]]],
    });
    expect(await reply("comm_info_request", {})).toEqual({ status: "ok", comms: {} });
  });

  it("answers the control channel while a cell runs", async () => {
    const kernel = createFakeKernel();
    let end = () => {};
    kernel.engine.during = () =>
      new Promise<void>((resolve) => {
        end = resolve;
      });
    kernel.handler.receive("shell", execute("long"));
    await sleep(1);
    kernel.handler.receive("control", request("interrupt_request"));
    kernel.handler.receive("control", execute("by control"));
    kernel.handler.receive("control", request("kernel_info_request"));
    kernel.handler.receive("control", request("history_request", { hist_access_type: "tail", n: 1 }));
    await sleep(5);
    expect(kernel.engine.executed.map(({ code }) => code)).toEqual(["long"]);
    const control = () => kernel.sent.filter(({ channel }) => channel === "control");
    expect(control().map(({ message }) => message.header.msg_type)).toEqual([
      "interrupt_reply",
      "kernel_info_reply",
      "history_reply",
    ]);
    expect(kernel.engine.interrupts).toBe(1);
    kernel.engine.during = () => {};
    end();
    await sleep(5);
    expect(control().at(-1)?.message).toMatchObject({
      header: { msg_type: "execute_reply" },
      content: { status: "ok", execution_count: 2 },
    });
    kernel.handler.receive("control", request("shutdown_request", { restart: true }));
    await sleep(5);
    expect(control().at(-1)?.message.content).toEqual({ status: "ok", restart: true });
    expect(kernel.shutdowns).toEqual([true]);
  });

  it("asks the front end that runs the cell", async () => {
    const kernel = createFakeKernel();
    kernel.engine.during = ({ parent }) => kernel.handler.ask(parent, { prompt: "?", password: false });
    const cell = execute("ask", { allow_stdin: true });
    await exchange(kernel, cell);
    const asked = kernel.sent.find(({ channel }) => channel === "stdin");
    expect(asked?.message).toMatchObject({
      identities: cell.identities,
      parentHeader: cell.header,
      header: { msg_type: "input_request" },
    });
  });

  it("survives requests without sense, and an engine that throws", async () => {
    const kernel = createFakeKernel();
    const odd = [
      request("execute_request", { code: 1, user_expressions: [], silent: "no" }),
      request("complete_request"),
      request("complete_request", { code: "ab", cursor_pos: -7 }),
      request("complete_request", { code: "ab", cursor_pos: 1e9 }),
      request("history_request", { hist_access_type: 7, n: "many" }),
      request("inspect_request", { code: "crash" }),
      request("no_such_request"),
      request("__proto__"),
      request("toString"),
    ];
    const lines = await exchange(kernel, ...odd);
    expect(lines.filter((line) => line === "iopub status idle").length).toBe(odd.length);
    expect(lines).toContain("shell inspect_reply error");
    expect(lines.filter((line) => line.startsWith("shell")).length).toBe(6);
  });
});
