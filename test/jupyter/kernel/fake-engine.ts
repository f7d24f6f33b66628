import type { CellOutcome, CellRequest, Engine } from "../../../src/jupyter/kernel/engine.js";
import type { RequestHandlerOptions } from "../../../src/jupyter/kernel/server/request-handler.js";
import { RequestHandler } from "../../../src/jupyter/kernel/server/request-handler.js";
import type { Message } from "../../../src/jupyter/wire.js";

/** An engine that runs no code: "fail" fails, "nothing" has no result, anything else is its own result. */
export class FakeEngine implements Engine {
  readonly executed: CellRequest[] = [];
  interrupts = 0;
  /** Runs while a cell does. */
  during: (request: CellRequest) => Promise<void> | void = () => {};

  async execute(request: CellRequest): Promise<CellOutcome> {
    this.executed.push(request);
    await this.during(request);
    if (request.code === "fail") {
      return {
        status: "error",
        ename: "E",
        evalue: "v",
        traceback: ["E: v"],
        position: { line: 1, column: 2 },
      };
    }
    const result = request.code === "nothing" || request.silent ? null : { "text/plain": request.code };
    const values = Object.entries(request.expressions).map(([name, code]) => {
      return [name, { status: "ok" as const, data: { "text/plain": code } }] as const;
    });
    return { status: "ok", result, expressions: Object.fromEntries(values), pages: [] };
  }

  async complete(
    code: string,
    offset: number,
  ): Promise<{ matches: string[]; start: number; end: number; kinds: string[] }> {
    return { matches: [code.slice(0, offset)], start: 0, end: offset, kinds: ["word"] };
  }

  async inspect(code: string, offset: number): Promise<{ "text/plain": string } | null> {
    if (code === "crash") throw new RangeError("in the engine");
    return code === "" ? null : { "text/plain": code.slice(0, offset) };
  }

  async isComplete(code: string): Promise<{ status: "complete" | "incomplete"; indent: string }> {
    return code.endsWith("{") ? { status: "incomplete", indent: "  " } : { status: "complete", indent: "" };
  }

  interrupt(): void {
    this.interrupts += 1;
  }
}

/** A handler on a fake engine, and what it sends. */
export function createFakeKernel(options: Partial<RequestHandlerOptions> = {}) {
  const engine = new FakeEngine();
  const sent: { readonly channel: string; readonly message: Message }[] = [];
  const shutdowns: boolean[] = [];
  const handler: RequestHandler = new RequestHandler({
    engine,
    info: { implementation: "fake" },
    send: (channel, message) => sent.push({ channel, message }),
    onShutdown: (restart) => shutdowns.push(restart),
    ...options,
  });
  return { engine, handler, sent, shutdowns };
}

let count = 0;

/** A request as it comes from a front end. */
export function request(type: string, content: Readonly<Record<string, unknown>> = {}): Message {
  count += 1;
  return {
    identities: [Buffer.from("client")],
    header: {
      msg_id: String(count),
      msg_type: type,
      session: "front end",
      username: "u",
      date: new Date(0).toISOString(),
      version: "5.3",
    },
    parentHeader: {},
    metadata: {},
    content,
    buffers: [],
  };
}
