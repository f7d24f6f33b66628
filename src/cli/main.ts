#!/usr/bin/env node
import { run } from "./program.js";

const interrupt = new AbortController();
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  // The second one ends us by force; kernels are killed on the way out.
  process.on(name, () => (interrupt.signal.aborted ? process.exit(130) : interrupt.abort()));
}

process.exitCode = await run(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  isTTY: process.stderr.isTTY === true,
  columns: process.stderr.columns ?? 80,
  signal: interrupt.signal,
});
