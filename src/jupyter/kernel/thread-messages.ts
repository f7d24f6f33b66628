import type { MessagePort } from "node:worker_threads";
import type { MimeBundle } from "../../core/jupyter-display.js";
import type { CellOutcome, CellOutput, Completeness, Completions, Engine, Parent } from "./engine.js";
import type { KernelConnection } from "./read-connection.js";

/** The engine's methods that the server's thread calls in the main thread. */
export type EngineMethod = Exclude<keyof Engine, "interrupt">;

/** What they return. */
export type EngineValue = CellOutcome | Completions | Completeness | MimeBundle | null;

/** What the server's thread tells the main thread. */
export type ToMain =
  | {
      readonly kind: "call";
      readonly id: number;
      readonly method: EngineMethod;
      readonly args: readonly unknown[];
    }
  /** The cell is to stop, if it has not done so already. */
  | { readonly kind: "interrupt" }
  /** What ran was stopped by force. */
  | { readonly kind: "stopped" }
  /** The sockets are open. */
  | { readonly kind: "listening" }
  /** They could not be opened. */
  | { readonly kind: "failed"; readonly reason: string }
  /** It is time to end. */
  | { readonly kind: "exit" };

/** What the main thread tells the server's thread. */
export type ToServer =
  | { readonly kind: "output"; readonly parent: Parent; readonly output: CellOutput; readonly size: number }
  | { readonly kind: "return"; readonly id: number; readonly value: EngineValue }
  | { readonly kind: "throw"; readonly id: number; readonly message: string }
  /** A cell asks the user; the answer comes by the port for input. */
  | { readonly kind: "ask"; readonly parent: Parent; readonly prompt: string; readonly password: boolean }
  /** The process ends as soon as everything is sent. */
  | { readonly kind: "leaving" };

/** An answer of the user, null if the cell was interrupted while it waited for one. */
export type InputAnswer = { readonly value: string | null };

/** What the server's thread is given when it starts. */
export interface ServerData {
  readonly connection: KernelConnection;
  /** The content of kernel_info_reply. */
  readonly info: Readonly<Record<string, unknown>>;
  readonly counters: Int32Array<SharedArrayBuffer>;
  /** See {@link InterruptFlags}. */
  readonly interruptFlags: Int32Array<SharedArrayBuffer>;
  readonly inputPort: MessagePort;
  /** The process with which the kernel ends, null if it lives on its own. */
  readonly parentPid: number | null;
}

/** Places in the counters that both threads see. */
export const counter: {
  /** Characters of output on their way to the server's thread. */
  readonly backlog: 0;
  /** 1 when an answer of the user is at the port. */
  readonly answered: 1;
  /** 1 when everything is sent and the process may end. */
  readonly flushed: 2;
  /** 1 while the main thread does the kernel's own work, which must not be stopped. */
  readonly ownWork: 3;
  /** How many counters there are. */
  readonly count: 4;
} = { backlog: 0, answered: 1, flushed: 2, ownWork: 3, count: 4 };
