import { describe, expect, it } from "vitest";
import { reportError } from "../../src/cli/report-error.js";
import { InputError } from "../../src/core/input-error.js";
import { KernelError } from "../../src/jupyter/kernel-error.js";
import { recordedIo } from "../support/recorded-io.js";

function report(error: unknown, signal?: AbortSignal): { code: number; stderr: string } {
  const io = recordedIo(signal === undefined ? {} : { signal });
  const code = reportError(error, io);
  expect(io.written.stdout).toBe("");
  return { code, stderr: io.written.stderr };
}

describe("reportError", () => {
  it("reportError says what users have to know, without the function and the stack", () => {
    const input = new InputError("readNotebook", "a.ipynb", "needs to be a notebook, but is empty");
    expect(report(input)).toEqual({
      code: 2,
      stderr: "noisefloor: a.ipynb needs to be a notebook, but is empty\n",
    });
    expect(report(new KernelError("start", "did not start")).stderr).toBe("noisefloor: did not start\n");
    expect(report(Object.assign(new Error("ENOSPC: no space"), { code: "ENOSPC" })).stderr).toBe(
      "noisefloor: ENOSPC: no space\n",
    );
  });

  it("reportError keeps the stack of a defect", () => {
    expect(report(new TypeError("oops")).stderr).toMatch(/^noisefloor: TypeError: oops\n {4}at /);
    expect(report("text")).toEqual({ code: 2, stderr: "noisefloor: text\n" });
  });

  it("reportError after Ctrl-C only says so", () => {
    expect(report(new Error("any"), AbortSignal.abort())).toEqual({
      code: 130,
      stderr: "noisefloor: stopped\n",
    });
  });
});
