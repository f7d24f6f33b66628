import { type Dirent, readdirSync, readFileSync, statSync } from "node:fs";
import { builtinModules, createRequire } from "node:module";
import { basename, join, resolve } from "node:path";
import type { Completions } from "../engine.js";

/** A statement that imports or exports, or a call that imports, up to within the name of the module. */
const moduleName =
  /(?:(?:^|[;\n}])[ \t]*(?:import|export)\b(?:[^;"'`]*\bfrom)?|(?<![.\w$])(?:import|require)\s*\()\s*(["'])([^"'\n]*)$/;

/**
 * What may stand where a module is named, null where an offset is not within such a text or nothing fits: files of the notebook's folder
 * after a point, else packages from there upwards and of the kernel's own installation, and Node's modules.
 */
export function completeModule(code: string, offset: number, folder: string): Completions | null {
  const [, , typed] = moduleName.exec(code.slice(0, offset)) ?? [];
  if (typed === undefined) return null;
  const slash = typed.lastIndexOf("/");
  const names = typed.startsWith(".")
    ? filesIn(resolve(folder, typed.slice(0, slash + 1)))
    : packages(folder);
  // What a path begins with stays as it is; packages may have a slash in their names.
  const start = typed.startsWith(".") ? offset - (typed.length - slash - 1) : offset - typed.length;
  const beginning = code.slice(start, offset);
  const isBare = /^\.{1,2}$/.test(typed);
  const matches = isBare ? [`${typed}/`] : names.filter((name) => name.startsWith(beginning));
  if (matches.length === 0) return null;
  return {
    matches,
    start: isBare ? offset - typed.length : start,
    end: offset,
    kinds: matches.map((name) => (name.endsWith("/") ? "directory" : "module")),
  };
}

/** Folders, TypeScript without its ending, and what else can be loaded. */
function filesIn(folder: string): readonly string[] {
  const names = entriesOf(folder)
    .filter(({ name }) => !name.startsWith(".") && name !== "node_modules")
    .flatMap((entry) => {
      const { name } = entry;
      if (isFolder(folder, entry)) return [`${name}/`];
      if (name.endsWith(".ts")) return name.endsWith(".d.ts") ? [] : [basename(name, ".ts")];
      return /\.(?:[cm]?js|json)$/.test(name) ? [name] : [];
    });
  return names.sort();
}

function packages(folder: string): readonly string[] {
  const folders = createRequire(join(folder, "cell.js")).resolve.paths("a-package") ?? [];
  const installed = [...folders.flatMap(packagesIn), ...ownPackages()].sort();
  const ofNode = builtinModules.filter((name) => !name.startsWith("_"));
  return [...new Set([...installed, ...ofNode, ...ofNode.map((name) => `node:${name}`)])];
}

/** The kernel's own package, and those that it asks for: their dependencies are nobody's business. */
function ownPackages(): readonly string[] {
  const { name, dependencies } = JSON.parse(
    readFileSync(new URL("../../../../package.json", import.meta.url), "utf8"),
  );
  return [name, ...Object.keys(dependencies)];
}

function packagesIn(folder: string): readonly string[] {
  const named = entriesOf(folder).map(({ name }) => name);
  return named.flatMap((name) => {
    if (name.startsWith(".") || name === "@types") return [];
    return name.startsWith("@")
      ? entriesOf(join(folder, name)).map((inner) => `${name}/${inner.name}`)
      : [name];
  });
}

function isFolder(parent: string, entry: Dirent): boolean {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  return statSync(join(parent, entry.name), { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Nothing of a folder that is not there, or cannot be read. */
function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
