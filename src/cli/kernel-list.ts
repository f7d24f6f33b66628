import { InputError } from "../core/input-error.js";
import { listKernelspecs } from "../jupyter/find-kernelspec.js";
import { exitCodes } from "./exit-codes.js";
import type { Io } from "./io.js";

/** `noisefloor kernel list`: the kernels that notebooks can be run with, a line each. */
export async function kernelList(io: Io): Promise<number> {
  const rows: (readonly string[])[] = [["name", "language", "display name", "where"]];
  for (const found of await listKernelspecs("kernelList")) {
    if (found instanceof InputError) {
      io.stderr.write(`noisefloor: ${found.argument} ${found.problem}\n`);
    } else {
      rows.push([
        found.name,
        found.language,
        found.displayName,
        found.resourceDir ?? "comes with noisefloor",
      ]);
    }
  }
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) {
    io.stdout.write(`${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}\n`);
  }
  return exitCodes.ok;
}
