import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

/** Who may import whom, as DESIGN has it; `import type` counts, and what is not listed may not. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  core: [],
  random: ["core"],
  stats: ["core", "random"],
  changepoint: ["core", "random", "stats"],
  steady: ["core", "random", "stats", "changepoint"],
  data: ["core"],
  compare: ["core", "random", "stats", "changepoint", "steady", "data"],
  plot: ["core", "data", "stats", "changepoint", "steady", "compare"],
  report: ["core", "random", "stats", "changepoint", "steady", "data", "compare", "plot"],
  jupyter: ["core"],
  notebook: ["core", "jupyter"],
  lab: ["core", "data"],
};

const files = typescriptFiles("src").map((path) => ({ path, imports: importsOf(path) }));
const tests = typescriptFiles("test")
  .filter((path) => path.endsWith(".test.ts"))
  .map((path) => ({ path, imports: importsOf(path) }));

describe("architecture", () => {
  it("the layers look only down", () => {
    const upward = files.flatMap(({ path, imports }) =>
      imports.filter((target) => !allowed(path, target)).map((target) => `${path} → ${target}`),
    );
    expect(upward).toEqual([]);
  });

  it("no two files import each other, directly or around", () => {
    expect(cycles()).toEqual([]);
  });

  it("the check itself refuses an upward import", () => {
    expect(allowed("src/stats/describe.ts", "src/plot/strip-plot.ts")).toBe(false);
    expect(allowed("src/plot/strip-plot.ts", "src/stats/describe.ts")).toBe(true);
    expect(allowed("src/core/sample.ts", "src/index.ts")).toBe(false);
  });

  it("statistics alone load nothing heavy", () => {
    const reached = reachable(["src/stats/index.ts"]).map((path) => path.split("/")[1]);
    expect([...new Set(reached)].sort()).toEqual(["core", "random", "stats"]);
  });

  it("every file that holds logic is reached by tests of its own layer", () => {
    const tested = new Set([...new Set(files.map(({ path }) => layerOf(path)))].flatMap(testedFiles));
    const untested = files.filter(({ path }) => !/\/(index|main)\.ts$/.test(path) && hasLogic(path));
    expect(untested.map(({ path }) => path).filter((path) => !tested.has(path))).toEqual([]);
  });

  it("every public name has a doc comment", () => {
    const bare = publicFiles().flatMap((path) => undocumentedExports(path).map((name) => `${path}: ${name}`));
    expect(bare).toEqual([]);
  });
});

function typescriptFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `${folder}/${name}`);
}

/** The project's own files that one file names, whether by import, export, `import type` or dynamic import. */
function importsOf(path: string): string[] {
  return ts
    .preProcessFile(readFileSync(path, "utf8"), true, true)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => name.startsWith("."))
    .map((name) => normalize(join(dirname(path), name)).replace(/\.js$/, ".ts"));
}

function allowed(path: string, target: string): boolean {
  const [from, to] = [layerOf(path), layerOf(target)];
  if (from === "index.ts" || from === "cli" || from === to) return to !== "cli" || from === "cli";
  return mayImport[from]?.includes(to) ?? false;
}

function layerOf(path: string): string {
  return path.split("/")[1] ?? "";
}

function cycles(): string[] {
  const imports = new Map(files.map((file) => [file.path, file.imports]));
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) found.push([...trail.slice(trail.indexOf(path)), path].join(" → "));
    if (trail.includes(path) || done.has(path)) return;
    for (const next of imports.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const { path } of files) visit(path, []);
  return found;
}

function reachable(from: readonly string[], enter: (path: string) => boolean = () => true): string[] {
  const seen = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path) || !enter(path) || !existsSync(path)) return;
    seen.add(path);
    for (const next of importsOf(path)) visit(next);
  };
  for (const path of from) visit(path);
  return [...seen];
}

/** Types alone, and tables of constants, have nothing to test. */
function hasLogic(path: string): boolean {
  return /\bfunction\b|=>/.test(
    ts.transpile(readFileSync(path, "utf8"), { target: ts.ScriptTarget.ES2023, removeComments: true }),
  );
}

/** The files of a layer that its tests import, directly or by way of other files of the layer. */
function testedFiles(layer: string): string[] {
  const start = tests.filter(({ path }) => layerOf(path) === layer).flatMap(({ imports }) => imports);
  return reachable(
    start.filter((path) => layerOf(path) === layer),
    (path) => layerOf(path) === layer,
  );
}

/** The files whose names `src/index.ts` hands out. */
function publicFiles(): string[] {
  return importsOf("src/index.ts");
}

function undocumentedExports(path: string): string[] {
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.ES2023, true);
  return source.statements
    .filter(
      (statement) => isExportedDeclaration(statement) && ts.getJSDocCommentsAndTags(statement).length === 0,
    )
    .map((statement) => statement.getText().split("\n")[0] ?? "");
}

function isExportedDeclaration(statement: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  );
}
