import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startKernel } from "../../src/jupyter/client.js";
import type { Kernel } from "../../src/jupyter/kernel.js";
import { tslabKernelspec } from "../../src/jupyter/tslab-kernelspec.js";
import { collectValues } from "../../src/notebook/collect-values.js";
import { type ExecutionProblem, executeCell } from "../../src/notebook/execute-cell.js";
import { OutputCollector } from "../../src/notebook/output-collector.js";

let kernel: Kernel;
// tslab watches its folder; in one that others use as well it fails now and then.
let folder = "";
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "noisefloor-execute-cell-"));
  kernel = await startKernel(tslabKernelspec(), { cwd: folder });
}, 60_000);
afterAll(async () => {
  await kernel.shutdown();
  rmSync(folder, { recursive: true });
});

/** Runs code in the one tslab of these tests: its problem, and what it printed. */
async function execute(
  code: string,
  timeoutSeconds = 20,
): Promise<{ problem: ExecutionProblem | null; stdout: string }> {
  const outputs = new OutputCollector();
  outputs.startCell();
  const problem = await executeCell(kernel, code, outputs, { timeoutSeconds });
  return { problem, stdout: outputs.streamText("stdout") };
}

describe("executeCell under tslab", () => {
  it("executeCell gives null when the code succeeds", async () => {
    expect(await execute("const x: number = 1;\nconsole.log(x);")).toEqual({ problem: null, stdout: "1\n" });
  });

  it("executeCell places type errors and syntax errors", async () => {
    expect(await execute("\nconst y: string = 1;\nconst z: number = '';")).toMatchObject({
      problem: {
        reason: "error",
        position: { line: 2, column: 7 },
        message: expect.stringMatching(/^2:7 - Type .*\n3:7 - Type/),
      },
    });
    expect(await execute("if (")).toMatchObject({ problem: { position: { line: 1, column: 5 } } });
  });

  it("executeCell maps a run-time error back to the TypeScript, behind imports, types and await", async () => {
    const { problem, stdout } = await execute(`import assert from "node:assert/strict";
interface Point { x: number }

const wrong = (p: Point): void => assert.equal(p.x, 2, "x is off");
console.log("so far");
await Promise.resolve();
wrong(
  { x: 1 },
);`);
    expect(stdout).toBe("so far\n");
    expect(problem).toMatchObject({ reason: "error", position: { line: 7, column: 1 } });
    expect(problem?.message).toMatch(
      /^AssertionError \[ERR_ASSERTION\]: x is off\n\n1 !== 2\n\{\n {2}generatedMessage: false,/,
    );
  });

  it("executeCell maps a run-time error of a cell that does not await", async () => {
    const { problem } = await execute(
      "type N = number;\n\nconst o: any = {};\nconst n: N = o.missing.value;\nn",
    );
    expect(problem).toMatchObject({
      position: { line: 4, column: expect.any(Number) },
      message: "TypeError: Cannot read properties of undefined (reading 'value')",
    });
  });

  it("executeCell blames the cell's own statement for what a function of an earlier cell throws", async () => {
    await execute("function later(): never {\n  throw new RangeError('deep');\n}");
    const { problem } = await execute("const before = 1;\nlater();\nconst after = 2;");
    expect(problem).toMatchObject({ position: { line: 2, column: 1 }, message: "RangeError: deep" });
  });

  it("executeCell finds the statement behind a deep stack", async () => {
    const { problem } = await execute(
      "function dive(n: number): void {\n  if (n === 0) throw new Error('bottom');\n  dive(n - 1);\n}\n\ndive(40);",
    );
    expect(problem).toMatchObject({ position: { line: 6, column: 1 }, message: "Error: bottom" });
  });

  it("executeCell keeps a library's frames", async () => {
    const { problem } = await execute("import * as fs from 'node:fs';\n\nfs.readFileSync('/no/such/file');");
    expect(problem?.position).toEqual({ line: 3, column: expect.any(Number) });
    expect(problem?.message).toMatch(/Error: ENOENT[\s\S]*\n {4}at .*readFileSync/);
    expect(problem?.message).not.toMatch(/evalmachine|node_modules.tslab/);
  });

  it("executeCell places nothing when the error has no stack", async () => {
    expect(await execute("throw 'just text';")).toMatchObject({
      problem: { reason: "error", message: "just text", position: null },
    });
    expect(await execute("console.error('9:9 - looks like a type error'); throw 1;")).toMatchObject({
      problem: { position: null },
    });
  });

  it("executeCell loses no outputs, however often a cell prints", async () => {
    const { problem, stdout } = await execute("for (let i = 0; i < 3000; i++) console.log(i);");
    expect(problem).toBeNull();
    expect(stdout.split("\n")).toHaveLength(3001);
  });

  it("executeCell ends what takes too long, busy or waiting, and the kernel lives on", async () => {
    expect(await execute("for (;;) {}", 0.3)).toMatchObject({
      problem: {
        reason: "timeout",
        message: "took longer than 0.3 s and was interrupted; the kernel was busy computing",
      },
    });
    expect(await execute("await new Promise(() => {});", 0.3)).toMatchObject({
      problem: {
        reason: "timeout",
        message: expect.stringContaining("took longer than 0.3 s and was interrupted"),
      },
    });
    expect(await execute("console.log('alive');")).toMatchObject({ problem: null, stdout: "alive\n" });
  });
});

describe("collectValues", () => {
  const limits = { timeoutSeconds: 20 };

  it("collectValues evaluates expressions in the scope of the cells, whatever else they print", async () => {
    await execute(
      "const point = { x: 1, label: 'µs\\n' };\nfunction noisy() { console.log('noise'); return 1; }",
    );
    const expressions = {
      point: "point",
      later: "await Promise.resolve([point.x, null])",
      noisy: "noisy() // and a comment",
      large: "'µ'.repeat(1e6)",
    };
    const { collected, problem } = await collectValues(kernel, expressions, limits);
    expect(problem).toBeNull();
    expect(collected).toMatchObject({ point: { x: 1, label: "µs\n" }, later: [1, null], noisy: 1 });
    expect((collected.large as string).length).toBe(1e6);
  });

  it("collectValues says which expression failed, and keeps those before", async () => {
    expect(await collectValues(kernel, { one: "1", two: "nowhere", three: "3" }, limits)).toEqual({
      collected: { one: 1 },
      problem: { name: "two", expression: "nowhere", message: expect.stringContaining("Cannot find name") },
    });
    expect(await collectValues(kernel, { nothing: "undefined" }, limits)).toMatchObject({
      problem: { message: "its value is undefined, which JSON does not have" },
    });
  });
});

describe("executeCell", () => {
  it("executeCell says that the kernel died", async () => {
    expect(await execute("console.log('bye'); process.exit(3);")).toMatchObject({
      problem: { reason: "died", message: "the kernel died: it exited with code 3", position: null },
      stdout: "bye\n",
    });
  });
});
