import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Kernel } from "../../../src/jupyter/kernel.js";
import { runCode, startOwnKernel } from "./running-kernel.js";

let folder = "";
let kernel: Kernel;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "noisefloor-own-kernel-"));
  kernel = await startOwnKernel(folder);
});
afterAll(async () => {
  await kernel.shutdown();
  const left = [
    "data.json",
    "fails.mjs",
    "here.ts",
    "node_modules",
    "old.cjs",
    "tools.ts",
    "waits.mjs",
    "waits.ts",
  ];
  expect(readdirSync(folder).sort()).toEqual(left);
  rmSync(folder, { recursive: true });
});

const run = (code: string) => runCode(kernel, code);
const types = async (code: string) => (await run(code)).outputs.map(({ header }) => header.msg_type);

describe("our kernel", () => {
  it("says who it is", () => {
    expect(kernel.implementation).toBe("noisefloor");
    expect(kernel.languageInfo).toMatchObject({ name: "typescript", file_extension: ".ts" });
  });

  it("imports local TypeScript, JSON, CommonJS, and ES modules that wait at their top level", async () => {
    const strict = "export const isStrict = (function (this: unknown) { return this; })() === undefined;";
    const double = "export const double = (x: number): number => 2 * x;";
    writeFileSync(join(folder, "tools.ts"), `${double}\n${strict}\n`);
    writeFileSync(join(folder, "data.json"), '{"answer": 42}');
    writeFileSync(join(folder, "old.cjs"), "exports.old = 7;\n");
    writeFileSync(join(folder, "waits.mjs"), "export const late = await Promise.resolve(9);\n");
    const { stdout, stderr, reply } = await run(`
      import { double, isStrict } from "./tools";
      import data from "./data.json";
      import { late } from "./waits.mjs";
      const { old } = require("./old.cjs");
      console.log(double(2), isStrict, data.answer, old, late);`);
    expect(reply).toMatchObject({ status: "ok", evalue: null });
    expect(stderr).toBe("");
    expect(stdout).toBe("4 true 42 7 9\n");
  });

  it("sees a local module that changed, and names its lines in errors", async () => {
    const source =
      "export function double(x: number): number {\n  type Unused = 3;\n  if (x < 0) throw new Error('below 0');\n  return 3 * x;\n}\n";
    writeFileSync(join(folder, "tools.ts"), source);
    const { outputs } = await run('import { double } from "./tools";\ndouble(2)');
    expect(outputs[0]?.content.data).toMatchObject({ "text/plain": "6" });
    const failed = await run("double(1);\ndouble(-1)");
    expect(failed.reply).toMatchObject({ ename: "Error", position: { line: 2, column: 1 } });
    expect(JSON.stringify(failed.outputs[0]?.content.traceback)).toContain("tools.ts:3:20");
  });

  it("imports packages that have `exports` only, with their types or without any", async () => {
    const typed = join(folder, "node_modules", "typed");
    const plain = join(folder, "node_modules", "plain");
    for (const path of [typed, plain]) mkdirSync(path, { recursive: true });
    const exports = { types: "./types.d.ts", default: "./code.js" };
    writeFileSync(join(typed, "package.json"), JSON.stringify({ name: "typed", type: "module", exports }));
    writeFileSync(join(typed, "types.d.ts"), "export declare const half: (x: number) => number;\n");
    writeFileSync(join(typed, "code.js"), "export const half = (x) => x / 2;\n");
    writeFileSync(join(plain, "package.json"), '{ "name": "plain", "exports": "./code.js" }');
    writeFileSync(join(plain, "code.js"), "exports.seven = 7;\n");
    const { stdout } = await run(
      'import { half } from "typed"; import plain from "plain"; console.log(half(plain.seven))',
    );
    expect(stdout).toBe("3.5\n");
    expect((await run('half("7")')).reply.evalue).toContain("TS2345");
  });

  it("imports local modules by their full names, with their own `import.meta`, but none that waits", async () => {
    writeFileSync(join(folder, "here.ts"), "export const at: string = import.meta.url;\n");
    const { stdout } = await run('import { at } from "./here.ts"; console.log(at, __dirname)');
    expect(stdout).toMatch(/^file:\/\/\/.*\/here\.js \//);
    writeFileSync(join(folder, "waits.ts"), "const a = 1;\nexport const late = await Promise.resolve(a);\n");
    for (const _ of ["at first", "and again"]) {
      const { reply } = await run('import { at } from "./here"; import { late } from "./waits"; late');
      expect(reply.evalue).toMatch(
        /^waits\.ts:2:21: a module that cells import cannot wait at its top level/,
      );
    }
    expect((await run('import { at } from "./here"; at')).reply.status).toBe("ok");
    writeFileSync(join(folder, "waits.ts"), "export const late = async () => 7;\n");
    const { outputs } = await run('import { late } from "./waits"; await late()');
    expect(outputs[0]?.content.data).toMatchObject({ "text/plain": "7" });
  });

  it("marks the line of an ES module of the folder that throws, and sees when it was saved", async () => {
    const path = join(folder, "fails.mjs");
    writeFileSync(path, "export function fail() {\n  throw new Error('first');\n}\n");
    const first = await run('import { fail } from "./fails.mjs"; fail()');
    expect(JSON.stringify(first.outputs[0]?.content.traceback)).toMatch(/\/fails\.mjs:2:9/);
    expect(JSON.stringify(first.outputs[0]?.content.traceback)).toContain("throw new Error('first')");
    writeFileSync(path, "export function fail() {\n  throw new Error('second, longer');\n}\n");
    const { reply } = await run('import { fail } from "./fails.mjs"; fail()');
    expect(reply.evalue).toBe("second, longer");
    writeFileSync(path, "export function fail( {\n");
    for (const _ of ["at first", "and again"])
      expect((await run('import { fail } from "./fails.mjs"; fail()')).reply.ename).toBe("SyntaxError");
    writeFileSync(path, "export function fail() {\n\n  throw new Error('third');\n}\n");
    const third = await run('import { fail } from "./fails.mjs"; fail()');
    expect(JSON.stringify(third.outputs[0]?.content.traceback)).toMatch(/\/fails\.mjs:3:9/);
    expect(JSON.stringify(third.outputs[0]?.content.traceback)).toContain("throw new Error('third')");
    expect((await run("console.log(Object.freeze(new Promise(() => {})))")).reply.status).toBe("ok");
  });

  it("sees data and CommonJS that were saved since, and keeps what was not", async () => {
    writeFileSync(join(folder, "data.json"), '{"answer": 43}');
    writeFileSync(join(folder, "old.cjs"), "exports.old = 8; exports.made = {};\n");
    const first = await run(
      'import data from "./data.json";\nconst before = require("./old.cjs");\nconsole.log(data.answer, before.old)',
    );
    expect(first.stdout).toBe("43 8\n");
    const second = await run('console.log(require("./old.cjs") === before, require("./data.json").answer)');
    expect(second.stdout).toBe("true 43\n");
  });

  it("imports scripts without any export, and modules that end in an expression", async () => {
    writeFileSync(join(folder, "tools.ts"), "export const end = 1;\nconsole.log('loaded');\n");
    const ended = await run('import { end } from "./tools";\nend');
    expect(ended.reply).toMatchObject({ status: "ok" });
    expect(ended.outputs.at(-1)?.content.data).toMatchObject({ "text/plain": "1" });
    writeFileSync(join(folder, "tools.ts"), "(globalThis as any).isThere = 5;\n");
    const script = await run('import "./tools";\n(globalThis as any).isThere');
    expect(script.outputs.at(-1)?.content.data).toMatchObject({ "text/plain": "5" });
  });

  it("shows lists with holes, and the headline of a trace", async () => {
    const { outputs } = await run("new Array(3)");
    expect(outputs[0]?.content.data).toMatchObject({ "text/plain": "[ <3 empty items> ]" });
    expect((await run('console.trace("here")')).stderr).toMatch(/^Trace: here/);
  });

  it("finds packages of its own installation from anywhere, with their types", async () => {
    const { outputs } = await run('import { describe } from "noisefloor";\ndescribe([1, 2, 3]).mean');
    expect(outputs[0]?.content.data).toMatchObject({ "text/plain": "2" });
    expect((await run('describe("x")')).reply.ename).toBe("TypeScriptError");
  });

  it("keeps values whose types have names in its own installation only", async () => {
    const { reply } = await run(`
      import { histogramPlot, stripPlot } from "noisefloor";
      const figures = [stripPlot([1, 2, 3]), histogramPlot([1, 2, 3])];`);
    expect(reply).toMatchObject({ status: "ok", evalue: null });
    const { outputs } = await run(
      'import type { Figure } from "noisefloor";\nconst [first]: Figure[] = figures;\ntypeof first.toSvg',
    );
    expect(outputs[0]?.content.data).toMatchObject({ "text/plain": "'function'" });
    expect((await run("figures[0].toNothing()")).reply.ename).toBe("TypeScriptError");
  });

  it("runs what was written for stock tslab", async () => {
    expect(
      await types(
        'import * as tslab from "tslab";\ntslab.display.html("<b>");\nconst d = tslab.newDisplay(); d.text("1"); d.text("2");',
      ),
    ).toEqual(["display_data", "display_data", "update_display_data"]);
  });

  it("sends what a cell prints while it runs, and joins what comes at once", async () => {
    const times: number[] = [];
    await kernel.execute("console.log('early'); const end = Date.now() + 500; while (Date.now() < end); 0", {
      onOutput: ({ header }) => header.msg_type === "stream" && times.push(Date.now()),
    });
    expect(Date.now() - (times[0] ?? 0)).toBeGreaterThan(200);
    const { outputs, stdout } = await run("for (let i = 0; i < 5000; i++) console.log(i)");
    expect(stdout.split("\n").length).toBe(5001);
    expect(outputs.length).toBeLessThan(1000);
  });

  it("keeps the order of all that a cell shows", async () => {
    expect(
      await types(
        'import { display } from "noisefloor";\nconsole.log(1); console.error(2); await display.json({}); console.log(4); 5',
      ),
    ).toEqual(["stream", "stream", "display_data", "stream", "execute_result"]);
  });

  it("shows errors that nobody caught, and lives on", async () => {
    const { stderr, reply } = await run(
      "setTimeout(() => { throw new Error('lost'); });\nPromise.reject(new Error('alone'));\nawait new Promise((done) => setTimeout(done, 100));",
    );
    expect(reply.status).toBe("ok");
    expect(stderr).toMatch(/Unhandled rejection: .*alone/);
    expect(stderr).toMatch(/Uncaught: .*lost/);
  });

  it.each([
    ["a loop", "while (true);"],
    ["a promise that never settles", "await new Promise(() => {});"],
    ["a loop after a wait", "await 1; while (true);"],
    ["a loop in an async function", "async function f() { await 1; while (true); }\nawait f();"],
    ["a loop in a timer", "setTimeout(() => { while (true); }); await new Promise(() => {});"],
    ["a loop of waits", "async function f() { for (;;) await null; }\nawait f();"],
    ["an endless generator", "async function* g() { for (;;) yield 1; }\nfor await (const _ of g());"],
    ["a chain of promises", "const link = (): Promise<void> => Promise.resolve().then(link); await link();"],
    ["a lost wait", "Promise.resolve().then(() => { while (true); }); await 1; await 2;"],
    [
      "a getter of what is thrown",
      "throw new (class extends Error { get message(): string { while (true); } })();",
    ],
    [
      "another program, and what that has started",
      'require("node:child_process").execSync("sh -c \'sleep 600; true\'; true");',
    ],
    ["a value that shows itself", "({ [Symbol.for('Jupyter.display')]() { while (true); } })"],
    ["a getter of a value", "new (class { get [Symbol.toStringTag]() { while (true); return ''; } })()"],
  ])("is interrupted in %s, and keeps its variables", async (_, code) => {
    await run("const kept = [1];");
    let isInterrupted = false;
    const reply = await kernel.execute(`console.log("started"); const own = 2; ${code}`, {
      onOutput: ({ header }) => {
        if (header.msg_type !== "stream" || isInterrupted) return;
        isInterrupted = true;
        setTimeout(() => kernel.interrupt(), 100);
      },
    });
    expect(reply.ename).toBe("InterruptError");
    expect((await run("[kept, own]")).outputs[0]?.content.data).toMatchObject({
      "text/plain": "[ [ 1 ], 2 ]",
    });
  });

  it.each([0, 1, 5, 20, 50, 100])("is interrupted %d ms after a cell was sent", async (milliseconds) => {
    await run("1");
    const loop = kernel.execute("while (true);");
    await new Promise((done) => setTimeout(done, milliseconds));
    await kernel.interrupt();
    expect((await loop).ename).toBe("InterruptError");
    expect((await run("'next'")).reply.status).toBe("ok");
  });

  it("refuses to show what no message can carry, and lives on", async () => {
    const { reply } = await run("({ [Symbol.for('Jupyter.display')]: () => ({ 'application/json': 2n }) })");
    expect(reply.evalue).toMatch(/application\/json needs contents that JSON has/);
    const shown = await run(
      'import { display } from "noisefloor"; await display({ "application/json": [2n] })',
    );
    expect(shown.reply.ename).toBe("TypeError");
    expect((await run("1")).reply.status).toBe("ok");
  });

  it("waits for a promise that is displayed, and shows promises and timers as Node does", async () => {
    const { outputs } = await run(
      'import { display } from "noisefloor"; display(Promise.resolve([1]));\n[Promise.resolve(2), setTimeout(() => {})]',
    );
    const texts = outputs.map(({ content }) => (content.data as Record<string, string>)["text/plain"]);
    expect(texts).toContain("[ 1 ]");
    expect(texts.find((text) => text !== "[ 1 ]")).toMatch(/^\[\n {2}Promise \{ 2 \},\n {2}Timeout \{/);
    expect(texts.join()).not.toContain("kResourceStore");
  });

  it("does not let a cell print faster than its outputs can go", async () => {
    const { reply } = await run(
      "const line = 'x'.repeat(1e6); for (let i = 0; i < 60; i++) console.log(line);",
    );
    expect(reply.status).toBe("ok");
  });

  it("shows what is larger than all that may be on its way, and prints on after an interrupt", async () => {
    const { outputs } = await run(
      'import { display } from "noisefloor"; await display({ "text/html": "x".repeat(17e6) });',
    );
    expect(outputs[0]?.content.data).toMatchObject({ "text/html": "x".repeat(17e6) });
    const printing = kernel.execute("for (;;) console.log('x'.repeat(9e6));");
    await new Promise((done) => setTimeout(done, 300));
    await kernel.interrupt();
    expect((await printing).ename).toBe("InterruptError");
    expect((await run("console.log('next');")).outputs[0]?.content.text).toBe("next\n");
  });

  it("counts what cannot be sent as not sent", async () => {
    const { outputs } = await run(
      `const tslab = require("tslab");
      for (let i = 0; i < 20; i++) {
        try { tslab.display.raw("application/json", { text: "x".repeat(1e6), f() {} }); } catch {}
      }
      console.log("next");`,
    );
    expect(outputs.at(-1)?.content.text).toBe("next\n");
  });

  it("interrupts a program once, however long it takes to end", async () => {
    const log = join(folder, "heard.txt");
    const program = `trap 'echo heard >> ${log}' INT; for i in 1 2 3 4 5 6 7 8; do sleep 0.4; done; true`;
    const cell = kernel.execute(
      `require("node:child_process").spawnSync("sh", ["-c", ${JSON.stringify(program)}]);`,
    );
    await new Promise((done) => setTimeout(done, 400));
    await kernel.interrupt();
    expect((await cell).ename).toBe("InterruptError");
    expect(readFileSync(log, "utf8")).toBe("heard\n");
    rmSync(log);
  });

  it("loads a local script with a first line for the shell", async () => {
    writeFileSync(join(folder, "script.ts"), "#!/usr/bin/env tsx\nexport const five = 5;\n");
    expect((await run('import { five } from "./script"; console.log(five);')).stdout).toBe("5\n");
    rmSync(join(folder, "script.ts"));
  });
});
