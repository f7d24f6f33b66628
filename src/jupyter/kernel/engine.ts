import type { MimeBundle } from "../../core/jupyter-display.js";
import type { MessageHeader } from "../wire.js";

/** The request for which something happens; outputs are sent in its name. */
export type Parent = Readonly<Partial<MessageHeader>>;

/** A cell to run. */
export interface CellRequest {
  readonly code: string;
  /** Its number, or what else stacks name it by. */
  readonly label: string;
  readonly parent: Parent;
  /** Whether nothing of it is to be shown. */
  readonly silent: boolean;
  /** Whether it may ask the user. */
  readonly allowStdin: boolean;
  /** Name → expression, evaluated after the cell. */
  readonly expressions: Readonly<Record<string, string>>;
}

/** An error as the protocol has it. */
export interface ErrorReport {
  readonly ename: string;
  readonly evalue: string;
  readonly traceback: readonly string[];
  /** The innermost place in the cell's own source; both count from 1. */
  readonly position: { readonly line: number; readonly column: number } | null;
}

/** What an expression came to. */
export type ExpressionOutcome =
  | { readonly status: "ok"; readonly data: MimeBundle }
  | ({ readonly status: "error" } & ErrorReport);

/** What a cell came to. */
export type CellOutcome =
  | {
      readonly status: "ok";
      /** How its last expression shows itself, null if there is nothing to show. */
      readonly result: MimeBundle | null;
      readonly expressions: Readonly<Record<string, ExpressionOutcome>>;
      /** What it sent to the pager. */
      readonly pages: readonly MimeBundle[];
    }
  | ({ readonly status: "error" } & ErrorReport);

/** Suggestions for what stands between two offsets (in UTF-16 units). */
export interface Completions {
  readonly matches: readonly string[];
  readonly start: number;
  readonly end: number;
  /** What each match is, where known: "function", "const", … */
  readonly kinds: readonly string[];
}

/** Whether code could run as it stands. */
export interface Completeness {
  readonly status: "complete" | "incomplete" | "invalid";
  /** For "incomplete": how the next line is indented. */
  readonly indent: string;
}

/** Something a cell publishes, a message of the protocol. */
export interface CellOutput {
  readonly type: "stream" | "display_data" | "update_display_data" | "clear_output";
  readonly content: Readonly<Record<string, unknown>>;
}

/** What an engine tells while it works: outputs of cells, also of those that ended before. */
export type OutputListener = (parent: Parent, output: CellOutput) => void;

/** Runs cells and knows their language. One call at a time, except for `interrupt`. */
export interface Engine {
  execute(request: CellRequest): Promise<CellOutcome>;
  complete(code: string, offset: number): Promise<Completions>;
  /** What is known of the name at an offset; `detail` 1 asks for more. */
  inspect(code: string, offset: number, detail: number): Promise<MimeBundle | null>;
  isComplete(code: string): Promise<Completeness>;
  /** Stops the cell that runs; its error is an InterruptError. */
  interrupt(): void;
}
