/** What the command line tells the shell. */
export const exitCodes: {
  /** All is well. */
  readonly ok: 0;
  /** The command worked and found what it looks for: a failing cell, a difference. */
  readonly found: 1;
  /** Wrong usage, or input that cannot be read. */
  readonly usage: 2;
  /** Stopped by Ctrl-C. */
  readonly interrupted: 130;
  /** Who read the output has gone; as if SIGPIPE had ended us. */
  readonly unread: 141;
} = { ok: 0, found: 1, usage: 2, interrupted: 130, unread: 141 };
