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
  readonly #code = new Map<string, string>();
  readonly #loaded = new Map<string, Module>();
  readonly #requireOf: (base: NodeJS.Require, folder: string) => NodeJS.Require;

  /** `requireOf` makes the `require` of a module from Node's own. */
  constructor(requireOf: (base: NodeJS.Require, folder: string) => NodeJS.Require) {
    this.#requireOf = requireOf;
  }

  /** Takes modules that are new or changed; whoever imports them sees the change. */
  update(modules: readonly CompiledModule[]): void {
    if (modules.length > 0) this.#loaded.clear();
    for (const { path, code } of modules) this.#code.set(path, code);
  }

  /** The file that a relative import means, if it is one of these modules. */
  find(folder: string, id: string): string | undefined {
    const path = join(folder, id);
    return [path, `${path}.js`, join(path, "index.js"), path.replace(/\.tsx?$/, ".js")].find((one) =>
      this.#code.has(one),
    );
  }

  /** Runs a module when it is imported first, and returns what it exports. */
  load(path: string): unknown {
    const known = this.#loaded.get(path);
    if (known !== undefined) return known.exports;
    const module = new Module(path) as LoadableModule;
    const folder = dirname(path);
    module.filename = path;
    module.paths = nodeModulePaths(folder);
    module.require = this.#requireOf(createRequire(path), folder);
    this.#loaded.set(path, module);
    try {
      module._compile(this.#code.get(path) ?? "", path);
    } catch (error) {
      this.#loaded.delete(path);
      throw error;
    }
    return module.exports;
  }
}
