import type { Io } from "../../src/cli/io.js";

/** An {@link Io} that keeps what is written. */
export interface RecordedIo extends Io {
  readonly written: { stdout: string; stderr: string };
}

/** A command's outside world for tests: no terminal, never interrupted, unless said otherwise. */
export function recordedIo(
  overrides: Partial<Pick<Io, "isTTY" | "color" | "columns" | "terminal" | "signal">> & {
    readonly stdin?: string;
  } = {},
): RecordedIo {
  const { isTTY = false, color = false, columns = 100, signal = new AbortController().signal } = overrides;
  const { terminal = null, stdin = "" } = overrides;
  const written = { stdout: "", stderr: "" };
  const stream = (name: "stdout" | "stderr") => ({
    isTTY,
    columns,
    write: (text: string) => {
      written[name] += text;
      return true;
    },
  });
  return {
    isTTY,
    color,
    columns,
    terminal,
    signal,
    written,
    stdin: (async function* () {
      yield stdin;
    })(),
    stdout: stream("stdout"),
    stderr: stream("stderr"),
  };
}
