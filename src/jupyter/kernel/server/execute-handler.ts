import { setTimeout as sleep } from "node:timers/promises";
import type { CellOutcome, Engine, ExpressionOutcome, Parent } from "../engine.js";
import type { History } from "./history.js";

type Content = Readonly<Record<string, unknown>>;

export interface ExecuteHandlerOptions {
  readonly engine: Engine;
  readonly history: History;
  readonly publish: (type: string, parent: Parent, content: Content) => void;
  /** Lets the execute requests that wait be answered without being run. */
  readonly abortQueued: () => void;
}

/** How long requests that were sent before a failure was known may still arrive and be aborted with the others. */
const drainMilliseconds = 10;

/** Answers execute requests: counts them, runs them, and publishes what comes of them. */
export class ExecuteHandler {
  readonly #options: ExecuteHandlerOptions;
  #count = 0;

  constructor(options: ExecuteHandlerOptions) {
    this.#options = options;
  }

  /** Runs a cell; the reply's content. */
  async execute(request: Content, parent: Parent): Promise<Content> {
    const { code, silent, storeHistory, stopOnError, allowStdin, expressions } = readRequest(request);
    const { engine, history, publish, abortQueued } = this.#options;
    const isCounted = storeHistory && code.trim() !== "";
    if (isCounted) this.#count += 1;
    const count = this.#count;
    if (isCounted) history.add(count, code);
    if (!silent) publish("execute_input", parent, { code, execution_count: count });
    const outcome = await engine.execute({
      code,
      // What is not counted must not pass for the cell that has this number.
      label: isCounted ? String(count) : `${count}+${this.#uncounted()}`,
      parent,
      silent,
      allowStdin,
      expressions,
    });
    if (outcome.status === "error") {
      const { ename, evalue, traceback } = outcome;
      if (!silent) publish("error", parent, { ename, evalue, traceback });
      if (stopOnError) {
        await sleep(drainMilliseconds);
        abortQueued();
      }
      return { ...outcome, execution_count: count, user_expressions: {}, payload: [] };
    }
    if (outcome.result !== null && !silent) {
      publish("execute_result", parent, { execution_count: count, data: outcome.result, metadata: {} });
      if (isCounted) history.setOutput(String(outcome.result["text/plain"] ?? ""));
    }
    return okReply(outcome, count);
  }

  /** The reply's content for a cell that was not run, since one before it failed. */
  aborted(): Content {
    return { status: "aborted", execution_count: this.#count };
  }

  #uncountedCells = 0;

  #uncounted(): number {
    this.#uncountedCells += 1;
    return this.#uncountedCells;
  }
}

function okReply(outcome: CellOutcome & { readonly status: "ok" }, count: number): Content {
  const expressions = Object.entries(outcome.expressions).map(([name, value]) => [
    name,
    expressionReply(value),
  ]);
  return {
    status: "ok",
    execution_count: count,
    user_expressions: Object.fromEntries(expressions),
    payload: outcome.pages.map((data) => ({ source: "page", data, start: 0 })),
  };
}

function expressionReply(outcome: ExpressionOutcome): Content {
  if (outcome.status === "ok") return { ...outcome, metadata: {} };
  const { ename, evalue, traceback } = outcome;
  return { status: "error", ename, evalue, traceback };
}

/** A request with the protocol's defaults for what is missing or of another type. */
function readRequest({ code, silent, store_history, stop_on_error, allow_stdin, user_expressions }: Content) {
  const isSilent = silent === true;
  const expressions =
    typeof user_expressions === "object" && user_expressions !== null ? Object.entries(user_expressions) : [];
  return {
    code: typeof code === "string" ? code : "",
    silent: isSilent,
    storeHistory: !isSilent && store_history !== false,
    stopOnError: stop_on_error !== false,
    allowStdin: allow_stdin === true,
    expressions: Object.fromEntries(expressions.filter(([, value]) => typeof value === "string")),
  };
}
