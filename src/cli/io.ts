/** What a command may touch of the outside world; tests pass their own. */
export interface Io {
  readonly stdout: { readonly write: (text: string) => unknown };
  readonly stderr: { readonly write: (text: string) => unknown };
  /** Whether `stderr` is a terminal that can show a progress bar. */
  readonly isTTY: boolean;
  /** Width of the terminal. */
  readonly columns: number;
  /** Aborts at Ctrl-C. */
  readonly signal: AbortSignal;
}
