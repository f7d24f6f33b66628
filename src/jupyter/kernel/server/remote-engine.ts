import type { MimeBundle } from "../../../core/jupyter-display.js";
import type { CellOutcome, CellRequest, Completeness, Completions, Engine } from "../engine.js";
import type { EngineMethod, EngineValue, ToMain, ToServer } from "../thread-messages.js";

interface Waiting {
  readonly resolve: (value: EngineValue) => void;
  readonly reject: (error: Error) => void;
}

export interface RemoteEngineListeners {
  /** The cell that runs is to stop. */
  readonly onInterrupt: () => void;
  /** A cell has ended. */
  readonly onEnd: () => void;
}

/** The engine in the main thread, as the server's thread sees it. */
export class RemoteEngine implements Engine {
  readonly #post: (message: ToMain) => void;
  readonly #listeners: RemoteEngineListeners;
  readonly #waiting = new Map<number, Waiting>();
  #calls = 0;
  #isExecuting = false;

  constructor(post: (message: ToMain) => void, listeners: RemoteEngineListeners) {
    this.#post = post;
    this.#listeners = listeners;
  }

  async execute(request: CellRequest): Promise<CellOutcome> {
    this.#isExecuting = true;
    try {
      return (await this.#call("execute", request)) as CellOutcome;
    } finally {
      this.#isExecuting = false;
      this.#listeners.onEnd();
    }
  }

  complete(code: string, offset: number): Promise<Completions> {
    return this.#call("complete", code, offset) as Promise<Completions>;
  }

  inspect(code: string, offset: number, detail: number): Promise<MimeBundle | null> {
    return this.#call("inspect", code, offset, detail) as Promise<MimeBundle | null>;
  }

  isComplete(code: string): Promise<Completeness> {
    return this.#call("isComplete", code) as Promise<Completeness>;
  }

  interrupt(): void {
    if (this.#isExecuting) this.#listeners.onInterrupt();
  }

  /** Takes the main thread's answer to a call. */
  settle(answer: ToServer & { readonly kind: "return" | "throw" }): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (answer.kind === "return") waiting?.resolve(answer.value);
    else waiting?.reject(new Error(answer.message));
  }

  #call(method: EngineMethod, ...args: readonly unknown[]): Promise<EngineValue> {
    this.#calls += 1;
    const id = this.#calls;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#post({ kind: "call", id, method, args });
    });
  }
}
