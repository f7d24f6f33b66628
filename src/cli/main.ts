#!/usr/bin/env node
import { exitCodes } from "./exit-codes.js";
import { run } from "./program.js";

const interrupt = new AbortController();
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  // The second one ends us by force; kernels are killed on the way out.
  process.on(name, () =>
    interrupt.signal.aborted ? process.exit(exitCodes.interrupted) : interrupt.abort(),
  );
}

// Who read our output has gone (`| head -1`): nobody waits for the rest.
let isRead = true;
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", () => {
    isRead = false;
    process.exitCode = exitCodes.unread;
    interrupt.abort();
  });
}

const code: number = await run(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  stdin: process.stdin,
  isTTY: process.stderr.isTTY === true,
  color: process.stderr.hasColors?.() ?? false,
  columns: process.stderr.columns ?? 80,
  terminal: process.stdout.isTTY
    ? { columns: process.stdout.columns ?? 80, color: process.stdout.hasColors() && !process.env.NO_COLOR }
    : null,
  signal: interrupt.signal,
});
if (isRead) process.exitCode = code;
