import { createRequire, Module } from "node:module";
import { dirname, join } from "node:path";
import type { CompiledModule } from "./cell-compiler.js";

/** What Node's modules have beyond their types. */
interface LoadableModule extends Module {
  _compile(code: string, path: string): unknown;
}
const nodeModulePaths: (folder: string) => string[] = Reflect.get(Module, "_nodeModulePaths");

/** The TypeScript modules of the notebook's folder, as the compiler made them. */
export class LocalModules {
  readonly #compiled = new Map<string, CompiledModule>();
  readonly #loaded = new Map<string, Module>();
  readonly #requireOf: (base: NodeJS.Require, folder: string) => NodeJS.Require;

  /** `requireOf` makes the `require` of a module from Node's own. */
  constructor(requireOf: (base: NodeJS.Require, folder: string) => NodeJS.Require) {
    this.#requireOf = requireOf;
  }

  /** Takes modules that are new or changed; whoever imports them sees the change. */
  update(modules: readonly CompiledModule[]): void {
    if (modules.length > 0) this.#loaded.clear();
    for (const module of modules) this.#compiled.set(module.path, module);
  }

  /** The file that a relative import means, if it is one of these modules. */
  find(folder: string, id: string): string | undefined {
    const path = join(folder, id);
    return [path, `${path}.js`, join(path, "index.js"), path.replace(/\.tsx?$/, ".js")].find((one) =>
      this.#compiled.has(one),
    );
  }

  /**
   * Runs a module when it is imported first, and returns what it exports.
   *
   * @throws {SyntaxError} it waits at its top level, which whoever requires it cannot wait for
   */
  load(path: string): unknown {
    const known = this.#loaded.get(path);
    if (known !== undefined) return known.exports;
    const { code = "", waitsAt = null } = this.#compiled.get(path) ?? {};
    if (waitsAt !== null) {
      throw new SyntaxError(
        `${waitsAt}: a module that cells import cannot wait at its top level; export a function that waits, or make it an .mjs file`,
      );
    }
    const module = new Module(path) as LoadableModule;
    const folder = dirname(path);
    module.filename = path;
    module.paths = nodeModulePaths(folder);
    module.require = this.#requireOf(createRequire(path), folder);
    this.#loaded.set(path, module);
    try {
      // As in cells, tslab drops this. A script's first line is for the shell.
      module._compile(`"use strict";${code.replace(/^#!.*/, "")}`, path);
    } catch (error) {
      this.#loaded.delete(path);
      throw error;
    }
    return module.exports;
  }
}
