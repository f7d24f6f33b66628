import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type NotebookRun, runNotebook } from "../../src/notebook/run-notebook.js";
import { fakeFailure, fakePrint } from "../support/fake-kernelspec.js";
import { installFakeKernel } from "../support/install-fake-kernel.js";
import { leaveNoTraces } from "../support/kernel-traces.js";
import { writeNotebook } from "../support/notebook-file.js";

const folder = leaveNoTraces();
installFakeKernel(folder);

describe("runNotebook under stock tslab", () => {
  it("runNotebook collects all outputs, writes them, gives the same bytes again, and says what it cannot collect", async () => {
    const path = writeNotebook(folder(), "all.ipynb", [
      { markdown: "# Größe" },
      "const x: number = 1;\nconsole.log('a'); console.log('b');\nconsole.error('c');",
      "import { display, newDisplay } from 'tslab';\ndisplay.html('<b>\\n</b>');",
      "const d = newDisplay();\nd.text('old');",
      "d.text('new');",
      { code: "throw new Error('on purpose');", tags: ["raises-exception"] },
      { code: "console.log('not run');", tags: ["skip-execution"] },
      " \n",
      "console.log(process.cwd().endsWith('noisefloor'), await Promise.resolve(x + 1));\nx",
    ]);
    const seen: number[] = [];
    const first = await runNotebook(path, {
      kernel: "tslab",
      collect: { x: "x", later: "await Promise.resolve({ a: [x, null] })" },
      onProgress: ({ done, cells }) => seen.push(done / cells),
    });
    expect(first).toMatchObject({ ok: true, failure: null, output: path, kernel: "tslab", path });
    expect(first.collected).toEqual({ x: 1, later: { a: [1, null] } });
    expect(seen[0]).toBe(0);
    expect(seen.at(-1)).toBe(1);

    const content = readFileSync(path, "utf8");
    expect(content).toBe(first.content);
    const { cells, metadata, nbformat_minor } = JSON.parse(content);
    expect(nbformat_minor).toBe(5);
    expect(metadata.kernelspec).toEqual({
      display_name: "TypeScript",
      language: "typescript",
      name: "tslab",
    });
    expect(metadata.language_info.name).toBe("typescript");
    const counts = cells.map((cell: { execution_count?: number }) => cell.execution_count);
    expect(counts).toEqual([undefined, 1, 2, 3, 4, 5, null, null, 6]);
    const outputs = cells.map((cell: { outputs?: unknown }) => cell.outputs);
    expect(outputs[1]).toEqual([
      { output_type: "stream", name: "stdout", text: ["a\n", "b\n"] },
      { output_type: "stream", name: "stderr", text: ["c\n"] },
    ]);
    const shown = (data: object) => [{ output_type: "display_data", data, metadata: {} }];
    expect(outputs[2]).toEqual(shown({ "text/html": ["<b>\n", "</b>"] }));
    expect(outputs[3]).toEqual(shown({ "text/plain": ["new"] }));
    expect(outputs[4]).toEqual([]);
    expect(outputs[5][0].text.join("")).toContain("Error: on purpose");
    expect(outputs[6]).toEqual([]);
    expect(outputs[7]).toEqual([]);
    expect(outputs[8]).toEqual([{ output_type: "stream", name: "stdout", text: ["false 2\n", "1\n"] }]);

    // Once more: the same bytes, which are not written again, because a value cannot be collected.
    const again = await runNotebook(path, { kernel: "tslab", collect: { x: "x", y: "yy" } });
    expect(again).toMatchObject({ content, ok: false, output: null, collected: { x: 1 } });
    expect(again.failure).toMatchObject({ reason: "collect", cellIndex: null });
    expect(again.failure?.report).toMatch(/"y" could not be evaluated[\s\S]*Cannot find name 'yy'/);
  });

  it("runNotebook shows where it failed, leaves the file as it was, collects and writes elsewhere what there is", async () => {
    const output = join(folder(), "sub", "failed.ipynb");
    const cells = [{ markdown: "text" }, "const x = 1;", "console.log('p');\n\nx.y.z;", "3"];
    const path = writeNotebook(folder(), "failed.ipynb", cells);
    const before = readFileSync(path, "utf8");
    const collect = { x: "x", y: "y" };
    const result = await runNotebook(path, { kernel: "tslab", output, writeFailed: true, collect });
    expect(readFileSync(path, "utf8")).toBe(before);
    // What there is when a cell has failed; that y is missing does not hide the cell's failure.
    expect(result).toMatchObject({ ok: false, output, collected: { x: 1 } });
    expect(result.failure).toMatchObject({
      reason: "error",
      cellIndex: 2,
      cellNumber: 2,
      cellId: "cell-2",
      line: 3,
      column: 3,
      message: "3:3 - Property 'y' does not exist on type '1'.",
    });
    expect(result.failure?.report).toContain("failed.ipynb: code cell 2 of 3 (id cell-2), line 3, column 3");
    expect(result.failure?.report).toContain("3 │ x.y.z;\n    │   ^");
    const written = JSON.parse(readFileSync(output, "utf8")).cells;
    expect(written.map((cell: { execution_count?: number }) => cell.execution_count)).toEqual([
      undefined,
      1,
      2,
      null,
    ]);
  });
});

describe("runNotebook under our kernel", () => {
  it("runNotebook uses it unless told otherwise, and shows the place of an error once", async () => {
    const path = writeNotebook(folder(), "own.ipynb", [
      "const fail = (x: any) => {\n  interface Gone {}\n  return x.a.b;\n};",
      "1 + 1",
      "// here\n  fail({});",
    ]);
    const { kernel, content, failure } = await runNotebook(path, { writeFailed: true });
    expect(kernel).toBe("noisefloor");
    const { cells, metadata } = JSON.parse(content);
    expect(metadata.kernelspec).toEqual({
      display_name: "TypeScript (noisefloor)",
      language: "typescript",
      name: "noisefloor",
    });
    expect(cells[1].outputs).toEqual([
      { output_type: "execute_result", execution_count: 2, data: { "text/plain": ["2"] }, metadata: {} },
    ]);
    expect(cells[2].outputs[0]).toMatchObject({ output_type: "error", ename: "TypeError" });
    expect(failure).toMatchObject({ cellNumber: 3, line: 2, column: 3 });
    expect(failure?.message).toMatch(
      /^TypeError: Cannot read properties of undefined \(reading 'b'\)\ncell\[1\]:3:14\n/,
    );
    expect(failure?.report.match(/ │ {3}fail\(\{\}\);/g)).toHaveLength(1);
  });
});

describe("runNotebook with parameters and errors that are allowed", () => {
  it("runNotebook runs the notebook with its parameters, goes on after errors, and keeps what there is", async () => {
    const path = writeNotebook(folder(), "parameters.ipynb", [
      { code: 'const n = 10;\nlet mode: "fast" | "slow" = "fast";', tags: ["parameters"] },
      'const run = (which: "fast" | "slow") => which;\nconsole.log(n === 10, run(mode));',
      "throw new Error('one');",
      "console.log('on');",
      "n.nothing;",
    ]);
    const before = readFileSync(path, "utf8");
    const output = join(folder(), "with-parameters.ipynb");
    const parameters = { n: 20, mode: "slow", nn: 1 };
    const run = await runNotebook(path, { parameters, allowErrors: true, output });
    expect(run).toMatchObject({ ok: false, output });
    expect(run.failures.map(({ cellNumber, reason }) => [cellNumber, reason])).toEqual([
      [4, "error"],
      [6, "error"],
    ]);
    expect(run.failure).toBe(run.failures[0]);
    expect(run.warnings.map(({ code }) => code)).toEqual(["unknown-parameter"]);
    expect(readFileSync(path, "utf8")).toBe(before);
    const { cells } = JSON.parse(readFileSync(output, "utf8"));
    expect(cells[2].outputs[0].text).toEqual(["false slow\n"]);
    expect(cells[4].outputs[0].text).toEqual(["on\n"]);
    expect(cells[5].outputs[0]).toMatchObject({
      output_type: "error",
      ename: "TypeScriptError",
      evalue: "TS2339: Property 'nothing' does not exist on type 'number'.",
    });

    // A value of another type than the default is refused where it is set.
    const wrong = await runNotebook(output, { parameters: { n: "twenty" }, write: false });
    expect(wrong.failure).toMatchObject({
      cellNumber: 2,
      line: 2,
      message: expect.stringMatching(/:2:5 - TS2322: Type 'string' is not assignable to type 'number'\.$/),
    });
  });
});

describe("runNotebook", () => {
  async function runFake(name: string, steps: readonly object[], options = {}): Promise<NotebookRun> {
    const path = writeNotebook(folder(), `${name}.ipynb`, [JSON.stringify(steps)]);
    return runNotebook(path, { kernel: "fake", ...options });
  }

  it("runNotebook runs any installed kernel, and reports the error that it publishes", async () => {
    const traceback = ["\u001b[31mE\u001b[0m: v", "in line 1"];
    const result = await runFake("fake", [
      {
        publish: "execute_result",
        content: { data: { "text/plain": "1" }, metadata: {}, execution_count: 9 },
      },
      { publish: "error", content: { ename: "E", evalue: "v", traceback } },
      { status: "error", ename: "E", evalue: "v" },
    ]);
    expect(result).toMatchObject({ kernel: "fake", ok: false });
    expect(result.failure).toMatchObject({ message: "E: v\nin line 1", line: null });
    const [cell] = JSON.parse(result.content).cells;
    expect(cell.outputs[0].execution_count).toBe(1);
    expect(cell.outputs[1].traceback).toEqual(traceback);
  });

  it("runNotebook reports the error that only the reply names, or that there is no reason", async () => {
    const named = await runFake("named", [{ status: "error", ename: "E", evalue: "v" }]);
    expect(named.failure?.message).toBe("E: v");
    const bare = await runFake("bare", [{ status: "error" }]);
    expect(bare.failure?.message).toBe("the kernel gave no reason");
  });

  it("runNotebook refuses what it cannot do before it starts or writes anything", async () => {
    const path = writeNotebook(folder(), "python.ipynb", ["1"], {
      kernelspec: { name: "python3", display_name: "Python 3", language: "python" },
    });
    await expect(runNotebook(path)).rejects.toThrow(/is written in python; name the kernel .*"python3"/);
    await expect(runNotebook(path, { kernel: "nope" })).rejects.toThrow(/known are: .*fake, .*tslab/);
    for (const timeoutSeconds of [0, -1, Number.NaN]) {
      await expect(runNotebook(path, { timeoutSeconds })).rejects.toThrow(
        "timeoutSeconds needs a number above 0",
      );
    }
    await expect(runFake("collect", [], { collect: { x: "1" } })).rejects.toThrow(
      "collect needs a TypeScript kernel, got fake (fake)",
    );
  });

  it("runNotebook stops at once when its signal aborts", async () => {
    const path = writeNotebook(folder(), "abort.ipynb", [JSON.stringify([{ wait: true }])]);
    const before = readFileSync(path, "utf8");
    const controller = new AbortController();
    const reason = new Error("stop");
    const running = runNotebook(path, {
      kernel: "fake",
      signal: controller.signal,
      onProgress: () => setTimeout(() => controller.abort(reason), 100),
    });
    await expect(running).rejects.toBe(reason);
    expect(readFileSync(path, "utf8")).toBe(before);
  });

  it("runNotebook names itself in errors", async () => {
    const path = writeNotebook(folder(), "blame.ipynb", ["1"]);
    const refused: [unknown, object, RegExp][] = [
      [undefined, {}, /^runNotebook: path needs the name of an \.ipynb file, got undefined$/],
      ["", {}, /^runNotebook: path needs the name of an \.ipynb file, got an empty text$/],
      [
        join(folder(), "none.ipynb"),
        {},
        /^runNotebook: .*none\.ipynb needs to be a notebook, but there is no/,
      ],
      [path, { kernel: "nope" }, /^runNotebook: kernel needs the name of an installed kernel, got "nope"/],
      [path, { timeoutSeconds: 0 }, /^runNotebook: timeoutSeconds needs a number above 0, got 0$/],
    ];
    for (const [file, options, message] of refused) {
      await expect(runNotebook(file as string, options)).rejects.toThrow(message);
    }
  });

  it("runNotebook refuses parameters for a kernel whose language it does not write, before it starts it", async () => {
    await expect(runFake("language", [], { parameters: { x: 1 } })).rejects.toThrow(
      "runNotebook: parameters needs a kernel for TypeScript, JavaScript or Python, got one for fake",
    );
    await expect(runFake("list", [], { parameters: [1] })).rejects.toThrow("parameters needs an object");
  });

  it("runNotebook stops at a cell that ends the kernel or takes too long, whatever errors are allowed", async () => {
    const died = await runFake("died", [{ exit: 3 }], { allowErrors: true });
    expect(died).toMatchObject({ ok: false, output: null, failures: [{ reason: "died" }] });
    const path = writeNotebook(folder(), "late.ipynb", [fakeFailure, '[{"wait":true}]', fakePrint("never")]);
    const late = await runNotebook(path, { kernel: "fake", allowErrors: true, timeoutSeconds: 0.3 });
    expect(late.failures.map(({ reason }) => reason)).toEqual(["error", "timeout"]);
    expect(late.output).toBeNull();
  });

  it("runNotebook reports a kernel that is killed in mid-cell, and leaves the notebook unharmed", async () => {
    const record = join(folder(), "record");
    process.env.FAKE_KERNEL_RECORD = record;
    const path = writeNotebook(folder(), "killed.ipynb", [fakePrint("first"), '[{"wait":true}]']);
    const before = readFileSync(path, "utf8");
    const run = await runNotebook(path, {
      kernel: "fake",
      onProgress: ({ done }) => {
        if (done === 1)
          setTimeout(() => process.kill(JSON.parse(readFileSync(record, "utf8")).pid, "SIGKILL"), 200);
      },
    });
    delete process.env.FAKE_KERNEL_RECORD;
    rmSync(record);
    expect(run).toMatchObject({ ok: false, output: null });
    expect(run.failure).toMatchObject({ reason: "died", cellNumber: 2 });
    expect(run.failure?.report).toContain("the kernel died: it was killed by SIGKILL");
    expect(readFileSync(path, "utf8")).toBe(before);
  });

  it("runNotebook does not write over what somebody has saved while it ran", async () => {
    const path = writeNotebook(folder(), "edited.ipynb", [fakePrint("x")]);
    const edited = readFileSync(path, "utf8").concat("\n");
    const running = runNotebook(path, { kernel: "fake", onProgress: () => writeFileSync(path, edited) });
    await expect(running).rejects.toThrow(/edited\.ipynb was changed by another program while it ran/);
    expect(readFileSync(path, "utf8")).toBe(edited);
  });

  it("runNotebook says what could not be written, and leaves what was there", async () => {
    const path = writeNotebook(folder(), "unwritable.ipynb", []);
    const output = join(path, "below-a-file.ipynb");
    await expect(runNotebook(path, { kernel: "fake", output })).rejects.toThrow(
      /^.*below-a-file\.ipynb could not be written \(E/,
    );
  });

  it("runNotebook writes nothing when it is told so", async () => {
    const output = join(folder(), "unwritten.ipynb");
    const result = await runFake("unwritten-source", [], { output, write: false });
    expect(result).toMatchObject({ ok: true, output: null });
    expect(existsSync(output)).toBe(false);
  });
});
