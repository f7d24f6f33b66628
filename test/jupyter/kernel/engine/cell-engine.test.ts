import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CellEngine } from "../../../../src/jupyter/kernel/engine/cell-engine.js";
import type { CellOutcome } from "../../../../src/jupyter/kernel/engine.js";

let engine: CellEngine;
const prepare = Error.prepareStackTrace;
beforeAll(() => {
  engine = new CellEngine();
});
afterAll(() => {
  Error.prepareStackTrace = prepare;
});

let label = 0;
function execute(code: string, expressions: Readonly<Record<string, string>> = {}): Promise<CellOutcome> {
  label += 1;
  return engine.execute({
    code,
    label: String(label),
    parent: {},
    silent: false,
    allowStdin: false,
    expressions,
  });
}

/** The text of a result; for a failed cell name and message. */
async function shown(code: string): Promise<unknown> {
  const outcome = await execute(code);
  return outcome.status === "ok" ? outcome.result?.["text/plain"] : `${outcome.ename}: ${outcome.evalue}`;
}

async function failure(code: string): Promise<CellOutcome & { status: "error" }> {
  const outcome = await execute(code);
  if (outcome.status !== "error") throw new Error("did not fail");
  return outcome;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours
const plain = (lines: readonly string[]) => lines.join("\n").replace(/\u001b\[\d+m/g, "");

describe("CellEngine", () => {
  it("shows the value of a last expression, and nothing else", async () => {
    expect(await shown("1 + 2 + 3")).toBe("6");
    expect(await shown("const a = 1;")).toBeUndefined();
    expect(await shown("undefined")).toBeUndefined();
    expect(await shown("null")).toBe("null");
    expect(await shown("'text'; // note")).toBe("'text'");
    expect(await shown("Promise.resolve([1n])")).toBe("[ 1n ]");
    expect(await shown("// nothing\n/* at all */")).toBeUndefined();
  });

  it("keeps names from cell to cell, in shorthand properties and patterns as well", async () => {
    await execute("let count = 1; const list = [1, 2];");
    expect(await shown("({ count, list })")).toBe("{ count: 1, list: [ 1, 2 ] }");
    expect(await shown("({ count = 7 } = {} as { count?: number }); count")).toBe("7");
    expect(await shown("const list = 'another type'; list")).toBe("'another type'");
    expect(await shown("list.toUpperCase()")).toBe("'ANOTHER TYPE'");
    expect(await shown("function twice(x: number) { return 2 * x; }\ntwice(2)")).toBe("4");
    expect(await shown("class Point { x = twice(1) }\nnew Point()")).toBe("Point { x: 2 }");
    expect(
      await shown("interface Named { name: string }\nconst named: Named = { name: 'n' }; named.name"),
    ).toBe("'n'");
  });

  it("awaits at the top level, in loops, parentheses and for await", async () => {
    expect(await shown("await (async () => 1)()")).toBe("1");
    expect(await shown("let sum = 0; for (const i of [1, 2]) sum += await Promise.resolve(i);\nsum")).toBe(
      "3",
    );
    expect(await shown("let all = ''; for await (const c of ['a', 'b']) all += c;\nall")).toBe("'ab'");
    expect(await shown("try { await Promise.reject(new Error('x')); } catch (e) { 1; }\n'caught'")).toBe(
      "'caught'",
    );
    expect(await shown("const f = async () => { await 1; return 2; };\nawait f() + await f()")).toBe("4");
  });

  it("knows what Node has since tslab's compiler", async () => {
    expect(await shown("[3, 1].toSorted().with(0, 9)")).toBe("[ 9, 3 ]");
    expect(await shown("typeof prompt")).toBe("'undefined'");
  });

  it("reports an error of a function where the cell calls it, and shows where it was thrown", async () => {
    await execute("function fail(x: any) {\n  type Gone = 1;\n  return x.a.b;\n}");
    const defined = label;
    const { ename, evalue, position, traceback } = await failure("// call\nconst y = 1;\nfail({});");
    expect({ ename, evalue, position }).toEqual({
      ename: "TypeError",
      evalue: "Cannot read properties of undefined (reading 'b')",
      position: { line: 3, column: 1 },
    });
    const text = plain(traceback);
    expect(text).toContain(`cell[${defined}]:3:14`);
    expect(text).toContain("> 3 │   return x.a.b;\n    │              ^");
    expect(text).toContain(`at cell[${label}]:3:1`);
    expect(text).not.toMatch(/Proxy|noisefloor-kernel|cell-engine|node:vm/);
  });

  it("keeps what a failed cell had done, and the earlier values of the names it did not come to", async () => {
    await execute("const late = 'earlier'; class Late { earlier = 1 }");
    const failed = `const done = 5; const [p, { q: r }] = [1, { q: "b" }]; function useDone() { return done; }
import { sep, type PlatformPath } from "node:path"; interface Shape { side: number } type Side = Shape["side"];
throw new Error("no"); const late = 3, lost = 1; class Late {}; class Lost {}`;
    expect(await shown(failed)).toBe("Error: no");
    expect(await shown("[done, p, r, useDone(), sep]")).toBe("[ 5, 1, 'b', 5, '/' ]");
    expect(await shown("const shape: Shape = { side: 2 }; const side: Side = shape.side; side")).toBe("2");
    expect(await shown("late.toUpperCase() + new Late().earlier")).toBe("'EARLIER1'");
    expect(await shown("lost")).toMatch("Cannot find name 'lost'");
    expect(await shown("new Lost()")).toMatch("Cannot find name 'Lost'");
    expect(await shown("let sum = 0; for (let i = 1; ; i++) { sum += i; if (i > 3) throw 'stop'; }")).toMatch(
      "stop",
    );
    expect(await shown("sum")).toBe("10");
    expect(await shown("import { join } from 'node:path'; import late from 'node:os'; null.x")).toMatch("TS");
    expect(await shown("late")).toBe("'earlier'");
  });

  it("has variables that all cells and their functions share", async () => {
    await execute(
      "let limit = 1, unset: number | undefined;\nlet [first] = new Set([3]);\n" +
        "function read() { return [limit, unset, first]; }\nconst raise = () => ++limit;",
    );
    expect(await shown("limit = 5; unset = 6; read()")).toBe("[ 5, 6, 3 ]");
    expect(await shown("raise(); limit")).toBe("6");
    expect(await shown("let limit = 'new'; [limit, read()[0]]")).toBe("[ 'new', 'new' ]");
    const { position } = await failure("1;\nlet wrong = 1, worse = (null as any).x;");
    expect(position).toEqual({ line: 2, column: 38 });
  });

  it("keeps variables where V8 finds them fast, whatever becomes of a cell", async () => {
    setFlagsFromString("--allow-natives-syntax");
    await execute(`let ${Array.from({ length: 30 }, (_, i) => `quick${i} = ${i}`).join(", ")};`);
    await execute("throw new Error('before the name has a value'); let unborn = 1;");
    await execute("quick0 + 1");
    expect(await shown("eval('%HasFastProperties(exports)')")).toBe("true");
    expect(await shown("unborn")).toMatch(/Cannot find name 'unborn'/);
  });

  it("shows functions without a name of the kernel's, and proxies without asking them", async () => {
    expect(await shown("(x: number) => x")).toBe("[Function (anonymous)]");
    expect(await shown("(function own() {})")).toBe("[Function: own]");
    expect(await shown("new Proxy({ a: 1 }, { get() { throw new Error('asked'); } })")).toBe("{ a: 1 }");
  });

  it("speaks of names as the cell has them", async () => {
    await execute("const one: any = 1; const own = { exports: { two: 2 as any } };");
    expect(await shown("for (const x of one);")).toBe("TypeError: one is not iterable");
    expect(await shown("const f = () => one(); f();")).toBe("TypeError: one is not a function");
    expect(await shown("own.exports.two()")).toBe("TypeError: own.exports.two is not a function");
    expect(await shown('import fs from "node:fs"; (fs as any).no()')).toBe(
      "TypeError: fs.no is not a function",
    );
    expect(await shown('import { sep } from "node:path"; (sep as any)()')).toBe(
      "TypeError: sep is not a function",
    );
    expect(await shown("throw new TypeError('exports.one')")).toBe("TypeError: exports.one");
  });

  it("shows of a stack what is the user's", async () => {
    const { traceback } = await failure("const fail = () => { throw new Error('x'); };\nawait 1;\nfail();");
    const frames = plain(traceback)
      .split("\n")
      .filter((line) => /^ +at /.test(line));
    expect(frames.map((line) => line.replace(/cell\[\d+\]/g, "cell"))).toEqual([
      "    at fail (cell:1:28)",
      "    at cell:3:1",
    ]);
    const stack = await shown("await 1; new Error('x').stack!.split('\\n').length");
    expect(stack).toBe("2");
    const shows = await failure("({ [Symbol.for('Jupyter.display')]() { throw new Error('y'); } })");
    expect(plain(shows.traceback)).not.toContain("rich-bundle");
    const outcome = await execute("1", { "a (b)": "\nnull.x" });
    const expression = outcome.status === "ok" ? outcome.expressions["a (b)"] : undefined;
    expect(expression?.status === "error" && plain(expression.traceback)).toMatch(/cell\[\d+\] a b:2:1/);
  });

  it("is strict, as modules are", async () => {
    const frozen = "const cold = Object.freeze({ a: 1 }) as any;";
    expect(await shown(`${frozen} cold.a = 2;`)).toContain("Cannot assign to read only property 'a'");
    expect(await shown(`${frozen} await 1; cold.a = 2;`)).toContain(
      "Cannot assign to read only property 'a'",
    );
    expect(await shown("(function (this: unknown) { return this; })() === undefined")).toBe("true");
  });

  it("runs code of modules, which exports names", async () => {
    await execute("export const one = 1; export default function two() { return 2; }\nexport { one };");
    expect(
      await shown("export interface Pair { a: number }\nconst pair: Pair = { a: one + two() }; pair"),
    ).toBe("{ a: 3 }");
    expect(await shown("export * from './none.js'")).toMatch(/TS2307/);
  });

  it("gives the default export of a module that waits at its top level, and its other names", async () => {
    const folder = mkdtempSync(join(tmpdir(), "noisefloor-waits-"));
    const file = join(folder, "waits.mjs");
    writeFileSync(file, "await 1; export default 'd'; export const n = 2;");
    const specifier = JSON.stringify(file);
    expect(
      await shown(`// @ts-ignore\nimport d, * as all from ${specifier};\n[d, all.n, Object.keys(all)]`),
    ).toBe("[ 'd', 2, [ 'default', 'n' ] ]");
    rmSync(folder, { recursive: true });
  });

  it("loads what is required when its time comes", async () => {
    const folder = mkdtempSync(join(tmpdir(), "noisefloor-later-"));
    const file = join(folder, "later.cjs");
    writeFileSync(file, "module.exports = globalThis.isSet === true;");
    expect(
      await shown(`(globalThis as any).isSet = true; const later = require(${JSON.stringify(file)}); later`),
    ).toBe("true");
    rmSync(folder, { recursive: true });
  });

  it("keeps a namespace for all later cells", async () => {
    await execute("namespace Units { export const second = 1e9; }");
    await execute("1");
    expect(await shown("Units.second")).toBe("1000000000");
    await execute("const Units = 1");
    expect(await shown("Units")).toBe("1");
  });

  it("reports causes, and values that are no errors", async () => {
    const { traceback } = await failure("throw new Error('outer', { cause: new RangeError('inner') })");
    expect(plain(traceback)).toMatch(/^Error: outer[\s\S]*Caused by RangeError: inner/);
    expect(await failure("throw 'text'")).toMatchObject({ ename: "Error", evalue: "text", position: null });
    expect(await failure("throw { a: 1 }")).toMatchObject({ evalue: "{ a: 1 }" });
    const hostile = "throw new Proxy({}, { get() { throw 1; }, getPrototypeOf() { throw 2; } })";
    expect(await failure(hostile)).toMatchObject({ ename: "Error" });
  });

  it("reports what the compiler says, with code, place and marked line", async () => {
    const { ename, evalue, position, traceback } = await failure("const a = 1;\nlet s: string = a;\nnothing");
    expect({ ename, position }).toEqual({ ename: "TypeScriptError", position: { line: 2, column: 5 } });
    expect(evalue).toBe("TS2322: Type 'number' is not assignable to type 'string'. (and 1 more)");
    expect(plain(traceback)).toContain("> 2 │ let s: string = a;\n    │     ^");
    expect(await failure("let = = 3")).toMatchObject({ ename: "SyntaxError", position: { line: 1 } });
  });

  it("shows the reasons of a complaint below it, and knows what other kernels' users write", async () => {
    const { traceback, evalue } = await failure(
      "const take = (f: (a: { b: number }) => void) => f;\ntake((a: { b: string }) => {});",
    );
    expect(evalue).toMatch(/^TS2345: .* is not assignable to parameter/);
    expect(traceback.length).toBe(1);
    expect(plain(traceback)).toMatch(/TS2345: .*\n {2}TS\d+: .*\n {4}TS\d+: /);
    expect(plain(traceback).match(/│ take/g)?.length).toBe(1);
    expect(plain((await failure("%matplotlib inline")).traceback)).toContain("IPython's");
    expect(plain((await failure("!ls -l")).traceback)).toContain('execSync("ls -l"');
    expect(plain((await failure("console?")).traceback)).toContain("Shift-Tab");
    for (const usual of [
      "7 %matplotlib",
      "const on = true;\nconst v: string = on\n  ? on\n  : 2;",
      "const ok = 1;\nconst w: string = ok &&\n  !ok;",
    ])
      expect(plain((await failure(usual)).traceback)).not.toMatch(/IPython|Shift-Tab|execSync/);
  });

  it("evaluates expressions after a cell, without leaving a trace", async () => {
    const outcome = await execute("const e = { v: [1] };", {
      a: "e.v",
      b: "{ x: e }",
      c: "e.w",
      d: "const q = 1",
    });
    expect(outcome).toMatchObject({
      status: "ok",
      expressions: {
        a: { status: "ok", data: { "text/plain": "[ 1 ]" } },
        b: { status: "ok", data: { "text/plain": "{ x: { v: [ 1 ] } }" } },
        c: { status: "error", ename: "TypeScriptError" },
        d: { status: "ok" },
      },
    });
    expect(await shown("q")).toMatch(/Cannot find name 'q'/);
  });

  it("completes, and says of what kind", async () => {
    await execute("const subject = { alpha: 1, beta() {} };");
    expect(await engine.complete("subject.", 8)).toMatchObject({
      matches: ["alpha", "beta"],
      start: 8,
      end: 8,
      kinds: ["property", "method"],
    });
    expect(await engine.complete("1; subj + 2", 7)).toMatchObject({ matches: ["subject"], start: 3, end: 7 });
  });

  it("tells the type of a name, and what its declaration's comment says", async () => {
    const own = await engine.inspect("subject", 3);
    expect(own?.["text/plain"]).toBe("const subject: {\n    alpha: number;\n    beta(): void;\n}");
    const library = String((await engine.inspect("parseInt('1')", 3))?.["text/plain"]);
    expect(library).toContain(
      "function parseInt(string: string, radix?: number): number\n\nConverts a string to an integer.",
    );
    expect(await engine.inspect("   ", 1)).toBeNull();
    expect(await engine.inspect("nobodyDeclaredThis", 3)).toBeNull();
  });

  it("tells of the function in whose brackets the cursor is", async () => {
    await execute("/** Adds. */ function add(a: number, b: number): number { return a + b; }");
    const told = async (before: string, after = "") =>
      (await engine.inspect(before + after, before.length))?.["text/plain"];
    expect(await told("add(")).toMatch(/^function add\(a: number, b: number\): number\n\nAdds\.$/);
    expect(await told("console.log([1].map(x => add(x, ", ")))")).toContain("function add(");
    expect(await told('console.log("(", ', ")")).toContain("Console.log(");
    expect(await told("new Map(")).toContain("Map");
    expect(await told("(1 + ", ")")).toBeUndefined();
  });

  it("is interrupted while it waits", async () => {
    const running = shown("const before = 1; await new Promise(() => {})");
    await new Promise((done) => setTimeout(done, 50));
    engine.interrupt();
    expect(await running).toBe("InterruptError: the cell was interrupted");
    expect(await shown("before")).toBe("1");
    engine.interrupt();
    expect(await shown("1")).toBe("1");
  });
});
