import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runInThisContext } from "node:vm";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import * as library from "../src/index.js";

const examples = typescriptFiles("src").flatMap(examplesOf);

describe("doc comments", () => {
  it("hold examples", () => {
    expect(examples.length).toBeGreaterThan(10);
  });

  it.each(examples)("$where", async ({ code }) => {
    await runExample(code);
  });
});

describe("the example runner itself", () => {
  it("refuses a wrong value", async () => {
    await expect(runExample("1 + 1 // 3")).rejects.toThrow();
    await expect(runExample("Math.PI // ≈ 3.15")).rejects.toThrow();
    await expect(runExample("({ a: [1] }) // { a: [2] }")).rejects.toThrow();
  });

  it("accepts the printed digits", async () => {
    await runExample("Math.PI // ≈ 3.14159");
    await runExample("const two = Promise.resolve(2)\nawait two // 2");
  });
});

describe("notebooks", () => {
  it.each(readdirSync("notebooks"))("%s stays below 1 MB", (name) => {
    expect(statSync(join("notebooks", name)).size).toBeLessThan(1e6);
  });
});

describe("README", () => {
  const readme = readFileSync("README.md", "utf8");

  it("has a library example whose comments are true", async () => {
    const blocks = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map((match) => match[1] ?? "");
    expect(blocks.length).toBeGreaterThan(0);
    for (const block of blocks) await runExample(block);
  });

  it("shows the picture that the library draws", async () => {
    const figure = library.stripPlot(library.loadDataset("smt"), {
      title: "Sharing a core doubles the time, and some iterations take four times as long",
      label: ["smt", "task"],
      ddof: 0,
    });
    const drawn = Buffer.from(await figure.toPng({ scale: 1.5 }));
    if (process.env.UPDATE_GOLDEN === "1") writeFileSync("docs/smt.png", drawn);
    expect(drawn.equals(readFileSync("docs/smt.png"))).toBe(true);
  });

  it("names every public function and value, and so does the CHANGELOG", () => {
    const changelog = readFileSync("CHANGELOG.md", "utf8");
    const unnamed = (text: string) => Object.keys(library).filter((name) => !text.includes(`\`${name}`));
    expect(unnamed(readme.replaceAll("[jupyterDisplay]", "jupyterDisplay"))).toEqual([]);
    expect(unnamed(changelog)).toEqual([]);
  });

  it("names only files that exist", () => {
    const links = [...readme.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((match) => match[1] ?? "");
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((link) => !existsSync(link))).toEqual([]);
  });

  it("names only npm scripts that exist", () => {
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
    const named = [...readme.matchAll(/npm (?:run )?([a-z]+)(?=[`\s])/g)].map((match) => match[1] ?? "");
    const npmOwn = ["ci", "install", "pack"];
    expect(named.filter((name) => !npmOwn.includes(name) && scripts[name] === undefined)).toEqual([]);
  });
});

interface Example {
  readonly where: string;
  readonly code: string;
}

function typescriptFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(folder, name));
}

function examplesOf(path: string): Example[] {
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.ES2023, true);
  const found: Example[] = [];
  const visit = (node: ts.Node): void => {
    for (const tag of ts.getJSDocTags(node)) {
      if (tag.tagName.text !== "example" || tag.parent.parent !== node) continue;
      const code = ts.getTextOfJSDocComment(tag.comment) ?? "";
      const line = source.getLineAndCharacterOfPosition(tag.getStart()).line + 1;
      found.push({ where: `${path}:${line}`, code: code.replace(/^```\w*\n|\n?```$/g, "") });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Runs statements in order; an expression with a trailing comment must have the value that the comment says. */
async function runExample(code: string): Promise<void> {
  const source = ts.createSourceFile("example.ts", code, ts.ScriptTarget.ES2023, true);
  const body = source.statements.map((statement) => instrument(statement, code)).join("\n");
  const scope = { ...library, check };
  const typed = `(async ({ ${Object.keys(scope).join(", ")} }: any) => {\n${body}\n})`;
  const script = ts.transpile(typed, { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext });
  await runInThisContext(script)(scope);
}

function instrument(statement: ts.Statement, code: string): string {
  const text = statement.getText();
  if (ts.isImportDeclaration(statement)) return "";
  const comment = code.slice(statement.end).match(/^;?[ \t]*\/\/[ \t]*([^\n]*)/)?.[1];
  if (comment === undefined || !ts.isExpressionStatement(statement)) return text;
  return `check(${text.replace(/;$/, "")}, ${JSON.stringify(comment)});`;
}

function check(actual: unknown, comment: string): void {
  const approximately = comment.match(/^≈\s*(\S+)/)?.[1];
  if (approximately === undefined) {
    const plain = actual === undefined ? undefined : JSON.parse(JSON.stringify(actual));
    expect(plain).toEqual(JSON.parse(JSON.stringify(runInThisContext(`(${comment.replace(/ \(.*$/, "")})`))));
    return;
  }
  const printed = approximately.replace(/[,;]$/, "");
  const digits = printed.split("e")[0]?.split(".")[1]?.length ?? 0;
  const unit = 10 ** (Number(printed.split("e")[1] ?? 0) - digits);
  const error = Math.abs(Number(actual) - Number(printed));
  // Half of the last printed digit, and a hair for the binary of it.
  expect(error, `got ${actual}, the comment says ${printed}`).toBeLessThanOrEqual(unit * (0.5 + 1e-6));
}
