import { fileURLToPath } from "node:url";
import type { Kernelspec } from "../../src/jupyter/kernelspec.js";

/** A kernel that does what its code says, see fake-kernel.mjs. */
export function fakeKernelspec(
  flags: readonly string[] = [],
  overrides: Partial<Kernelspec> = {},
): Kernelspec {
  const script = fileURLToPath(new URL("fake-kernel.mjs", import.meta.url));
  return {
    name: "fake",
    displayName: "Fake",
    language: "fake",
    argv: [process.execPath, script, "{connection_file}", ...flags],
    env: {},
    interruptMode: "signal",
    resourceDir: null,
    ...overrides,
  };
}

/** Code that makes the fake kernel print a text. */
export function fakePrint(text: string): string {
  return JSON.stringify([{ publish: "stream", content: { name: "stdout", text } }]);
}

/** Code that fails in the fake kernel. */
export const fakeFailure: string = JSON.stringify([
  { status: "error", ename: "Failure", evalue: "as asked" },
]);
