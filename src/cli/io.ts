import type { TextStream } from "../data/read-samples.js";

/** What a command may touch of the outside world; tests pass their own. */
export interface Io {
  readonly stdout: { readonly write: (text: string) => unknown };
  readonly stderr: { readonly write: (text: string) => unknown };
  /** What another command pipes in. */
  readonly stdin: TextStream;
  /** Whether `stderr` is a terminal that can show a progress bar. */
  readonly isTTY: boolean;
  /** Whether `stderr` shows colours, and they are wanted (NO_COLOR). */
  readonly color: boolean;
  /** Width of the terminal. */
  readonly columns: number;
  /** Where results go: null if that is no terminal, but a file or a pipe. */
  readonly terminal: Terminal | null;
  /** Aborts at Ctrl-C. */
  readonly signal: AbortSignal;
}

/** A terminal that results are printed to. */
export interface Terminal {
  readonly columns: number;
  /** Whether colours are welcome. */
  readonly color: boolean;
}
